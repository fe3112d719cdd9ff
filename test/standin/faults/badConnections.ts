import type { Fault } from './fault';
import type { Scene } from './scene';

const EVERYWHERE: Fault['stages'] = ['answer', 'policy', 'upload'];
const SERVICE: Fault['stages'] = ['answer', 'policy'];

/** How a slow reply comes: in 10 pieces over 0.1 s, or for ever at that pace. */
const PIECES = 10;
const PAUSE_MS = 10;

/** Connections that are slow, silent or torn down. */
export const BAD_CONNECTIONS = {
	/** A good answer in small pieces. */
	slow_drip: {
		stages: SERVICE,
		isBilled: true,
		destroysAnswer: false,
		serve: async (scene) => {
			const response = scene.begin(scene.reply.status, scene.reply.headers);
			for (const piece of pieces(Buffer.from(scene.reply.body))) {
				response.write(piece);
				await scene.pause(PAUSE_MS);
			}
			response.end();
		},
	},
	/** Bytes come and come, so that a client that waits for silence waits for ever. */
	endless_drip: { stages: SERVICE, isBilled: true, destroysAnswer: true, serve: dripForEver },
	/** There is never an answer. */
	hang: {
		stages: EVERYWHERE,
		isBilled: false,
		destroysAnswer: false,
		serve: async () => {},
	},
	/** The connection is reset when the request is there. */
	reset_before: {
		stages: EVERYWHERE,
		isBilled: false,
		destroysAnswer: false,
		serve: async (scene) => scene.reset(),
	},
	/** The connection is reset when the work is done. */
	reset_after: {
		stages: EVERYWHERE,
		isBilled: true,
		destroysAnswer: true,
		serve: async (scene) => scene.reset(),
	},
} satisfies Record<string, Fault>;

async function dripForEver(scene: Scene): Promise<void> {
	const response = scene.begin(scene.reply.status, scene.reply.headers);
	// JSON may have blanks before its last bracket.
	const endless = Buffer.from(scene.reply.body.slice(0, -1));
	for (const piece of pieces(endless)) {
		response.write(piece);
		await scene.pause(PAUSE_MS);
	}
	for (;;) {
		response.write(' ');
		await scene.pause(PAUSE_MS);
	}
}

function pieces(bytes: Buffer): Buffer[] {
	const length = Math.ceil(bytes.length / PIECES);
	return Array.from({ length: PIECES }, (_, index) =>
		bytes.subarray(index * length, (index + 1) * length),
	).filter((piece) => piece.length > 0);
}
