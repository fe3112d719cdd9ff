import type { PackageDirectoryLoader } from 'n8n-core';
import type { IBinaryKeyData, IDataObject, IRun } from 'n8n-workflow';
import { loadPackage, useBinaryMode } from './harness';
import { ALDER, BRIGHTWATER, CHINESE_CARD, PRICE_LIST, TALLOW_REED } from './exampleRows';
import { StandinAccount } from './standin';
import { itemsFrom, readBack, readWorkflow, runWorkflow, triggerOf } from './workflowFile';
import type { WorkflowFile } from './workflowFile';
import { loadWorkflowNodes } from './workflowNodes';
import type { WorkflowNodes } from './workflowNodes';
import { drawSample } from './workflowSamples';

let own: PackageDirectoryLoader;
let nodes: WorkflowNodes;

beforeAll(async () => {
	own = await loadPackage();
	nodes = await loadWorkflowNodes(own);
});

beforeEach(async () => {
	await useBinaryMode('default');
});

/** Runs a workflow against the stand-in with its real OCR. */
async function run(file: WorkflowFile): Promise<IRun> {
	const { credential } = new StandinAccount();
	const result = await runWorkflow(file, { own, nodes, credential });
	expect(result.data.resultData.error?.message).toBeUndefined();
	return result;
}

function rowsFrom(result: IRun, node: string): IDataObject[] {
	return itemsFrom(result, node).map(({ json }) => json);
}

/** The samples as files of an item, by the names of its binary fields. */
async function files(samples: Record<string, string>): Promise<IBinaryKeyData> {
	const entries = Object.entries(samples).map(async ([field, fileName]) => {
		const data = (await drawSample(fileName)).toString('base64');
		return [field, { data, fileName, mimeType: 'image/webp' }] as const;
	});
	return Object.fromEntries(await Promise.all(entries));
}

describe('e-mail invoices to a spreadsheet', () => {
	function example(): WorkflowFile {
		return readWorkflow('email-invoices-to-spreadsheet');
	}

	it('writes the rows of all invoices that passed, as printed on the pictures', async () => {
		const file = example();
		const sheet = readBack(file, 'Spreadsheet');
		const result = await run(file);
		expect(rowsFrom(result, sheet)).toEqual([TALLOW_REED, ALDER, BRIGHTWATER]);
	});

	it('sends a wrong total and an amount above the limit to the approval', async () => {
		const file = example();
		const asked = file.nodes.find(({ name }) => name === 'Ask for Approval');
		const { subject, message } = asked?.parameters ?? {};
		delete file.pinData['Ask for Approval'];
		Object.assign(asked ?? {}, noteWith({ subject, message, data: { approved: false } }));
		const result = await run(file);
		expect(rowsFrom(result, 'Ask for Approval')).toMatchObject([
			{
				subject: 'Please check invoice AM-77125',
				message:
					'From Alder Medical Supply, total 1206 GBP.\n\nAbove the limit, or not made out to us.',
			},
			{
				subject: 'Please check invoice BC-3093',
				message:
					'From Brightwater Cleaning, total 261 GBP.\n\ntotal: Subtotal 180.00 + tax 36.00 = 216.00, Total says 261.00',
			},
		]);
	});

	it('leaves out what was declined', async () => {
		const file = example();
		file.pinData['Ask for Approval'] = [{ json: { data: { approved: false } } }];
		const result = await run(file);
		expect(rowsFrom(result, 'Columns')).toEqual([TALLOW_REED]);
	});

	it('asks nobody where all invoices are good', async () => {
		const file = example();
		file.pinData['New E-mail'] = file.pinData['New E-mail'].slice(0, 1);
		const result = await run(file);
		expect(rowsFrom(result, 'Columns')).toEqual([TALLOW_REED]);
		expect(itemsFrom(result, 'Ask for Approval')).toEqual([]);
	});

	it('makes nothing of e-mails without invoices', async () => {
		const file = example();
		const logo = await files({ attachment_0: 'logo.webp' });
		file.pinData['New E-mail'] = [{ json: {} }, { json: {}, binary: logo }];
		const result = await run(file);
		expect(itemsFrom(result, 'Read Invoices')).toHaveLength(2);
		expect(itemsFrom(result, 'Ask for Approval')).toEqual([]);
		expect(itemsFrom(result, 'Spreadsheet')).toEqual([]);
	});
});

