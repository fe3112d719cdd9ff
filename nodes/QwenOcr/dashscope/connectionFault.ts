import { Fault } from '../fault';
import type { FaultDetails } from '../fault';
import type { HideSecrets } from './secrets';

interface Connection {
	/** What was asked, as it stands in "No connection to …". */
	target: string;
	/** What to check when it cannot be reached. */
	advice: string;
	timeoutMilliseconds: number;
	hideSecrets: HideSecrets;
}

/** Tells why no complete HTTP answer came: the deadline, or a connection that failed or broke. */
export function explainConnection(error: unknown, connection: Connection): Fault {
	const causes = chainOf(error);
	const codes = causes.map((cause) => textOf(cause, 'code') || textOf(cause, 'httpCode'));
	const code = codes.find((text) => /^[A-Z][A-Z0-9_]{3,}$/.test(text)) ?? '';
	const messages = causes.map((cause) => textOf(cause, 'message'));
	const isConnected = !causes.some(isConnecting);
	if (
		(isConnected && /^(ECONNABORTED|ETIMEDOUT)$/.test(code)) ||
		messages.some((text) => /timeout of \d+/i.test(text))
	) {
		return new Fault(
			'timeout',
			`No complete answer came within ${connection.timeoutMilliseconds / 1000} seconds`,
			'Run the item again. For dense pages raise the option Timeout or lower Max Pixels.',
			{ retryable: true, retry: { mostRetries: 2 } },
		);
	}
	const reason = code || connection.hideSecrets(messages.find(Boolean) ?? '');
	return new Fault(
		'not_reachable',
		whatHappened(code, connection.target),
		`${connection.advice}${reason ? ` The reason given: ${reason}` : ''}`,
		causes.some(isForbidden)
			? { retryable: false, isUnsent: true }
			: retryDetails(code, isConnected),
	);
}

/** Whether the system failed to connect; with several addresses it tells of each in a list. */
function isConnecting(cause: object): boolean {
	const attempts = cause instanceof AggregateError ? (cause.errors as unknown[]) : [cause];
	return attempts.some((attempt) => textOf(Object(attempt) as object, 'syscall') === 'connect');
}

/** How n8n marks the error of an address that its own rules do not let through. */
const FORBIDDEN = Symbol.for('n8n.backend-network.non-retryable-error');

function isForbidden(cause: object): boolean {
	return Reflect.get(cause, FORBIDDEN) === true;
}

/** Codes of Node.js, as it has them from the system and from OpenSSL. */
function whatHappened(code: string, target: string): string {
	if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return `The name of ${target} was not found`;
	if (code === 'ECONNREFUSED') return `The connection to ${target} was refused`;
	if (/^(EHOSTUNREACH|ENETUNREACH)$/.test(code)) return `No way leads to ${target}`;
	if (code === 'ETIMEDOUT') return `The connection to ${target} was not made in time`;
	if (SECURE_CONNECTION.test(code)) return `No secure connection to ${target} could be made`;
	return `No connection to ${target}, or it broke`;
}

/** Refused before anything is sent; other faults of a secure connection may come later. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/;
const SECURE_CONNECTION = new RegExp(`${CERTIFICATE.source}|^ERR_(SSL|TLS)|EPROTO`);

/** A wrong certificate or redirect stays wrong; a name server may have a bad moment. */
function retryDetails(code: string, isConnected: boolean): FaultDetails {
	if (SECURE_CONNECTION.test(code) || code === 'ERR_FR_TOO_MANY_REDIRECTS') {
		return { retryable: false, ...(CERTIFICATE.test(code) && { isUnsent: true }) };
	}
	const isUnsent =
		!isConnected || /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code);
	return { retryable: true, ...(isUnsent && { isUnsent, retry: { mostRetries: 1 } }) };
}

/** n8n wraps the errors of its HTTP client; the code may stand at any depth. */
function chainOf(error: unknown): object[] {
	const chain: object[] = [];
	let next = error;
	while (typeof next === 'object' && next !== null && chain.length < 5) {
		chain.push(next);
		next = 'cause' in next ? next.cause : undefined;
	}
	return chain;
}

function textOf(value: object, name: 'code' | 'httpCode' | 'message' | 'syscall'): string {
	const text = (value as Partial<Record<typeof name, unknown>>)[name];
	return typeof text === 'string' ? text : '';
}
