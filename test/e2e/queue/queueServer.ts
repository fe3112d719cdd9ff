import type { N8n } from '../n8n/n8nServer';
import { startCommand, startN8n } from '../n8n/n8nServer';
import { freePort } from '../processes/freePort';
import type { OwnProcess, OwnProcesses } from '../processes/ownProcesses';
import { lastLines } from '../processes/ownProcesses';
import { answers, waitUntil } from '../processes/waitUntil';
import type { DebianPrograms } from '../setup/debianPackages';
import type { Server } from '../setup/installServer';
import type { Places } from '../setup/places';
import type { Postgres } from './startPostgres';
import { startPostgres } from './startPostgres';
import { startRedis } from './startRedis';

/** An n8n in queue mode that is ready. */
export interface QueueServer {
	/** The main process. */
	n8n: N8n;
	postgres: Postgres;
	workers: [OwnProcess, OwnProcess];
}

/** What a queue server is made of. */
export interface QueueParts {
	places: Places;
	processes: OwnProcesses;
	programs: DebianPrograms;
	server: Server;
	/** With the node installed; main process and workers share it. */
	userFolder: string;
}

const WORKER_SECONDS = 120;

/** Executions that a worker has in hand at a time; n8n's default. */
export const WORKER_CONCURRENCY = 10;

/**
 * How soon the others notice that a worker is gone, in milliseconds. n8n's own values are 60,000,
 * 10,000 and 30,000: with them it only takes longer. To either, n8n adds half a minute of its own.
 */
const STALL_DETECTION = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/** Starts PostgreSQL, Redis, n8n's main process and workers on loopback, all of this run's own. */
export async function startQueueServer(parts: QueueParts): Promise<QueueServer> {
	const { places, processes, programs, server, userFolder } = parts;
	const postgres = await startPostgres(places, programs.postgres, processes);
	const redisPort = await startRedis(places, programs.redisServer, processes);
	const environment = queueEnvironment(postgres, redisPort);
	const n8n = await startN8n(server, processes, userFolder, environment);
	const workers = await Promise.all([
		startWorker(parts, 'worker-1', n8n.environment),
		startWorker(parts, 'worker-2', n8n.environment),
	]);
	return { n8n, postgres, workers };
}

/** Binary data goes to the database: it is n8n's default in queue mode, and workers share it. */
function queueEnvironment(postgres: Postgres, redisPort: number): Record<string, string> {
	return {
		EXECUTIONS_MODE: 'queue',
		N8N_DEFAULT_BINARY_DATA_MODE: 'database',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: `${redisPort}`,
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: `${postgres.port}`,
		DB_POSTGRESDB_USER: postgres.user,
		DB_POSTGRESDB_PASSWORD: 'not-asked-for',
		DB_POSTGRESDB_DATABASE: postgres.database,
		...STALL_DETECTION,
	};
}

async function startWorker(
	{ processes, server }: QueueParts,
	name: string,
	mainEnvironment: Record<string, string>,
): Promise<OwnProcess> {
	const port = await freePort();
	const worker = startCommand(
		server,
		processes,
		name,
		['worker', `--concurrency=${WORKER_CONCURRENCY}`],
		{
			...mainEnvironment,
			N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
			QUEUE_HEALTH_CHECK_ACTIVE: 'true',
			QUEUE_HEALTH_CHECK_PORT: `${port}`,
			N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		},
	);
	await waitUntil(`${name} to be ready`, WORKER_SECONDS, async () => {
		if (!worker.running()) throw new Error(`${name} ended at its start:\n${lastLines(worker)}`);
		return await answers(`http://127.0.0.1:${port}/healthz/readiness`);
	});
	return worker;
}
