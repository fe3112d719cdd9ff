/** A file that was uploaded. */
export interface StoredFile {
	account: string;
	/** The only model that may read it. */
	model: string;
	bytes: Buffer;
	/** Milliseconds since 1970. */
	storedAt: number;
}

/** Bounds of what is kept; the oldest go first. */
export interface StorageBounds {
	/** Files of one account, and their bytes. */
	accountFiles: number;
	accountBytes: number;
	/** Files of all accounts, and their bytes. */
	allFiles: number;
	allBytes: number;
}

const MEBIBYTE = 1024 * 1024;

const USUAL_BOUNDS: StorageBounds = {
	accountFiles: 50,
	accountBytes: 128 * MEBIBYTE,
	allFiles: 500,
	allBytes: 512 * MEBIBYTE,
};

/** Permissions to upload that are remembered; the oldest go first. */
const MOST_GRANTS = 1000;

/** The uploaded files, and for which model each upload was allowed. */
export class TemporaryStorage {
	/** By key, oldest first. */
	private readonly files = new Map<string, StoredFile>();
	/** Model by `upload_dir`, oldest first. */
	private readonly grants = new Map<string, string>();

	/** @param secret signs the policies */
	constructor(
		readonly secret: Buffer,
		private readonly bounds = USUAL_BOUNDS,
	) {}

	/** Remembers for which model files below an `upload_dir` will be. */
	allow(uploadDir: string, model: string): void {
		this.grants.set(uploadDir, model);
		const [oldest] = this.grants.keys();
		if (this.grants.size > MOST_GRANTS) this.grants.delete(oldest);
	}

	/** The model that the upload of a key was allowed for, `undefined` outside every `upload_dir`. */
	modelOf(key: string): string | undefined {
		return [...this.grants].find(([uploadDir]) => key.startsWith(`${uploadDir}/`))?.[1];
	}

	/** The file under a key, however old. */
	get(key: string): StoredFile | undefined {
		return this.files.get(key);
	}

	/** Keeps a file, and drops the oldest ones beyond the bounds. */
	put(key: string, file: StoredFile): void {
		const { accountFiles, accountBytes, allFiles, allBytes } = this.bounds;
		this.files.set(key, file);
		this.dropOldest(accountFiles, accountBytes, ({ account }) => account === file.account);
		this.dropOldest(allFiles, allBytes, () => true);
	}

	private dropOldest(most: number, mostBytes: number, counts: (file: StoredFile) => boolean): void {
		const counted = [...this.files].filter(([, file]) => counts(file));
		let bytes = counted.reduce((sum, [, file]) => sum + file.bytes.length, 0);
		let left = counted.length;
		for (const [key, file] of counted) {
			if (left <= most && bytes <= mostBytes) return;
			this.files.delete(key);
			bytes -= file.bytes.length;
			left -= 1;
		}
	}
}
