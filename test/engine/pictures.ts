/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- reads the pictures that tests send */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { IBinaryData, IDataObject } from 'n8n-workflow';

const FOLDER = join(__dirname, '../fixtures/pictures');

/** Gives a picture with known content by its name without extension. */
export function readPicture(name: string): { bytes: Buffer; fileName: string; mimeType: string } {
	const fileName = readdirSync(FOLDER).find(
		(file) => /^(.*)\.(webp|jpg)$/.exec(file)?.[1] === name,
	);
	if (!fileName) throw new Error(`There is no picture ${name}`);
	const mimeType = fileName.endsWith('.jpg') ? 'image/jpeg' : 'image/webp';
	return { bytes: readFileSync(join(FOLDER, fileName)), fileName, mimeType };
}

/** Gives a picture as an item holds it in memory. */
export function pictureInMemory(name: string): IBinaryData {
	const { bytes, fileName, mimeType } = readPicture(name);
	return { data: bytes.toString('base64'), fileName, mimeType };
}

/** The fields that are printed on a page, with their right values. */
export function readTrueFields(name: string): IDataObject {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.kv.json`), 'utf8')) as IDataObject;
}

/** The text that is printed on a page, one printed line a line. */
export function readTrueText(name: string): string {
	return readFileSync(join(FOLDER, `${name}.txt`), 'utf8').trim();
}

/** A result schema of the same keys, all hints empty. */
export function emptySchema(fields: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(fields).map(([key, value]) => [
			key,
			typeof value === 'object' && value !== null ? emptySchema(value as IDataObject) : '',
		]),
	);
}
