/* eslint-disable @n8n/community-nodes/no-restricted-imports -- drives a browser on a developer's machine, never published */
import type { Locator, Page } from 'playwright-core';

/** How an execution ended, in the words of the editor's message. */
export interface Ending {
	title: string;
	/** Whether the message is one of success. */
	good: boolean;
}

const LONGEST_EXECUTION_SECONDS = 120;

const SUCCESS = 'Workflow executed successfully';

/** n8n's editor in a browser. */
export class Editor {
	constructor(
		readonly page: Page,
		private readonly url: string,
	) {}

	/** Opens a stored workflow and waits until its nodes are drawn. */
	async open(workflowId: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}`, { waitUntil: 'commit' });
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens the panels of a node. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.page.getByTestId('ndv').waitFor();
	}

	/** Closes the panels of a node. */
	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.page.getByTestId('ndv').waitFor({ state: 'hidden' });
	}

	/** Presses Execute workflow and waits for the message at the end. */
	async execute(seconds = LONGEST_EXECUTION_SECONDS): Promise<Ending> {
		await this.page.getByTestId('execute-workflow-button').click();
		const message = this.page.locator('.el-notification__title').first();
		await message.waitFor({ timeout: seconds * 1000 });
		const title = (await message.innerText()).trim();
		return { title, good: title === SUCCESS };
	}

	/** Closes all messages, so that they cover nothing. */
	async closeMessages(): Promise<void> {
		const buttons = this.page.locator('.el-notification__closeBtn');
		for (const button of (await buttons.all()).reverse()) await button.click();
		await this.page.locator('.el-notification').first().waitFor({ state: 'hidden' });
	}

	/** Draws the whole workflow into the window. */
	async fit(): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
	}
}
