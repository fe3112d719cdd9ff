import { RateLimiter } from '../../../nodes/QwenOcr/dashscope/pace/rateLimiter';
import { DEFAULT_RETRY_POLICY, withRetries } from '../../../nodes/QwenOcr/dashscope/pace/retry';
import type { RetryDetails } from '../../../nodes/QwenOcr/dashscope/pace/retryAdvice';
import { Fault } from '../../../nodes/QwenOcr/fault';
import { createRandom } from '../../pages/random';
import type { Random } from '../../pages/random';
import { SlidingWindow } from './slidingWindow';
import { VirtualClock } from './virtualClock';

/** One run: some processes that do not know of each other, and a service that limits their sum. */
export interface Scenario {
	seed: number;
	processes: number;
	/** Requests of each process; Infinity to go on until `endAt`. */
	requests: number;
	/** When the processes stop to begin requests, in ms. */
	endAt?: number;
	/** From when on accepted requests are counted, in ms. */
	measuredFrom?: number;
	concurrency: number;
	requestsPerMinute: number;
	/** Requests that the service takes in each sliding second. */
	limit: number;
	/** Whether refused requests count towards the limit too. */
	countsRefused?: boolean;
	/** When the service refuses everything, in ms. */
	outage?: readonly [number, number];
	/** Part of requests that are throttled whatever their rate. */
	randomThrottles?: number;
	/** Least and most ms that the service takes for an answer. */
	latency?: readonly [number, number];
	/** Most ms by which a timer or a request is late: one in fifty; the others up to a tenth of it. */
	jitter?: number;
}

/** What came of it. Times in ms. */
export interface Outcome {
	wall: number;
	sent: number;
	refused: number;
	lost: number;
	/** Accepted in the measured time, by process. */
	accepted: number[];
	/** Part of the service's limit that was used in the measured time. */
	used: number;
	/** The least of the processes' accepted requests, as part of an equal share. */
	leastShare: number;
}

interface World {
	scenario: Scenario;
	clock: VirtualClock;
	random: Random;
	window: SlidingWindow;
	outcome: Outcome;
}

/** Runs a scenario with the real limiter and retries in virtual time; the same for the same seed. */
export async function simulate(scenario: Scenario): Promise<Outcome> {
	const { processes, limit, measuredFrom = 0, endAt = Infinity } = scenario;
	const clock = new VirtualClock();
	const accepted = Array.from({ length: processes }, () => 0);
	const outcome = { wall: 0, sent: 0, refused: 0, lost: 0, accepted, used: 0, leastShare: 0 };
	const window = new SlidingWindow(limit, scenario.countsRefused ?? false);
	const random = createRandom(scenario.seed);
	const world: World = { scenario, clock, random, window, outcome };

	await clock.run(Promise.all(accepted.map(async (_, index) => await runProcess(world, index))));

	outcome.wall = clock.now();
	const sum = accepted.reduce((total, count) => total + count, 0);
	outcome.used = sum / ((limit * (Math.min(endAt, clock.now()) - measuredFrom)) / 1000);
	outcome.leastShare = Math.min(...accepted) / (sum / processes);
	return outcome;
}

async function runProcess(world: World, index: number): Promise<void> {
	const { scenario, clock, random, outcome } = world;
	const { requestsPerMinute, concurrency, endAt = Infinity } = scenario;
	await clock.sleep(random.between(0, 500));
	const ownClock = {
		now: () => Math.floor(clock.now()),
		sleep: async (milliseconds: number) => await clock.sleep(milliseconds + lateness(world)),
	};
	const limiter = new RateLimiter(ownClock, requestsPerMinute);
	const environment = { ...ownClock, random: random.next, limiter };
	let begun = 0;
	const work = async () => {
		while (begun < scenario.requests && clock.now() < endAt) {
			begun++;
			const request = async () => await send(world, index);
			await withRetries(request, DEFAULT_RETRY_POLICY, environment).catch(() => outcome.lost++);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, work));
}

async function send(world: World, index: number): Promise<void> {
	const { scenario, clock, random, outcome } = world;
	const { latency = [50, 300], measuredFrom = 0, endAt = Infinity } = scenario;
	await clock.sleep(1 + lateness(world));
	outcome.sent++;
	if (!isTaken(world)) {
		outcome.refused++;
		await clock.sleep(2 + lateness(world));
		throw refusal();
	}
	if (clock.now() >= measuredFrom && clock.now() < endAt) outcome.accepted[index]++;
	await clock.sleep(random.between(...latency));
}

function isTaken({ scenario, clock, random, window }: World): boolean {
	const { outage: [from, to] = [0, 0], randomThrottles = 0 } = scenario;
	const now = clock.now();
	const isOut = now >= from && now < to;
	return !isOut && window.accepts(now) && !random.chance(randomThrottles);
}

function refusal(): Fault {
	const details: RetryDetails = { httpCode: 429, retryable: true, retry: { throttle: 'requests' } };
	return new Fault('rate_limited', 'Too many requests', '', details);
}

function lateness({ scenario: { jitter = 20 }, random }: World): number {
	return random.between(0, random.chance(0.02) ? jitter : jitter / 10);
}
