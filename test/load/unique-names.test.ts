import type { Problem } from '../../src/graph/problem.js';
import { uniqueNames } from '../../src/load/load-models.js';

function model(file: string, environment?: string) {
  const facts = environment === undefined ? {} : { environment };
  return { file, architecture: { name: 'Shop', facts } } as unknown as Parameters<typeof uniqueNames>[0][number];
}

test('an environment that is left out is production, as in fingerprints', () => {
  const problems: Problem[] = [];
  const kept = uniqueNames([model('a.ts'), model('b.ts', 'production'), model('c.ts', 'staging')], problems);
  expect(kept.map(({ file }) => file)).toEqual(['a.ts', 'c.ts']);
  expect(problems.map(({ file }) => file)).toEqual(['b.ts']);
});
