import fc from 'fast-check';
import { checkPrinted } from '../../../nodes/QwenOcr/results/checks/doubts';
import { isMasked } from '../../../nodes/QwenOcr/results/checks/masked';
import { hasUnreadable } from '../../../nodes/QwenOcr/results/checks/unreadable';
import { manyRuns } from '../propertyRuns';
import { computingTime } from '../computingTime';

describe('masked values', () => {
	test.each([
		'6222 **** **** 1234',
		'****1234',
		'**** 1234',
		'1234 ****',
		'VISA **** 4242',
		'Card ending ****4242',
		'6222-****-****-1234',
		'622202******1234',
		'138****5678',
		'j***@example.com',
		'张*明',
		'张**',
		'*建国',
		'欧阳*',
		'Mar***',
		'*****',
		'138XXXX1234',
		'XXXX XXXX XXXX 1234',
		'xxxx-xxxx-xxxx-1234',
		'XXX-XX-1234',
		'ＸＸＸＸ　１２３４',
		'12/XX/2024',
		'XX.XX.2024',
		'20XX年XX月',
		'XXXX XXXX',
		'Account XXXX1234',
		'••••1234',
		'•••• 1234',
		'●●●●●●1234',
		'●●●●',
		'张██',
		'############1234',
		'**** **** **** 4242',
		'**** 1234 ****',
	])('%j is masked', (value) => {
		expect(isMasked(value)).toBe(true);
	});

	test.each([
		'',
		'6222 0212 3456 7890',
		'XXL',
		'2XL',
		'3XXL',
		'T-Shirt XXL, 3 pieces',
		'Super Bowl XXX 1996',
		'Kapitel XX, 2020',
		'XX',
		'XXX',
		'XX1234',
		'PO-XX-1234',
		'10 x 20',
		'4x4',
		'Max Exxon 12',
		'100*200*50',
		'A4*500',
		'2*3',
		'*住宿服务*住宿费',
		'*信息技术服务*软件服务',
		'**Total**',
		'** Note **',
		'Price**',
		'Total*',
		'**incl. VAT',
		'* required',
		'***1,250.00',
		'EUR ***1.250,00***',
		'¥**99.50',
		'**** THANK YOU ****',
		'****THANK YOU****',
		'*** 2024 SALE ***',
		'• first item',
		'Rating: ●●○',
		'### 2024',
		'#1234',
		'11010519491231002X',
		'x'.repeat(201),
	])('%j is not', (value) => {
		expect(isMasked(value)).toBe(false);
	});
});

describe('characters that could not be read', () => {
	test.each([
		'DE89 3704 0?44 0532 0130 00',
		'12?56',
		'12??56',
		'???',
		'?',
		'?2345',
		'1234?',
		'Invoice 123?',
		'Rech?ung',
		'Hans Mül?er',
		'Max Mülle?',
		'Schmid?',
		'?arbara Klein',
		'13.?.2026',
		'12.5?',
		'张?',
		'北京市?阳区',
		'anna.m?ier@example.com',
		'https://exa?ple.com/a',
		'We deliver to the north and to Ber?in.',
		'Really? Ask Mr. Mül?er.',
		'12\uFFFD4',
	])('%j has some', (value) => {
		expect(hasUnreadable(value, { mayBeProse: true })).toBe(true);
	});

	test.each([
		'',
		'no mark',
		'How are you?',
		'Is delivery to the door included?',
		'Any questions? Call us.',
		'Was the order placed in 2024?',
		'Do you need room 12?',
		'What??',
		'What?!',
		'"Why?" she asked',
		'Comment allez-vous ?',
		'¿Qué hora es?',
		'Wie geht es Ihnen?',
		'是否含税?',
		'你好吗?',
		'请问您需要开具增值税专用发票还是普通发票?',
		'領収書は必要ですか?',
		'https://example.com/search?q=1',
		'https://example.com?x',
		'www.example.com/track?id=77&lang=de',
		'example.com/a?b',
		'/search?q=1',
		'See shop.example.com/p?ref=9 for details',
		'Questions? See the back. Returns? Ask us!',
	])('%j has none', (value) => {
		expect(hasUnreadable(value, { mayBeProse: true })).toBe(false);
	});

	it('are suspected behind every question mark where no sentence can be', () => {
		expect(hasUnreadable('Is it 12?', { mayBeProse: false })).toBe(true);
		expect(hasUnreadable('12', { mayBeProse: false })).toBe(false);
	});
});

describe('the doubt about a printed value', () => {
	const field = 'payment.iban';
	const iban = { field, type: 'text', format: { format: 'iban' } } as const;

	test.each([
		['DE89 3704 0044 0532 0130 00', undefined],
		['DE89 **** **** **** **30 00', 'masked'],
		['DE89 3704 0044 0532 0130 0?', 'unreadable_character'],
		['DE89 3704 0044 0532 0130 01', 'check_digit'],
		['on request', 'format'],
	])('%j: %s', (text, code) => {
		const doubt = checkPrinted({ ...iban, text });
		expect(doubt).toEqual(
			code && { field, code, message: expect.stringMatching(/^[A-Z].*[^.]$/) as string },
		);
	});

	it('takes a question for text, and for nothing else', () => {
		const text = 'Is it paid?';
		expect(checkPrinted({ field, text, type: 'text' })).toBeUndefined();
		expect(checkPrinted({ field, text, type: 'amount' })?.code).toBe('unreadable_character');
		expect(checkPrinted({ ...iban, text })?.code).toBe('unreadable_character');
	});

	it('never fails, whatever is printed', () => {
		const piece = fc.oneof(
			fc.constantFrom(...'*?X x●•#.,-/@:12aÄ张\n'.split('')),
			fc.string({ unit: 'binary', maxLength: 3 }),
		);
		const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(text, fc.boolean(), (value, mayBeProse) => {
				expect(typeof isMasked(value)).toBe('boolean');
				expect(typeof hasUnreadable(value, { mayBeProse })).toBe('boolean');
			}),
			manyRuns(),
		);
	});

	test.each(['?', '? ', 'a? ', '*', '** ', 'X', 'x1 ', '# ', 'a.', '/?', '● ', '?\n', 'é '])(
		'takes less than a second for 1 MB of %j',
		(piece) => {
			const text = piece.repeat(1_000_000 / piece.length);
			expect(
				computingTime(() => {
					isMasked(text);
					isMasked(text.slice(0, 200));
					hasUnreadable(text, { mayBeProse: true });
				}),
			).toBeLessThan(1_000);
		},
	);
});
