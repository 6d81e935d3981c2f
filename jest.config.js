export const everywhere = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }],
  },
  // Sources are imported as they will be shipped ('./x.js'); a test of a model imports the package by name. Both must
  // resolve to the one copy in src: two copies of a class would break instanceof.
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^stanchion$': '<rootDir>/src/index.ts',
    '^stanchion/rules$': '<rootDir>/src/rules-api.ts',
    '^stanchion/testing$': '<rootDir>/src/testing.ts',
    '^stanchion/config$': '<rootDir>/src/config-api.ts',
    '^stanchion/api$': '<rootDir>/src/api.ts',
  },
  roots: ['<rootDir>/test'],
};

// What runs dist/ as its users do. It is built first, and only where such a test is to run.
const built = '\\.built\\.test\\.ts$';
// What takes minutes: `npm run check:long`.
const long = '\\.long\\.test\\.ts$';

const sources = { ...everywhere, testMatch: ['**/*.test.ts'], testPathIgnorePatterns: [built, long] };

const bundles = {
  ...everywhere,
  testMatch: ['**/*.built.test.ts'],
  globalSetup: '<rootDir>/test/build-first.mjs',
};

export const longest = { ...bundles, testMatch: ['**/*.long.test.ts'] };

/** @type {import('jest').Config} */
export default {
  projects: [sources, bundles],
  // A busy machine makes a test slow, not wrong.
  testTimeout: 60_000,
  coverageProvider: 'v8',
};
