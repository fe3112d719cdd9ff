module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/{unit,engine,standin}/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/package.json'],
	moduleNameMapper: {
		'^.+/vendor/(\\w+)$': '<rootDir>/dist/nodes/QwenOcr/vendor/$1.js',
	},
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.jest.json' }],
	},
	globalSetup: '<rootDir>/test/engine/startStandin.ts',
	globalTeardown: '<rootDir>/test/engine/stopStandin.ts',
};