describe.each(['default', 'filesystem'] as const)('scanned table in mode %s', (mode) => {
	it('becomes the rows of a CSV file and of an Excel file', async () => {
		await useBinaryMode(mode);
		const file = readWorkflow('scanned-table-to-csv');
		const [csv, excel] = [readBack(file, 'CSV File'), readBack(file, 'Excel File')];
		const result = await run(file);
		expect(rowsFrom(result, excel)).toEqual(PRICE_LIST);
		expect(rowsFrom(result, csv).map(asTexts)).toEqual(PRICE_LIST.map(asTexts));
	});

	it('keeps rows in doubt out of the files', async () => {
		await useBinaryMode(mode);
		const file = readWorkflow('scanned-table-to-csv');
		const reader = file.nodes.find(({ name }) => name === 'Read Table');
		Object.assign(reader?.parameters.options ?? {}, { maxTokens: 60 });
		const result = await run(file);
		const [row] = rowsFrom(result, 'Check by Hand');
		const review = { needed: true, reasons: [{ code: 'truncated' }] };
		expect(row).toMatchObject({ ...PRICE_LIST[0], _document: { review } });
		expect(itemsFrom(result, 'CSV File')).toEqual([]);
	});

	it('keeps a page without a table out of the files', async () => {
		await useBinaryMode(mode);
		const file = readWorkflow('scanned-table-to-csv');
		file.pinData.Start = [{ json: {}, binary: await files({ data: 'logo.webp' }) }];
		const result = await run(file);
		expect(rowsFrom(result, 'No Table Found')).toMatchObject([
			{ tables: [], warnings: ['No table was found on the picture.'] },
		]);
		expect(itemsFrom(result, 'CSV File')).toEqual([]);
	});
});

describe('ID card form', () => {
	async function upload(kind: string, sample: string): Promise<IDataObject[]> {
		const file = readWorkflow('id-card-form');
		const binary = await files({ Picture_of_the_card: sample });
		file.pinData['Card Upload'] = [{ json: { 'Kind of card': kind }, binary }];
		return rowsFrom(await run(file), 'Show the Answer');
	}

	it('answers with the fields of the card that is pinned', async () => {
		const result = await run(readWorkflow('id-card-form'));
		expect(rowsFrom(result, 'Show the Answer')).toEqual([CHINESE_CARD]);
	});

	it('reads a card of another country by its own template', async () => {
		expect(await upload('Other country', 'id-card-international.webp')).toEqual([
			{
				title: 'This is what we read',
				message: [
					'document number: 493817265',
					'surname: Solheim',
					'given names: Ingrid Marie',
					'birth date: 1988-07-09',
					'sex: F',
					'nationality: Utopian',
					'issue date: 2021-05-02',
					'expiry date: 2031-05-01',
				].join('<br>'),
			},
		]);
	});

	test.each([
		[
			'a number whose check digit does not fit',
			'China, portrait side',
			'id-card-china-misprinted.webp',
			'idNumber: The check digit of the Chinese ID number does not fit',
		],
		[
			'the wrong side',
			'China, emblem side',
			'id-card-china.webp',
			'issuingAuthority: Required, but not found on the document<br>validFrom: Required, but not found on the document<br>validUntil: Required, but not found on the document',
		],
	])('asks again for %s', async (_what, kind, sample, message) => {
		expect(await upload(kind, sample)).toEqual([{ title: 'Please look again', message }]);
	});

	it('asks again for a file that is no picture', async () => {
		const file = readWorkflow('id-card-form');
		const data = Buffer.from('Dear Sir or Madam,').toString('base64');
		const letter = { data, fileName: 'letter.txt', mimeType: 'text/plain' };
		file.pinData['Card Upload'][0].binary = { Picture_of_the_card: letter };
		const [page, ...more] = rowsFrom(await run(file), 'Show the Answer');
		expect(more).toEqual([]);
		expect(page.title).toBe('Please look again');
		expect(page.message).toContain('letter.txt');
	});

	it('names every kind of card that the form offers', () => {
		const file = readWorkflow('id-card-form');
		const { formFields } = triggerOf(file).parameters as {
			formFields: { values: Array<{ fieldOptions: { values: Array<{ option: string }> } }> };
		};
		const template = file.nodes.find(({ name }) => name === 'Read Card')?.parameters.template;
		for (const { option } of formFields.values[0].fieldOptions.values) {
			expect(template).toContain(`'${option}':`);
		}
	});
});

/** A node in place of one that waits for a person: it gives these fields. */
function noteWith(fields: IDataObject) {
	const assignments = Object.entries(fields).map(([name, value]) => ({
		id: name,
		name,
		value,
		type: typeof value,
	}));
	return {
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: { mode: 'manual', assignments: { assignments }, options: {} },
	};
}

function asTexts(row: IDataObject): string[] {
	return Object.values(row).map(String);
}
