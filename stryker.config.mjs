// Mutation testing of one folder: `npm run mutate` calls it folder by folder (scripts/mutate.mjs) and keeps the scores.
const { MUTATED = 'src/audit/**/*.ts', REPORT = '.cache/mutation' } = process.env;

export default {
  mutate: MUTATED.split(' '),
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // There is no such file: what compiles the tests is not TypeScript's own program.
  tsconfigFile: 'no-tsconfig.json',
  disableTypeChecks: false,
  ignorePatterns: ['output', 'dist', '.cache', 'bench'],
  // A message that says something else is the business of golden files, and a type has no mutants.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `${REPORT}/incremental.json`,
  reporters: ['json'],
  jsonReporter: { fileName: `${REPORT}/report.json` },
  tempDirName: '.cache/stryker',
  concurrency: 2,
  timeoutMS: 20_000,
  logLevel: 'warn',
};
