const { spawn } = require('node:child_process');
const { readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');
const { build } = require('esbuild');
const { series } = require('gulp');

const VENDOR = 'nodes/QwenOcr/vendor';

const HIDDEN_GLOBALS = [
	'process',
	'setTimeout',
	'clearTimeout',
	'setInterval',
	'clearInterval',
	'setImmediate',
	'clearImmediate',
];

/** PDFium asks for a browser and finds an empty one. */
const BROWSER_SCOPE = 'librariesOwnScope = {}, window = {}, document = {}';

/** Compiles TypeScript and copies icons and schemas with n8n's own tool. */
function compile() {
	// With CI set, the tool prints lines instead of a turning wheel.
	const env = { ...process.env, CI: 'true' };
	return spawn('n8n-node', ['build'], {
		env,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
}

/** Puts each library that vendor/ re-exports into the build, with its licence: the package has no dependencies. */
async function bundleVendor() {
	const sources = readdirSync(VENDOR).filter((name) => name.endsWith('.ts'));
	const { metafile } = await build({
		entryPoints: sources.map((name) => join(VENDOR, name)),
		outdir: join('dist', VENDOR),
		bundle: true,
		platform: 'browser',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		legalComments: 'none',
		drop: ['console'],
		// A node may touch neither timers nor the process; a library that looks for them finds nothing.
		banner: { js: `var ${HIDDEN_GLOBALS.join(', ')}, ${BROWSER_SCOPE};` },
		define: { globalThis: 'librariesOwnScope' },
		minifySyntax: true,
		metafile: true,
		logLevel: 'warning',
	});
	writeFileSync(join('dist', VENDOR, 'LICENSES.txt'), licencesOf(Object.keys(metafile.inputs)));
}

/** The licence texts of all packages that files of a bundle came from. */
function licencesOf(bundledFiles) {
	const folders = bundledFiles.flatMap(
		(file) => /^.*node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(file)?.[0] ?? [],
	);
	const texts = [...new Set(folders)].sort().map((folder) => {
		const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
		const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
		if (!licence) throw new Error(`${name} comes without a licence text`);
		return `${name} ${version}\n\n${readFileSync(join(folder, licence), 'utf8').trim()}\n`;
	});
	return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** n8n-node build copies every picture of the repository; only the icons belong into the package. */
async function removeStrayAssets() {
	const belongs = new Set(['credentials', 'icons', 'nodes']);
	for (const name of readdirSync('dist')) {
		if (!belongs.has(basename(name))) rmSync(join('dist', name), { recursive: true });
	}
}

exports.default = series(compile, bundleVendor, removeStrayAssets);
