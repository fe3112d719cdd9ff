import { createHash } from 'node:crypto';

/** The base64 behind the comma of a data URL; decoded and hashed once, and only when asked for. */
export class Base64Payload {
	private decoded?: Buffer;
	private hash?: string;

	/** @param written as in the request */
	constructor(private readonly written: Buffer) {}

	/** In characters. */
	get length(): number {
		return this.written.length;
	}

	/** What it stands for; characters that are no base64 are passed over. */
	get bytes(): Buffer {
		this.decoded ??= Buffer.from(this.written.toString('latin1'), 'base64');
		return this.decoded;
	}

	/**
	 * Whether all of it is base64. Judged by the length of the result, as looking at each character
	 * of a large picture would take longer than all the rest of its request.
	 */
	get isValid(): boolean {
		if (this.length === 0 || this.written.includes('-') || this.written.includes('_')) return false;
		const tail = this.written.toString('latin1', Math.max(0, this.length - 2));
		const padding = /=*$/.exec(tail)?.[0].length ?? 0;
		const digits = this.length - padding;
		return digits % 4 !== 1 && this.bytes.length === Math.floor((digits * 3) / 4);
	}

	/** SHA-256 of the bytes, hexadecimal. */
	get sha256(): string {
		this.hash ??= createHash('sha256').update(this.bytes).digest('hex');
		return this.hash;
	}
}
