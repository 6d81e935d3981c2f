import type { FindingEdit } from '../../src/audit/edit.js';
import { applyEdits, rewriteText, wrap } from './apply-edits.js';

const failover: FindingEdit = {
  on: { element: 'cluster/db' },
  set: { failover: { by: { $element: 'elector' }, within: '30 s' } },
};
const dbs = `const dbs = site.servers(2, 'a', (server) => server.database('db', { engine: 'mysql' }));\n`;
const elector = `const elector = site.coordinator('elector');\n`;
const by = `failover: { by: elector, within: '30 s' }`;

test.each([
  ['a variable', `${elector}${dbs}site.cluster('db', dbs);`, `${elector}${dbs}site.cluster('db', dbs, { ${by} });`],
  [
    'what is to be replaced',
    `${elector}${dbs}site.cluster('db', dbs, { failover: 'manual' });`,
    `${elector}${dbs}site.cluster('db', dbs, { ${by} });`,
  ],
  [
    'another name',
    `${elector}const other = site.coordinator('other');\n${dbs}site.cluster('db', dbs, { failover: { by: other, within: '5 s' } });`,
    `${elector}const other = site.coordinator('other');\n${dbs}site.cluster('db', dbs, { ${by} });`,
  ],
  [
    'nobody holds it',
    `site.coordinator('elector');\n${dbs}site.cluster('db', dbs);`,
    `${elector}${dbs}site.cluster('db', dbs, { ${by} });`,
  ],
])('a value names an element: %s', async (_, before, expected) => {
  const { text, outcomes, after } = await applyEdits(wrap(before), [failover]);
  expect(text).toBe(wrap(expected));
  expect(outcomes).toMatchObject([{ outcome: 'written' }]);
  expect(after.byId.get('cluster/db')?.facts.failover).toMatchObject({ by: 'elector' });
  expect(rewriteText(text, after, [failover])).toMatchObject({ text, outcomes: [{ outcome: 'already so' }] });
});

test.each([
  ['further down', `${dbs}site.cluster('db', dbs);\n${elector}`, /^'elector' is made further down/],
  [
    'within something else',
    `site.servers(1, 'e', (server) => {\n  const elector = server.coordinator('elector');\n  return elector;\n});\n${dbs}site.cluster('db', dbs);`,
    /^'elector' is not known where/,
  ],
  [
    'under a name that is another there',
    `${elector}${dbs}((elector: string) => site.cluster('db', dbs, { description: elector }))('x');`,
    /^'elector' stands for something else there$/,
  ],
])('it is refused where it is made %s', async (_, before, reason) => {
  const element = before.includes("'e'") ? 'e-1/elector' : 'elector';
  const edit: FindingEdit = { ...failover, set: { failover: { by: { $element: element }, within: '30 s' } } };
  const { text, outcomes } = await applyEdits(wrap(before), [edit]);
  expect(text).toBe(wrap(before));
  expect(outcomes).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(reason) }]);
});
