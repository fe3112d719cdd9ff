/** What the stand-in counted under one key. */
export interface Totals {
	requests: number;
	byStatus: Record<string, number>;
	billed: number;
	/** Billed, but the schedule of faults destroyed the answer. */
	destroyed: number;
	/** Billed and sent, but the client had left. */
	lost: number;
	/** Most requests that were open at the same time. */
	mostAtOnce: number;
}

/** Asks the stand-in for its counts. */
export async function totalsOf(url: string, apiKey: string): Promise<Totals> {
	const response = await fetch(`${url}/standin/totals`, {
		headers: { authorization: `Bearer ${apiKey}` },
	});
	if (!response.ok) throw new Error(`The stand-in answered ${response.status}`);
	return (await response.json()) as Totals;
}
