/** Makes a text safe to show. */
export type HideSecrets = (text: string) => string;

const LONGEST_SHOWN = 500;

/**
 * Gives a function that takes out of a text what must never reach a message, an item or a log: this
 * key, anything that looks like a key of the service, the signed part of URLs, and the content of
 * pictures. The service and gateways may quote what they were sent.
 */
export function createSecretHider(apiKey: string): HideSecrets {
	return (text) => {
		const withoutKey = apiKey.length > 3 ? text.split(apiKey).join('…') : text;
		return withoutKey
			.replace(/data:[\w./+-]*;base64,[A-Za-z0-9+/=]*/g, 'data:…')
			.replace(/(https?:\/\/)[^\s/@?#]*@/gi, '$1')
			.replace(/(https?:\/\/[^\s?#"']+)[?#][^\s"']*/gi, '$1?…')
			.replace(/\bsk-[\w.-]{4,}/g, 'sk-…')
			.replace(/[A-Za-z0-9+/]{80,}=*/g, '…')
			.slice(0, LONGEST_SHOWN);
	};
}
