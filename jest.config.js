module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/{unit,engine,standin}/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json', '<rootDir>/test/e2e'],
	// The libraries behind vendor/ are ES modules, which Jest cannot load: tests take the built bundles.
	moduleNameMapper: { '^.+/vendor/(\\w+)$': '<rootDir>/dist/nodes/QwenOcr/vendor/$1.js' },
	transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.jest.json' }] },
	globalSetup: '<rootDir>/test/engine/startStandin.ts',
	globalTeardown: '<rootDir>/test/engine/stopStandin.ts',
	reporters: ['default', '<rootDir>/test/checks/countReporter.js'],
	testTimeout: 60_000,
	maxWorkers: 2,
};
