/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Server } from '../setup/installServer';

/** What is used of the spreadsheet library that n8n brings. */
interface SheetLibrary {
	read(file: Buffer): { SheetNames: string[]; Sheets: Record<string, object> };
	utils: { sheet_to_json(sheet: object): Array<Record<string, unknown>> };
}

/** The rows of a spreadsheet file's first sheet, by the names in its first row. */
export function readSpreadsheet({ folder }: Server, file: Buffer): Array<Record<string, unknown>> {
	const library = createRequire(join(folder, 'package.json'))('@e965/xlsx') as SheetLibrary;
	const { SheetNames, Sheets } = library.read(file);
	return library.utils.sheet_to_json(Sheets[SheetNames[0]]);
}
