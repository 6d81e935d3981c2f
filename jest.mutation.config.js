import { everywhere } from './jest.config.js';

/** What a mutant has to survive: the tests of its folder, named in TESTED. */
const tested = (process.env.TESTED ?? 'test/audit').split(' ').map((folder) => `<rootDir>/${folder}`);

/** @type {import('jest').Config} */
export default {
  ...everywhere,
  roots: tested,
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['\\.built\\.test\\.ts$', '\\.long\\.test\\.ts$'],
  testTimeout: 60_000,
};
