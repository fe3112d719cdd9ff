/* eslint-disable @n8n/community-nodes/no-restricted-imports -- drives a browser on a developer's machine, never published */
import { chromium, selectors } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Session } from '../n8n/session';

/** Wide enough for n8n's canvas with its nodes panel. */
export const WINDOW = { width: 1440, height: 900 };

/** The last four keep Chromium from calling anyone but this machine. */
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-quic',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** A headless Chromium and a page in it that is signed in to n8n. */
export interface OpenBrowser {
	browser: Browser;
	page: Page;
}

/** Starts Debian's Chromium, signed in as the session's owner. */
export async function openBrowser(executable: string, session: Session): Promise<OpenBrowser> {
	selectors.setTestIdAttribute('data-test-id');
	const browser = await chromium.launch({ executablePath: executable, args: FLAGS });
	const context = await browser.newContext({ viewport: WINDOW, locale: 'en-US' });
	await context.addCookies([{ ...session.signIn, url: session.url }]);
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return { browser, page };
}
