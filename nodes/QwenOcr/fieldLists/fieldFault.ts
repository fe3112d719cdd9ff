import { Fault } from '../fault';

/** Where a field stands in the list, and what it is called as far as known. */
export interface FieldPlace {
	/** Counted from 1. */
	number: number;
	name: string;
}

/** Gives the fault `invalid_fields` of one field: `Field 3 "seller.name" has no choices`. */
export function fieldFault(
	{ number, name }: FieldPlace,
	what: string,
	advice = 'Correct the field, or the expression that gives it.',
): Fault {
	const field = name === '' ? `Field ${number}` : `Field ${number} "${name}"`;
	return new Fault('invalid_fields', `${field} ${what}`, advice);
}
