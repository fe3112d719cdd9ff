// Runs n8n's package scanner without network: on the source, and on the tarball as it would be published.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';

const PUBLISHED_FILE_PATTERNS = ['**/*.js', 'package.json'];
const ALLOWED_IN_TARBALL =
	/^(package\.json|README\.md|LICENSE\.md|dist\/(nodes|credentials|icons)\/[\w./-]+\.(js|json|svg)|dist\/nodes\/QwenOcr\/vendor\/LICENSES\.txt)$/;
const MAX_TARBALL_BYTES = 4 * 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'qwen-ocr-scan-'));
try {
	const { filename, size, files } = pack(folder);
	execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
	const results = [
		report('source', await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS)),
		report('tarball', await analyzePackage(join(folder, 'package'), PUBLISHED_FILE_PATTERNS)),
		reportContents(files, size),
	];
	if (results.includes(false)) process.exitCode = 1;
} finally {
	rmSync(folder, { recursive: true });
}

function pack(destination) {
	const options = ['pack', '--json', '--ignore-scripts', '--pack-destination', destination];
	const [packed] = Object.values(
		JSON.parse(
			execFileSync('npm', options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
		),
	);
	return packed;
}

function report(what, { passed, message, details }) {
	console.log(`scan of the ${what}: ${passed ? 'no finding' : (message ?? 'findings')}`);
	if (!passed) console.log(details);
	return passed;
}

function reportContents(files, size) {
	const stray = files.map(({ path }) => path).filter((path) => !ALLOWED_IN_TARBALL.test(path));
	console.log(`tarball: ${files.length} files, ${(size / 1024).toFixed(0)} kB packed`);
	for (const path of stray) console.log(`  does not belong into it: ${path}`);
	return stray.length === 0 && size < MAX_TARBALL_BYTES;
}
