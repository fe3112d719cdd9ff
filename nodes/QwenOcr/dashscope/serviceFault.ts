import { Fault } from '../fault';
import { findFaultText } from './faultTexts';
import { findModel } from './models';
import { asRecord } from './nativeAnswer';
import { REGIONS } from './regions';

/** What a request was about, so that a fault can name it. Holds no key. */
export interface RequestContext {
	/** As `placeName` gives it. */
	place: string;
	model: string;
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
	if (status < 400 && !reportsError(answer)) return undefined;

	const reported = readReportedError(answer, headers);
	const text = findFaultText(status, reported.code, reported.message);
	const said = reported.message ? ` The service says: "${reported.message}"` : '';
	return new Fault(
		text.code,
		fill(text.message, context, status),
		`${fill(text.description, context, status)}${said}`,
		{
			httpCode: status,
			...(reported.requestId && { requestId: reported.requestId }),
			retryable: text.retryable,
		},
	);
}

function reportsError(answer: Record<string, unknown>): boolean {
	if (answer.error !== undefined && answer.error !== null) return true;
	if (answer.status === 'failed') return true;
	return (
		typeof answer.code === 'string' &&
		answer.code !== '' &&
		asRecord(answer.output).choices === undefined
	);
}

function readReportedError(
	answer: Record<string, unknown>,
	headers: Record<string, unknown>,
): ReportedError {
	const error = typeof answer.error === 'object' ? asRecord(answer.error) : answer;
	return {
		code: String(error.code ?? error.type ?? ''),
		message: hideKeys(typeof error.message === 'string' ? error.message : ''),
		requestId: String(answer.request_id ?? error.id ?? headers['x-request-id'] ?? ''),
	};
}

/** The service may quote what it was sent; a key must never reach a message. */
function hideKeys(text: string): string {
	return text.replace(/sk-[\w.-]+/g, 'sk-…').slice(0, 500);
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
