/** @type {import('jest').Config} */
export default {
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
    '^stanchion/api$': '<rootDir>/src/api.ts',
  },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  coverageProvider: 'v8',
};
