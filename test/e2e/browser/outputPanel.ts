/* eslint-disable @n8n/community-nodes/no-restricted-imports -- drives a browser on a developer's machine, never published */
import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '../processes/waitUntil';

/** How the output panel shows items. */
export type View = 'table' | 'json' | 'schema' | 'binary';

/** How far and how often the panel is scrolled at most. */
const PAGE_PIXELS = 400;
const MOST_PAGES = 12;
const DRAWN_AFTER_MS = 150;

/** The panel with a node's output, while the node is open. */
export class OutputPanel {
	constructor(private readonly page: Page) {}

	/** All of the panel. */
	get area(): Locator {
		return this.page.getByTestId('output-panel');
	}

	/** Waits until there are items, or an error, to see. */
	async ready(): Promise<void> {
		await this.area.getByTestId('node-run-info').waitFor();
	}

	/** The names of the branches with their numbers of items. */
	async branches(): Promise<string[]> {
		return await this.branchTabs.allInnerTexts();
	}

	/** Opens a branch by its place. */
	async openBranch(index: number): Promise<void> {
		await this.branchTabs.nth(index).click();
	}

	/** Chooses how items are shown. */
	async show(view: View): Promise<void> {
		await this.area.getByTestId(`radio-button-${view}`).click();
	}

	/** Waits until the panel shows this text. */
	async waitForText(pattern: RegExp): Promise<void> {
		await waitUntil(`${pattern} in the output panel`, 15, async () =>
			pattern.test(await this.area.innerText()),
		);
	}

	/** Scrolls down until a text stands near the middle. Throws when it is nowhere. */
	async scrollTo(text: string): Promise<void> {
		await this.area.getByTestId('ndv-data-container').hover();
		const found = this.area.getByText(text).first();
		// Lines far below are not drawn yet.
		for (let page = 0; page < MOST_PAGES && !(await found.isVisible()); page += 1) {
			await this.page.mouse.wheel(0, PAGE_PIXELS);
			await this.page.waitForTimeout(DRAWN_AFTER_MS);
		}
		await found.evaluate((line) => line.scrollIntoView({ block: 'center' }));
		await this.page.waitForTimeout(DRAWN_AFTER_MS);
	}

	private get branchTabs(): Locator {
		return this.area.getByTestId('branches').locator('[data-test-id^="tab-"]');
	}
}
