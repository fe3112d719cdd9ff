import { stopStandin } from './standinProcess';

/** Stops the stand-in that the tests shared. */
export default async function globalTeardown(): Promise<void> {
	await stopStandin();
}
