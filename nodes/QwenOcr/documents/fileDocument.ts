import { createHash } from 'node:crypto';
import type { Document, Picture, Source } from './document';
import { detectFileType } from './fileType';
import { checkPicture } from './pictureChecks';

interface File {
	/** How the file is called in messages. */
	name: string;
	source: Source;
	readBytes(): Promise<Buffer>;
}

/**
 * Gives the document of a file whose bytes pass through n8n. They are loaded only when it is read,
 * and every limit of the service is checked then.
 */
export function fileDocument(file: File, maxFileBytes: number): Document {
	return {
		source: file.source,
		read: async (): Promise<Picture> => {
			const bytes = await file.readBytes();
			const type = detectFileType(bytes);
			const { picture, warnings } = checkPicture(file.name, type, bytes.length, maxFileBytes);
			const { mimeType, width, height, orientation } = picture;
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			return {
				image: `data:${mimeType};base64,${bytes.toString('base64')}`,
				source: { ...file.source, mimeType, width, height, orientation, sha256 },
				warnings,
			};
		},
	};
}
