import { checkOwnRules } from '../../../src/audit/config/check-own-rules.js';
import { speaksOf } from '../rules.js';

const own = speaksOf(['server'], { id: 'acme/speaks' });
const taken = (rule: unknown) => checkOwnRules([rule], [], () => undefined);

test('a rule is taken as defineRule makes it, also by another copy', () => {
  expect(taken(own)).toEqual([own]);
  expect(taken({ ...own, references: [...own.references] })).toHaveLength(1);
});

test.each<[object]>([
  [{ id: undefined }],
  [{ id: ['acme/speaks'] }],
  [{ id: 'speaks' }],
  [{ id: 'acme/speaks/loud' }],
  [{ id: 'Acme/speaks' }],
  [{ id: 'acme/Speaks' }],
  [{ family: undefined }],
  [{ summary: undefined }],
  [{ impact: 3 }],
  [{ remedy: undefined }],
  [{ severity: 'grave' }],
  [{ references: 'CWE-1' }],
  [{ references: ['CWE-1'] }],
  [{ references: [{ id: 1 }] }],
  [{ references: [...own.references, {}] }],
  [{ options: undefined }],
  [{ messages: [] }],
  [{ check: 'check' }],
])('a rule with %j is none', (spoiled) => {
  expect(taken({ ...own, ...spoiled })).toEqual([]);
});

test.each([[null], ['acme/speaks'], [3], [undefined]])('%j is no rule', (value) => {
  expect(taken(value)).toEqual([]);
});

test('every one that is wrong is told, also in a list of a package', () => {
  const told: unknown[] = [];
  checkOwnRules([own, [own, 3]], [], (problem) => told.push(problem));
  expect(told).toMatchObject([
    { message: "Two own rules have the id 'acme/speaks'." },
    { message: expect.stringContaining('is none: make it with defineRule.') },
  ]);
});
