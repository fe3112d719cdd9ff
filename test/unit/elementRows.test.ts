import { elementRows } from '../../nodes/QwenOcr/results/fields/elementRows';

describe('the rows of a list', () => {
	const elements = [{ a: '1' }, { a: '2' }];
	const rows = [
		{ number: '7', a: '1' },
		{ number: '7', a: '2' },
	];

	test.each<[string, object]>([
		['lineItems', { lineItems: elements }],
		['Items (No. 1)', { 'Items (No. 1)': elements }],
		['Items (No\\. 1)', { 'Items (No. 1)': elements }],
		['Pos.list', { 'Pos.list': elements, Pos: { list: [] } }],
		['List [1]', { 'List [1]': elements }],
	])('named %s are found', (path, list) => {
		const found = elementRows({ number: '7', ...list }, path, {});
		expect(found.isFound).toBe(true);
		expect(found.rows).toMatchObject(rows);
	});

	test.each(['order.Pos.list', 'order.Pos\\.list'])('in a group are found as %s', (path) => {
		const { rows: found } = elementRows({ order: { 'Pos.list': elements } }, path, {});
		expect(found).toEqual(elements.map((element) => ({ order: {}, ...element })));
	});

	test.each(['Pos.list', 'Pos\\.list'])('of plain values have its printed name: %s', (path) => {
		expect(elementRows({ 'Pos.list': ['x'] }, path, {}).rows).toEqual([{ 'Pos.list': 'x' }]);
	});
});
