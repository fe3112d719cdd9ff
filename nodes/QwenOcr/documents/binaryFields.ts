import { isBinaryValue } from 'n8n-workflow';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { Fault } from '../fault';

/** A binary field of an item, by its name. */
export interface BinaryField {
	field: string;
	binary: IBinaryData;
}

/**
 * Gives the binary fields that Input Binary Field asks for: names in a comma list, `*` patterns
 * (`attachment_*`), or the binary object itself when an expression gave it. Finds files both under
 * `binary` and under `json._files`, where workflows in combined mode keep them.
 * @throws Fault `missing_binary_field` that lists the fields which are there
 */
export function selectBinaryFields(item: INodeExecutionData, wanted: unknown): BinaryField[] {
	if (isBinaryValue(wanted)) return [{ field: nameOf(item, wanted), binary: wanted }];

	const present = listBinaryFields(item);
	const names = String(wanted ?? '')
		.split(',')
		.map((name) => name.trim().replace(/^_files\./, ''))
		.filter(Boolean);
	if (names.length === 0) throw missing('Input Binary Field is empty', present);

	const selected = new Map<string, BinaryField>();
	for (const name of names) {
		const pattern = toPattern(name);
		const found = present.filter(({ field }) => pattern.test(field));
		if (found.length === 0) {
			throw missing(
				name.includes('*')
					? `No binary field of the item fits '${name}'`
					: `The item has no binary field '${name}'`,
				present,
			);
		}
		for (const field of found) selected.set(field.field, field);
	}
	return [...selected.values()];
}

function listBinaryFields({ binary, json }: INodeExecutionData): BinaryField[] {
	const files = { ...asRecord(json?._files), ...binary };
	return Object.entries(files).flatMap(([field, value]) =>
		isBinaryValue(value) ? [{ field, binary: value }] : [],
	);
}

function nameOf(item: INodeExecutionData, binary: IBinaryData): string {
	return listBinaryFields(item).find((present) => present.binary === binary)?.field ?? 'data';
}

function toPattern(name: string): RegExp {
	const escaped = name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '.*');
	return new RegExp(`^${escaped}$`);
}

function missing(message: string, present: BinaryField[]): Fault {
	const names = present.map(({ field }) => `'${field}'`).join(', ');
	return new Fault(
		'missing_binary_field',
		message,
		names
			? `Its binary fields are: ${names}. Enter one of them in Input Binary Field, several with commas, or a pattern such as attachment_*.`
			: 'It has no binary fields at all. Check that the node before this one outputs a file.',
	);
}

function asRecord(value: unknown): Record<string, unknown> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
