/* eslint-disable @n8n/community-nodes/no-restricted-globals, no-console -- a script for people: prints the limiter's figures for seeds that were not used to tune it */
import { ALONE, OTHERS, SHARED } from './scenarios';
import { simulate } from './simulation';
import type { Scenario } from './simulation';

/** `npx tsx test/unit/pace/figures.ts [seeds] [first seed]` prints one line for each scenario. */
async function printFigures(): Promise<void> {
	const [seeds = 10, first = 3001] = process.argv.slice(2).map(Number);
	console.log('scenario: median (worst) of the seeds');
	const scenarios = { 'alone, 600 requests': ALONE, 'four processes': SHARED, ...OTHERS };
	for (const [name, scenario] of Object.entries(scenarios)) {
		console.log(`${name}: ${await figuresOf(scenario, seeds, first)}`);
	}
}

async function figuresOf(
	scenario: Omit<Scenario, 'seed'>,
	seeds: number,
	first: number,
): Promise<string> {
	const outcomes = [];
	for (let seed = first; seed < first + seeds; seed++) {
		outcomes.push(await simulate({ ...scenario, seed }));
	}
	const spread = (values: number[], worst: 'least' | 'most', digits: number) => {
		const sorted = [...values].sort((one, other) => one - other);
		const median = sorted[Math.floor(sorted.length / 2)];
		const edge = worst === 'least' ? sorted[0] : sorted[sorted.length - 1];
		return `${median.toFixed(digits)} (${edge.toFixed(digits)})`;
	};
	const seconds = outcomes.map(({ wall }) => wall / 1000);
	const refused = outcomes.map((outcome) => (100 * outcome.refused) / outcome.sent);
	const used = outcomes.map((outcome) => 100 * outcome.used);
	const shares = outcomes.map(({ leastShare }) => leastShare);
	const lost = outcomes.reduce((sum, outcome) => sum + outcome.lost, 0);
	return [
		`wall ${spread(seconds, 'most', 1)} s`,
		`429 ${spread(refused, 'most', 2)} %`,
		`limit used ${spread(used, 'least', 1)} %`,
		`least share ${spread(shares, 'least', 2)}`,
		`lost ${lost}`,
	].join(', ');
}

void printFigures();
