/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { startStandin } from './standinProcess';

/** Starts one stand-in for all test files; they reach it by the address in the environment. */
export default async function globalSetup(): Promise<void> {
	process.env.STANDIN_URL = await startStandin();
}
