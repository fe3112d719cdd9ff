import type { Picture } from '../pictureChecks';
import type { Page } from './page';

/** Pages kept; a page holds its lines, not its pixels. */
const MOST_PAGES = 64;

/**
 * Reads pictures one at a time, as one reading takes all cores, and keeps the last pages, so that
 * a picture which is asked for by several tasks is read once.
 */
export class RecentPages {
	private readonly kept = new Map<string, Promise<Page>>();
	private queue: Promise<unknown> = Promise.resolve();

	constructor(private readonly read: (picture: Picture) => Promise<Page>) {}

	/** The page of a picture. Rejects when it cannot be read. */
	async page(picture: Picture): Promise<Page> {
		const { sha256 } = picture;
		const page = this.kept.get(sha256) ?? this.enqueue(picture);
		this.kept.delete(sha256);
		this.kept.set(sha256, page);
		const [oldest] = this.kept.keys();
		if (this.kept.size > MOST_PAGES) this.kept.delete(oldest);
		return await page;
	}

	/**
	 * The pages of pictures, one asked for after the other, so that a long file lets others in
	 * between. Rejects when one cannot be read, and when the signal is aborted before the last.
	 */
	async pages(pictures: Picture[], signal?: AbortSignal): Promise<Page[]> {
		const pages: Page[] = [];
		for (const picture of pictures) {
			signal?.throwIfAborted();
			pages.push(await this.page(picture));
		}
		return pages;
	}

	/** Resolves when nothing is being read. */
	async idle(): Promise<void> {
		await this.queue;
	}

	private enqueue(picture: Picture): Promise<Page> {
		const page = this.queue.then(async () => await this.read(picture));
		// A picture that cannot be read must not stop the ones behind it, nor stay.
		this.queue = page.catch(() => this.kept.delete(picture.sha256));
		return page;
	}
}
