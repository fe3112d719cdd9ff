const { spawn } = require('node:child_process');
const { readdirSync, rmSync } = require('node:fs');
const { basename, join } = require('node:path');
const { build } = require('esbuild');
const { series } = require('gulp');

const VENDOR = 'nodes/QwenOcr/vendor';

/** Compiles TypeScript and copies icons and schemas with n8n's own tool. */
function compile() {
	return spawn('n8n-node', ['build'], { stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Puts each library that vendor/ re-exports into the build: the package has no dependencies. */
async function bundleVendor() {
	const sources = readdirSync(VENDOR).filter((name) => name.endsWith('.ts'));
	await build({
		entryPoints: sources.map((name) => join(VENDOR, name)),
		outdir: join('dist', VENDOR),
		bundle: true,
		platform: 'browser',
		format: 'cjs',
		target: 'node20',
		charset: 'utf8',
		legalComments: 'none',
		drop: ['console'],
		minifySyntax: true,
		logLevel: 'warning',
	});
}

/** n8n-node build copies every picture of the repository; only the icons belong into the package. */
async function removeStrayAssets() {
	const belongs = new Set(['credentials', 'icons', 'nodes']);
	for (const name of readdirSync('dist')) {
		if (!belongs.has(basename(name))) rmSync(join('dist', name), { recursive: true });
	}
}

exports.default = series(compile, bundleVendor, removeStrayAssets);
