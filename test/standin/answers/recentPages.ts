import type { Picture } from '../pictureChecks';
import type { Page } from './page';

/** Pages kept; a page holds its lines, not its pixels. */
const MOST_PAGES = 64;

/**
 * Reads pictures one at a time, as one reading takes all cores, and keeps the last pages, so that
 * a picture which is asked for by several tasks is read once.
 */
export class RecentPages {
	private readonly pages = new Map<string, Promise<Page>>();
	private queue: Promise<unknown> = Promise.resolve();

	constructor(private readonly read: (picture: Picture) => Promise<Page>) {}

	/** The page of a picture. Rejects when it cannot be read. */
	async page(picture: Picture): Promise<Page> {
		const { sha256 } = picture;
		const page = this.pages.get(sha256) ?? this.enqueue(picture);
		this.pages.delete(sha256);
		this.pages.set(sha256, page);
		const [oldest] = this.pages.keys();
		if (this.pages.size > MOST_PAGES) this.pages.delete(oldest);
		return await page;
	}

	/** Resolves when nothing is being read. */
	async idle(): Promise<void> {
		await this.queue;
	}

	private enqueue(picture: Picture): Promise<Page> {
		const page = this.queue.then(async () => await this.read(picture));
		// A picture that cannot be read must not stop the ones behind it, nor stay.
		this.queue = page.catch(() => this.pages.delete(picture.sha256));
		return page;
	}
}
