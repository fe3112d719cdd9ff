/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { deepEqual } from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

const DRAWN_AFTER_MS = 5_000;
const PAUSE_MS = 100;

/** The panel with a node's parameters, while the node is open. */
export class ParameterPanel {
	constructor(private readonly page: Page) {}

	/** All of the panel, for pictures. */
	get area(): Locator {
		return this.page.getByTestId('node-parameters');
	}

	/** Throws unless these are the labels of the fields, without those inside collections. */
	async expectLabels(expected: readonly string[], what: string): Promise<void> {
		await this.expect(expected, what, (depth) => depth === 1);
	}

	/** Throws unless these are the labels of the fields inside collections. */
	async expectInnerLabels(expected: readonly string[], what: string): Promise<void> {
		await this.expect(expected, what, (depth) => depth > 1);
	}

	/** Opens an options field and gives the names that it offers. */
	async openChoices(field: string): Promise<string[]> {
		await this.page.getByTestId(`parameter-input-${field}`).click();
		return await this.listedChoices();
	}

	/** Opens the list behind Add option and gives the names that it offers. */
	async openOptions(): Promise<string[]> {
		await this.page.getByTestId('collection-parameter-add').click();
		return await this.listedChoices();
	}

	/** Picks a name from the list that is open. */
	async pick(name: string): Promise<void> {
		await this.choices.filter({ has: this.page.getByText(name, { exact: true }) }).click();
		await this.choices.first().waitFor({ state: 'hidden' });
	}

	/** Picks a name in an options field. */
	async choose(field: string, name: string): Promise<void> {
		await this.openChoices(field);
		await this.pick(name);
	}

	/** Closes the list that is open without picking anything. */
	async closeChoices(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.choices.first().waitFor({ state: 'hidden' });
	}

	private get choices(): Locator {
		return this.page.locator('[role="option"]:visible');
	}

	private async listedChoices(): Promise<string[]> {
		await this.choices.first().waitFor();
		return await this.choices.evaluateAll((options) =>
			options.map((option) => (option as HTMLElement).innerText.split('\n')[0].trim()),
		);
	}

	/** The editor draws a change some time after it: looks again until it is right or does not get so. */
	private async expect(
		expected: readonly string[],
		what: string,
		wanted: (depth: number) => boolean,
	): Promise<void> {
		const deadline = performance.now() + DRAWN_AFTER_MS;
		let labels = await this.visibleLabels(wanted);
		while (labels.join() !== expected.join() && performance.now() < deadline) {
			await this.page.waitForTimeout(PAUSE_MS);
			labels = await this.visibleLabels(wanted);
		}
		deepEqual(labels, expected, what);
	}

	/** Labels by how many fields they lie in, the innermost counted. */
	private async visibleLabels(wanted: (depth: number) => boolean): Promise<string[]> {
		const found = await this.area.locator('label.n8n-input-label:visible').evaluateAll((labels) =>
			labels.map((label) => {
				let depth = 0;
				let field = label.closest('[data-test-id="parameter-item"]');
				while (field) {
					depth += 1;
					field = field.parentElement?.closest('[data-test-id="parameter-item"]') ?? null;
				}
				return { depth, text: (label as HTMLElement).innerText.split('\n')[0].trim() };
			}),
		);
		return found.filter(({ depth }) => wanted(depth)).map(({ text }) => text);
	}
}
