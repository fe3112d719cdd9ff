import type { INodeExecutionData } from 'n8n-workflow';
import type { Session } from './session';

/** Spreadsheet formats that n8n writes. */
const SPREADSHEET = /^(xlsx|xls|ods|csv)$/;

/** The first spreadsheet among the files of a node's items; nothing when there is none. */
export async function downloadSpreadsheet(
	session: Session,
	items: readonly INodeExecutionData[],
): Promise<Buffer | undefined> {
	const file = items
		.flatMap(({ binary }) => Object.values(binary ?? {}))
		.find(({ fileExtension }) => SPREADSHEET.test(fileExtension ?? ''));
	if (!file) return undefined;
	if (!file.id) return Buffer.from(file.data, 'base64');
	const id = encodeURIComponent(file.id);
	return await session.download(`/rest/binary-data?id=${id}&action=download`);
}
