import type { IExecuteFunctions } from 'n8n-workflow';
import { asDecimal } from '../dashscope/cost/asDecimal';
import { asRecord } from '../dashscope/record';
import { Fault } from '../fault';
import { readNumber } from './readOption';

/**
 * Gives the most that a run may spend, in the currency of its prices: that of the first item that
 * has one; undefined where none has. Other options of the item may fail without an effect on it.
 * @throws Fault `invalid_option` where it cannot be read: nothing may be sent then
 */
export function readMaxCostOfRun(context: IExecuteFunctions): number | undefined {
	const isSame = !isExpression(context);
	const itemCount = isSame ? 1 : context.getInputData().length;
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const maxCost = toMaxCost(resolveMaxCost(context, itemIndex));
		if (maxCost !== undefined) return maxCost;
	}
	return undefined;
}

/**
 * Gives the value of the option as a number, undefined where it is not set.
 * @throws Fault `invalid_option`
 */
export function toMaxCost(value: unknown): number | undefined {
	const maxCost = readNumber(value, 'Max Cost');
	if (maxCost === undefined || maxCost >= 0) return maxCost;
	throw new Fault(
		'invalid_option',
		`Max Cost is ${asDecimal(maxCost)}`,
		'Enter a number from 0 for Max Cost, or remove the option.',
	);
}

/** All options may be one expression too. */
function isExpression(context: IExecuteFunctions): boolean {
	const options: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	return [options, asRecord(options).maxCost].some(
		(value) => typeof value === 'string' && value.startsWith('='),
	);
}

function resolveMaxCost(context: IExecuteFunctions, itemIndex: number): unknown {
	const options: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	try {
		return typeof options === 'string'
			? asRecord(context.getNodeParameter('options', itemIndex, {})).maxCost
			: context.getNodeParameter('options.maxCost', itemIndex, null);
	} catch {
		throw unreadable(itemIndex);
	}
}

function unreadable(itemIndex: number): Fault {
	return new Fault(
		'invalid_option',
		`Max Cost cannot be read for item ${itemIndex}, so nothing is sent`,
		'One value holds for the whole run: check the expression of Max Cost, or enter a number.',
	);
}
