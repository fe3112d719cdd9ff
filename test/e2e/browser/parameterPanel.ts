/* eslint-disable @n8n/community-nodes/no-restricted-imports -- drives a browser on a developer's machine, never published */
import type { Locator, Page } from 'playwright-core';

/** The panel with a node's parameters, while the node is open. */
export class ParameterPanel {
	constructor(private readonly page: Page) {}

	/** All of the panel, for pictures. */
	get area(): Locator {
		return this.page.getByTestId('node-parameters');
	}

	/** The labels of the fields in their order, without those inside collections. */
	async labels(): Promise<string[]> {
		return await this.visibleLabels((depth) => depth === 1);
	}

	/** The labels of the fields inside collections, in their order. */
	async innerLabels(): Promise<string[]> {
		return await this.visibleLabels((depth) => depth > 1);
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
