import { asDecimal } from '../dashscope/cost/asDecimal';
import { costOf } from '../dashscope/cost/prices';
import type { Price } from '../dashscope/cost/prices';
import type { Usage } from '../dashscope/nativeAnswer';

/** What several requests have used, or would use at most. */
export class UsageSum {
	requests = 0;

	inputTokens = 0;

	outputTokens = 0;

	private readonly costs = new Map<string, number>();

	private isPriced = true;

	private hasListed = false;

	private hasOwn = false;

	/** Counts a request; `price` is absent where the model's price is not known. */
	add(usage: Pick<Usage, 'inputTokens' | 'outputTokens'>, price?: Price): void {
		this.requests++;
		this.inputTokens += usage.inputTokens;
		this.outputTokens += usage.outputTokens;
		if (!price) {
			this.isPriced = false;
			return;
		}
		const { currency, isOwn = false } = price;
		this.costs.set(currency, (this.costs.get(currency) ?? 0) + costOf(usage, price));
		this.hasOwn ||= isOwn;
		this.hasListed ||= !isOwn;
	}

	/** Says it in words, such as `12 requests: 3,456 tokens, about 0.0123 CNY (prices of 2026-09)`. */
	inWords(pricesAsOf: string): string {
		const requests = `${this.requests} ${this.requests === 1 ? 'request' : 'requests'}`;
		const tokens = (this.inputTokens + this.outputTokens).toLocaleString('en-US');
		const costs = [...this.costs].map(([currency, cost]) => `${asDecimal(cost, 3)} ${currency}`);
		const isKnown = this.isPriced && costs.length > 0;
		const price = isKnown ? `, about ${costs.join(' and ')} (${this.priceSource(pricesAsOf)})` : '';
		return `${requests}: ${tokens} tokens${price}`;
	}

	private priceSource(pricesAsOf: string): string {
		const listed = this.hasListed ? [`prices of ${pricesAsOf}`] : [];
		return [...listed, ...(this.hasOwn ? ['the option Prices'] : [])].join(', ');
	}
}
