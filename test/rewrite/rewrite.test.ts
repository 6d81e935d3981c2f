import fc from 'fast-check';
import type { FindingEdit } from '../../src/audit/edit.js';
import { rewrite } from '../../src/rewrite/rewrite.js';
import { applyEdits, loadText, rewriteText, wrap } from './apply-edits.js';

const body = `// Two of them.
const [first, second] = site.servers(2, 'node', (server) => {
  const web = server.webServer('web', {
    owner: 'web team', // since spring
  });
  return { web, db: server.database('db', { engine: 'mysql' }) };
});
const small = { cpus: 2 };
site.server('a', small);
const b = site.server('b', small);
const monitor = site.monitoringService('monitor');
second.web.calls?.(first.db);`.replace(/\nsecond.*$/, '');

const edits: readonly FindingEdit[] = [
  { on: { element: 'node-1/web' }, set: { description: 'It answers.' } },
  { on: { element: 'node-2/web' }, set: { description: 'It answers.', software: 'nginx 1.28' } },
  { on: { element: 'node-1/db' }, set: { encryptedAtRest: true } },
  { on: { element: 'a' }, set: { cpus: 8 } },
  { on: { element: 'b' }, call: 'firewall', args: ['wall', { incoming: 'deny' }] },
  { on: { element: 'node-1/db' }, call: 'accepts', args: [{ rule: 'data/backup-missing', because: 'trial' }] },
  { on: { element: 'monitor' }, call: 'watches', args: [{ $element: 'b' }] },
  { on: { model: true }, set: { owner: 'all of us' } },
];

test('in any order and choice they can be written, the model loads, and once more changes nothing', async () => {
  const text = wrap(body);
  const model = await loadText(text);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...edits], { minLength: 2 }), async (chosen) => {
      const once = rewriteText(text, model, chosen);
      expect(once.outcomes.map(({ outcome, reason }) => reason ?? outcome)).toEqual(chosen.map(() => 'written'));
      const twice = rewriteText(once.text, await loadText(once.text), chosen);
      expect(twice.text).toBe(once.text);
    }),
    { numRuns: 12 },
  );
});

test('of two that contradict each other the first is written', async () => {
  const { text, outcomes } = await applyEdits(wrap(body), [
    { on: { element: 'a' }, set: { cpus: 4 } },
    { on: { element: 'b' }, set: { cpus: 8 } },
  ]);
  expect(outcomes).toMatchObject([
    { outcome: 'written', touches: { noun: 'element', names: ['a', 'b'] } },
    { outcome: 'refused', reason: 'another of these edits says something else of the same' },
  ]);
  expect(text).toContain('const small = { cpus: 4 };');
});

test('what is given is not there, or not of this run, is refused with the reason', async () => {
  const model = await loadText(wrap(body));
  const at = (edit: FindingEdit, source = wrap(body)) =>
    rewrite({ sources: new Map([['model.ts', source]]), edits: [{ edit, model }], models: [model] }).outcomes[0]
      ?.reason;
  expect(at({ on: { element: 'nobody' }, set: { cpus: 1 } })).toBe("it is not known where 'nobody' is written");
  expect(at({ remove: { file: 'other.ts', line: 1, column: 1 } })).toBe('other.ts is no model file that can be edited');
  expect(at({ remove: { file: 'model.ts', line: 99, column: 1 } })).toBe('model.ts has no line 99 of that length');
  expect(at({ remove: { file: 'model.ts', line: 1, column: 1 } })).toMatch(/^no call of the builder stands there/);
  expect(at({ on: { element: 'b' }, call: 'x(); process.exit', args: [] })).toMatch(/is no method$/);
  // The file is no longer what was loaded.
  expect(at({ on: { element: 'b' }, set: { cpus: 1 } }, `\n${wrap(body)}`)).toMatch(/^no call of the builder/);
});
