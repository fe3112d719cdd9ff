import { createCipheriv, createHash } from 'node:crypto';

/** Passwords of a PDF; an empty one for the user opens for everybody. */
export interface PdfPasswords {
	user: string;
	owner: string;
}

/** How the strings and streams of a PDF are encrypted. */
export interface PdfCipher {
	/** The encryption dictionary, which itself stays readable. */
	dictionary: string;
	encrypt(content: Buffer): Buffer;
}

const NO_VECTOR = Buffer.alloc(16);
/** May be printed, copied and filled in, but not changed. */
const PERMISSIONS = -44;

/**
 * Gives AES-256 encryption by the standard security handler, version 5, revision 6 (ISO 32000-2,
 * 7.6.4). Key, salts and vectors come from `seed`, so that the same file is the same bytes.
 */
export function createPdfCipher(passwords: PdfPasswords, seed: string): PdfCipher {
	const random = (name: string, length: number) => digest('sha512', `${seed} ${name}`, length);
	const fileKey = random('file key', 32);
	const user = lockKey(fileKey, passwords.user, random('user salts', 16), Buffer.alloc(0));
	const owner = lockKey(fileKey, passwords.owner, random('owner salts', 16), user.check);

	const permissions = Buffer.alloc(16, 0xff);
	permissions.writeInt32LE(PERMISSIONS, 0);
	permissions.write('Tadb', 8, 'latin1');
	permissions.set(random('permissions', 4), 12);
	const sealed = createCipheriv('aes-256-ecb', fileKey, null).setAutoPadding(false);

	const filter = '<< /StdCF << /AuthEvent /DocOpen /CFM /AESV3 /Length 32 >> >>';
	const entries = [
		`/Filter /Standard /V 5 /R 6 /Length 256 /P ${PERMISSIONS} /EncryptMetadata true`,
		`/CF ${filter} /StmF /StdCF /StrF /StdCF`,
		`/U ${hex(user.check)} /UE ${hex(user.lockedKey)}`,
		`/O ${hex(owner.check)} /OE ${hex(owner.lockedKey)}`,
		`/Perms ${hex(sealed.update(permissions))}`,
	];
	let count = 0;
	return {
		dictionary: `<< ${entries.join(' ')} >>`,
		encrypt: (content) => {
			const vector = random(`vector ${count++}`, 16);
			const cipher = createCipheriv('aes-256-cbc', fileKey, vector);
			return Buffer.concat([vector, cipher.update(content), cipher.final()]);
		},
	};
}

/** Algorithms 8 and 9: what a password is checked against, and the file's key encrypted with it. */
function lockKey(fileKey: Buffer, password: string, salts: Buffer, userCheck: Buffer) {
	const [validationSalt, keySalt] = [salts.subarray(0, 8), salts.subarray(8)];
	const hash = hashPassword(password, validationSalt, userCheck);
	const key = hashPassword(password, keySalt, userCheck);
	const cipher = createCipheriv('aes-256-cbc', key, NO_VECTOR).setAutoPadding(false);
	return { check: Buffer.concat([hash, salts]), lockedKey: cipher.update(fileKey) };
}

/** Algorithm 2.B: hashes a password in at least 64 rounds, the last byte saying when to stop. */
function hashPassword(text: string, salt: Buffer, userCheck: Buffer): Buffer {
	const password = Buffer.from(text, 'utf8');
	let key = digest('sha256', Buffer.concat([password, salt, userCheck]));
	for (let round = 1; ; round++) {
		const once = Buffer.concat([password, key, userCheck]);
		const repeated = Buffer.concat(Array.from({ length: 64 }, () => once));
		const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
		const encrypted = cipher.setAutoPadding(false).update(repeated);
		const sum = encrypted.subarray(0, 16).reduce((total, byte) => total + byte, 0);
		key = digest(ROUND_HASHES[sum % 3], encrypted);
		if (round >= 64 && encrypted[encrypted.length - 1] <= round - 32) return key.subarray(0, 32);
	}
}

const ROUND_HASHES = ['sha256', 'sha384', 'sha512'];

function digest(algorithm: string, content: string | Buffer, length?: number): Buffer {
	return createHash(algorithm).update(content).digest().subarray(0, length);
}

function hex(bytes: Buffer): string {
	return `<${bytes.toString('hex')}>`;
}
