import type { Scene } from './scene';

/** What a request is for: an answer (or the model list), a permission to upload, an upload. */
export const STAGES = ['answer', 'policy', 'upload'] as const;

/** One of the kinds of requests. */
export type Stage = (typeof STAGES)[number];

/** A way in which a request goes wrong, or at least not as usual. */
export interface Fault {
	/** The requests that it can strike. */
	stages: readonly Stage[];
	/** Whether the work of the request is done before, and charged if it is charged as a rule. */
	isBilled: boolean;
	/** Whether the client is never given the result of that work. */
	destroysAnswer: boolean;
	/** Answers the request, or does not. Rejects when the client goes. */
	serve: (scene: Scene) => Promise<void>;
}
