import { readCommandLine } from './commandLine';

test('has the documented defaults', () => {
	expect(readCommandLine([])).toEqual({
		port: 8787,
		host: '127.0.0.1',
		answers: 'ocr',
		latency: 0,
		key: 'sk-test-standin',
		keepsBodies: true,
		limits: {},
	});
});

test('reads every option', () => {
	const words =
		'--port 0 --host ::1 --answers echo --latency 20 --key sk-own --no-bodies --limit 10 --retry-after 2 --faults seed=7,share=0.2'.split(
			' ',
		);
	expect(readCommandLine(words)).toEqual({
		port: 0,
		host: '::1',
		answers: 'echo',
		latency: 20,
		key: 'sk-own',
		keepsBodies: false,
		limits: { requestsPerSecond: 10, retryAfter: 2 },
		faults: { random: { seed: 7, share: 0.2 } },
	});
	expect(readCommandLine(['--help'])).toBe('help');
});

test.each([
	['--host 0.0.0.0', '--host must be one of'],
	['--host example.com', '--host must be one of'],
	['--port 70000', '--port must be a whole number'],
	['--latency -1', '--latency'],
	['--answers poem', '--answers must be one of ocr, echo'],
	['--limit 0', '--limit must be a whole number from 1'],
	['--retry-after soon', '--retry-after must be a whole number'],
	['--faults seed=7', '--faults: random: "share" must be'],
	['--colour red', '--colour'],
])('refuses %s', (line, message) => {
	expect(() => readCommandLine(line.split(' '))).toThrow(message);
});
