import { Fault } from '../fault';
import { findFaultText } from './faultTexts';
import { findModel } from './models';
import { asRecord, asText } from './record';
import { REGIONS } from './regions';
import { readRetryAfter } from './pace/retryAfter';
import type { RetryAdvice } from './pace/retryAdvice';
import type { HideSecrets } from './secrets';

/** What a request was about, so that a fault can name it. Holds no key. */
export interface RequestContext {
	/** As `placeName` gives it. */
	place: string;
	model: string;
	hideSecrets: HideSecrets;
}

interface ReportedError {
	code: string;
	message: string;
	requestId: string;
}

/**
 * Gives the fault that an answer reports, or undefined for a good answer. Reads all error shapes of
 * the service: flat (native), wrapped in `error` (compatible mode), `status: failed`, and errors
 * that come with HTTP 200.
 */
export function readServiceFault(
	status: number,
	body: unknown,
	headers: Record<string, unknown>,
	context: RequestContext,
): Fault | undefined {
	const answer = asRecord(body);
	if (status < 300 && !reportsError(answer)) return undefined;

	const reported = readReportedError(answer, headers);
	const text = findFaultText(status, reported.code, reported.message);
	const shown = context.hideSecrets(reported.message);
	const requestId = context.hideSecrets(reported.requestId).slice(0, LONGEST_REQUEST_ID);
	const said = shown ? ` The service says: "${shown}"` : '';
	const message = fill(text.message, context, status);
	return new Fault(
		text.code,
		message.replace('{code}', () => inBrackets(context.hideSecrets(reported.code))),
		`${fill(text.description, context, status)}${said}`,
		{
			httpCode: status,
			...(requestId && { requestId }),
			retryable: text.retryable,
			...adviceFor(text.retry, headers),
		},
	);
}

const LONGEST_CODE = 80;

/** The service's own have 36 characters. */
const LONGEST_REQUEST_ID = 100;

function inBrackets(code: string): string {
	return code ? ` (${code.slice(0, LONGEST_CODE)})` : '';
}

function adviceFor(
	retry: RetryAdvice | undefined,
	headers: Record<string, unknown>,
): { retry?: RetryAdvice } {
	const retryAfterMilliseconds = readRetryAfter(headers);
	if (retryAfterMilliseconds !== undefined) return { retry: { ...retry, retryAfterMilliseconds } };
	return retry ? { retry } : {};
}

function reportsError(answer: Record<string, unknown>): boolean {
	const { error, code } = answer;
	if (typeof error === 'string' ? error !== '' : typeof error === 'object' && error !== null) {
		return true;
	}
	if (answer.status === 'failed') return true;
	const hasCode = (typeof code === 'string' && code !== '') || typeof code === 'number';
	return hasCode && asRecord(answer.output).choices === undefined;
}

function readReportedError(
	answer: Record<string, unknown>,
	headers: Record<string, unknown>,
): ReportedError {
	const wrapped = typeof answer.error === 'string' ? { message: answer.error } : answer.error;
	const error = wrapped ? asRecord(wrapped) : answer;
	return {
		code: asText(error.code ?? error.type),
		message: typeof error.message === 'string' ? error.message : '',
		requestId: asText(answer.request_id ?? answer.id ?? error.id ?? headers['x-request-id']),
	};
}

function fill(text: string, context: RequestContext, status: number): string {
	return text
		.replace(/\{place\}/g, context.place)
		.replace(/\{model\}/g, context.model)
		.replace(/\{offer\}/g, offerOf(context.model))
		.replace(/\{status\}/g, String(status));
}

function offerOf(model: string): string {
	const regions = findModel(model)?.regions.map((region) => REGIONS[region].name);
	return regions
		? `${model} is offered in: ${regions.join(', ')}.`
		: 'Check its spelling against the Model list.';
}
