/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { OutgoingHttpHeaders } from 'node:http';
import { isObject } from '../nativeRequest';

/** A reply that a test has prepared for a coming request. */
export interface ScriptedReply {
	/** 200 if absent. */
	status?: number;
	/** Added to the service's own headers; they win. */
	headers?: Record<string, string>;
	/** An object is sent as JSON, a text as it is; nothing if absent. */
	body?: object | string;
	/** Milliseconds before the reply. */
	delay?: number;
	/** Whether there is never a reply. */
	hang?: boolean;
}

/** A prepared reply with all that it leaves open filled in, header names in lower case. */
export function scriptedParts({
	status = 200,
	headers = {},
	body = '',
	delay = 0,
	hang = false,
}: ScriptedReply) {
	const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return {
		status,
		headers: { 'x-standin-scripted': 'true', ...Object.fromEntries(named) } as OutgoingHttpHeaders,
		text: typeof body === 'string' ? body : JSON.stringify(body),
		delay,
		hang,
	};
}

/** Reads the list of prepared replies from JSON. Throws an Error that names the fault. */
export function readScriptedReplies(text: string): ScriptedReply[] {
	const list: unknown = JSON.parse(text);
	if (!Array.isArray(list)) throw new Error('a list of replies is expected');
	return list.map(readReply);
}

const MEMBERS: Record<keyof ScriptedReply, (value: unknown) => boolean> = {
	status: (value) => Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599,
	headers: (value) =>
		isObject(value) && Object.values(value).every((header) => typeof header === 'string'),
	body: (value) => typeof value === 'string' || (typeof value === 'object' && value !== null),
	delay: (value) => typeof value === 'number' && value >= 0,
	hang: (value) => typeof value === 'boolean',
};

function readReply(reply: unknown, index: number): ScriptedReply {
	if (!isObject(reply)) throw new Error(`reply ${index} is not an object`);
	for (const [name, value] of Object.entries(reply)) {
		if (!isMember(name)) throw new Error(`reply ${index}: unknown member "${name}"`);
		if (!MEMBERS[name](value)) throw new Error(`reply ${index}: "${name}" has a wrong value`);
	}
	return reply;
}

function isMember(name: string): name is keyof ScriptedReply {
	return Object.hasOwn(MEMBERS, name);
}
