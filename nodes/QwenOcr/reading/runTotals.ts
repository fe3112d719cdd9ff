import { asDecimal } from '../dashscope/cost/asDecimal';
import type { Usage } from '../dashscope/nativeAnswer';

/** What an execution has used so far. */
export class RunTotals {
	answers = 0;

	inputTokens = 0;

	outputTokens = 0;

	private readonly costs = new Map<string, number>();

	private isPriced = true;

	/** Counts an answer; `price` is absent where the model's price is not known. */
	add({ inputTokens, outputTokens }: Usage, price?: { cost: number; currency: string }): void {
		this.answers++;
		this.inputTokens += inputTokens;
		this.outputTokens += outputTokens;
		if (!price) this.isPriced = false;
		else this.costs.set(price.currency, (this.costs.get(price.currency) ?? 0) + price.cost);
	}

	/** Says it in a sentence, such as `Read with 12 requests: 3,456 tokens, about 0.0123 CNY (…)`. */
	inWords(pricesAsOf: string): string {
		const requests = `${this.answers} ${this.answers === 1 ? 'request' : 'requests'}`;
		const tokens = (this.inputTokens + this.outputTokens).toLocaleString('en-US');
		const costs = [...this.costs].map(([currency, cost]) => `${asDecimal(cost, 3)} ${currency}`);
		const isKnown = this.isPriced && costs.length > 0;
		const price = isKnown ? `, about ${costs.join(' and ')} (prices of ${pricesAsOf})` : '';
		return `Read with ${requests}: ${tokens} tokens${price}`;
	}
}
