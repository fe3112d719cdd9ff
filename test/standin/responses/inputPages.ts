import { createHash } from 'node:crypto';
import { download } from '../downloads';
import type { OcrModel } from '../models';
import type { PicturePart, Task } from '../nativeRequest';
import { checkPicture, type Picture } from '../pictureChecks';
import { loadPicture } from '../pictureSources';
import { invalidParameter, standinMark } from '../serviceErrors';
import type { RequestBody } from '../requestBody';
import type { InputSource } from './inputMessages';
import { isPdf, openPdf, type PdfFile } from './pdfFile';

/** The pictures and the pages of a request. */
export interface InputPages {
	pictures: Picture[];
	/** Whether pages of a PDF are among them. */
	hasPdf: boolean;
}

/** Limits of the reference for `input_file`. */
const MOST_FILE_BYTES = 100 * 1024 * 1024;
const MOST_PARSED_PAGES = 50;
const MOST_PAGES = 10;

/** Loads the pictures and files that a request names. Throws the service's refusal, or a marked one. */
export async function loadInputPages(
	sources: InputSource[],
	asked: { model: OcrModel; task: Task | null; body: RequestBody },
): Promise<InputPages> {
	const { model, task } = asked;
	const pictures: Picture[] = [];
	let hasPdf = false;
	for (const source of sources) {
		const file = await load(source, asked);
		const part = partOf(source, model);
		if (source.kind === 'file' && isPdf(file.bytes)) {
			hasPdf = true;
			const pdf = await openPdf(file.bytes);
			refuseManyPages(pdf, task);
			pictures.push(...(await pagesOf(pdf, file.bytes, part)));
		} else {
			pictures.push(checkPicture(part, file, model.maxFileBytes));
		}
	}
	return { pictures, hasPdf };
}

/** A file is judged by its content: the reference says nothing of a media type. */
async function load(
	{ kind, address }: InputSource,
	{ model, body }: { model: OcrModel; body: RequestBody },
) {
	if (/^oss:/i.test(address)) {
		throw invalidParameter(standinMark('oss:// is documented for the native path only'));
	}
	if (kind === 'picture')
		return await loadPicture(address, { maxFileBytes: model.maxFileBytes, body });
	if (/^data:/i.test(address)) {
		throw invalidParameter(standinMark('file_url is documented for public URLs only'));
	}
	return await download(address, { maxFileBytes: MOST_FILE_BYTES, mediaType: '' });
}

function refuseManyPages({ pageCount }: PdfFile, task: Task | null): void {
	const most = task === 'document_parsing' ? MOST_PARSED_PAGES : MOST_PAGES;
	if (pageCount <= most) return;
	throw invalidParameter(standinMark(`the PDF has ${pageCount} pages, ${most} are the limit here`));
}

function partOf({ address }: InputSource, { minPixels, maxPixels }: OcrModel): PicturePart {
	return { image: address, minPixels, maxPixels, enableRotate: false };
}

async function pagesOf(pdf: PdfFile, bytes: Buffer, part: PicturePart): Promise<Picture[]> {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const pages: Picture[] = [];
	for (let index = 0; index < pdf.pageCount; index++) {
		pages.push({
			...part,
			...(await pdf.pageSize(index)),
			content: async () => await pdf.drawPage(index),
			mediaType: 'application/pdf',
			sha256: `${sha256}#page=${index + 1}`,
		});
	}
	return pages;
}
