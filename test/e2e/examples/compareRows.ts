/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal } from 'node:assert/strict';
import type { INodeExecutionData, IRunData } from 'n8n-workflow';
import { downloadSpreadsheet } from '../n8n/executionFiles';
import type { Session } from '../n8n/session';
import type { Server } from '../setup/installServer';
import type { ExpectedRow } from './expectations';
import { readSpreadsheet } from './spreadsheet';

/** Compares a node's spreadsheet, or its items where it made none, with what is expected. */
export async function compareRows(
	session: Session,
	server: Server,
	runData: IRunData,
	node: string,
	expected: readonly ExpectedRow[],
): Promise<void> {
	const items = itemsOf(runData, node);
	const file = await downloadSpreadsheet(session, items);
	const rows = file ? readSpreadsheet(server, file) : items.map(({ json }) => json);
	equal(rows.length, expected.length, `${JSON.stringify(rows)} has as many rows as expected`);
	for (const [index, row] of expected.entries()) {
		for (const [column, value] of Object.entries(row)) {
			equal(rows[index][column], value, `row ${index + 1}, ${column}`);
		}
	}
}

function itemsOf(runData: IRunData, node: string): INodeExecutionData[] {
	const runs = runData[node] ?? [];
	return runs.flatMap(({ data }) => (data?.main ?? []).flatMap((items) => items ?? []));
}
