import { asDecimal } from '../dashscope/cost/asDecimal';
import { costOf } from '../dashscope/cost/prices';
import type { Price } from '../dashscope/cost/prices';
import type { Usage } from '../dashscope/nativeAnswer';

/** What an execution has used so far. */
export class RunTotals {
	answers = 0;

	inputTokens = 0;

	outputTokens = 0;

	private readonly costs = new Map<string, number>();

	private isPriced = true;

	private hasListed = false;

	private hasOwn = false;

	/** Counts an answer; `price` is absent where the model's price is not known. */
	add(usage: Usage, price?: Price): void {
		this.answers++;
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

	/** Says it in a sentence, such as `Read with 12 requests: 3,456 tokens, about 0.0123 CNY (…)`. */
	inWords(pricesAsOf: string): string {
		const requests = `${this.answers} ${this.answers === 1 ? 'request' : 'requests'}`;
		const tokens = (this.inputTokens + this.outputTokens).toLocaleString('en-US');
		const costs = [...this.costs].map(([currency, cost]) => `${asDecimal(cost, 3)} ${currency}`);
		const isKnown = this.isPriced && costs.length > 0;
		const price = isKnown ? `, about ${costs.join(' and ')} (${this.priceSource(pricesAsOf)})` : '';
		return `Read with ${requests}: ${tokens} tokens${price}`;
	}

	private priceSource(pricesAsOf: string): string {
		const listed = this.hasListed ? [`prices of ${pricesAsOf}`] : [];
		return [...listed, ...(this.hasOwn ? ['the option Prices'] : [])].join(', ');
	}
}
