import { readCommandLine } from './commandLine';

test('has the documented defaults', () => {
	expect(readCommandLine([])).toEqual({
		port: 8787,
		host: '127.0.0.1',
		answers: 'ocr',
		latency: 0,
		key: 'sk-test-standin',
	});
});

test('reads every option', () => {
	const words = '--port 0 --host ::1 --answers echo --latency 20 --key sk-own'.split(' ');
	expect(readCommandLine(words)).toEqual({
		port: 0,
		host: '::1',
		answers: 'echo',
		latency: 20,
		key: 'sk-own',
	});
	expect(readCommandLine(['--help'])).toBe('help');
});

test.each([
	['--host 0.0.0.0', '--host must be one of'],
	['--host example.com', '--host must be one of'],
	['--port 70000', '--port must be a whole number'],
	['--latency -1', '--latency'],
	['--answers poem', '--answers must be one of ocr, echo'],
	['--colour red', '--colour'],
])('refuses %s', (line, message) => {
	expect(() => readCommandLine(line.split(' '))).toThrow(message);
});
