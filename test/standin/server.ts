/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openAnswers, type AnswerKind } from './answers';
import type { FaultPlan } from './control/faultPlan';
import { KeyDesks } from './control/keyDesk';
import type { Limits } from './control/limits';
import { Conversation } from './conversation';
import { StorageConversation } from './storage/storageConversation';
import { TemporaryStorage } from './storage/temporaryStorage';
import { STORAGE_PREFIX } from './storage/uploadsEndpoint';

const KEEP_ALIVE_MS = 120_000;

/** How a stand-in is set up. */
export interface StandinOptions {
	/** A loopback address, default 127.0.0.1. */
	host?: '127.0.0.1' | 'localhost' | '::1';
	/** 0, the default, takes any free port. */
	port?: number;
	/** `ocr`, the default, reads the pictures; `echo` answers their hash. */
	answers?: AnswerKind;
	/** Milliseconds that every service reply is held back, default 0. */
	latency?: number;
	/** A key that is good beside every `sk-test-…` key. */
	key?: string;
	/** Faults that strike the requests of each key, as long as its own are not set. */
	faults?: FaultPlan;
	/** Limits of each key, as long as its own are not set. */
	limits?: Limits;
	/** Whether the log has the bodies of the requests, default yes. */
	keepsBodies?: boolean;
}

/** A stand-in that takes requests. */
export interface Standin {
	/** Base URL without a slash at its end. */
	url: string;
	/** Ends open connections and frees the models. */
	close(): Promise<void>;
}

/**
 * Starts a server that answers as DashScope does for the Qwen-OCR models, on this machine only.
 * Rejects when the port is taken or the OCR models are missing. With `ocr` it runs under tsx or
 * Node, not inside a Jest worker, whose sandbox the OCR runtime does not stand.
 */
export async function createStandin(options: StandinOptions = {}): Promise<Standin> {
	const { host = '127.0.0.1', port = 0, answers = 'ocr', latency = 0, key } = options;
	const { faults, limits, keepsBodies } = options;
	const opened = await openAnswers(answers);
	const setting = {
		answerer: opened.answer,
		storage: new TemporaryStorage(randomBytes(32)),
		desks: new KeyDesks({ faults, limits, keepsBodies }),
		latency,
		extraKey: key,
	};
	const server = createServer((request, response) => {
		if (request.url?.startsWith(STORAGE_PREFIX)) {
			void new StorageConversation(request, response, setting).run();
			return;
		}
		void new Conversation(request, response, setting).run();
	});
	// Else idle connections would end while a client sends: a fault that no schedule has.
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	try {
		server.listen(port, host);
		await once(server, 'listening');
	} catch (error) {
		await opened.close();
		throw error;
	}
	const address = server.address() as AddressInfo;
	return {
		url: `http://${host === '::1' ? '[::1]' : host}:${address.port}`,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
			await opened.close();
		},
	};
}
