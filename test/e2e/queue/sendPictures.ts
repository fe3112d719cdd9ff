import { callProduction } from '../n8n/webhook';
import type { NumberedPicture } from './numberedPictures';

/** Uploads that are under way at the same time. */
const AT_A_TIME = 8;

/** Uploads pictures to the webhook, some at a time, and gives how many it took. */
export async function sendPictures(
	url: string,
	path: string,
	pictures: readonly NumberedPicture[],
): Promise<number> {
	const waiting = [...pictures];
	let accepted = 0;
	const sendOneByOne = async () => {
		for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
			if (await send(url, path, picture)) accepted += 1;
		}
	};
	await Promise.all(Array.from({ length: AT_A_TIME }, sendOneByOne));
	return accepted;
}

async function send(
	url: string,
	path: string,
	{ number, bytes }: NumberedPicture,
): Promise<boolean> {
	const form = new FormData();
	form.set('number', String(number));
	form.set(
		'data',
		new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }),
		`picture-${number}.jpg`,
	);
	const response = await callProduction(url, `webhook/${path}`, {
		method: 'POST',
		body: form,
	});
	await response.text();
	return response.ok;
}
