import { readFileSync } from 'node:fs';
import { type Audited, auditSource, notPrinted } from './audit-source.js';
import { blocksOf, readPage, type Section } from './read-page.js';

/** A line of a table: what became of a finding, its rule, its message. */
interface Row {
  readonly fate: string;
  readonly rule: string;
  readonly message: string;
}

/** A section that audits a model: before and after what it changes. */
interface Step {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Whole models and parts of the model as it is after the step. */
  readonly parts: readonly string[];
  readonly outputs: readonly { readonly excerpt: string; readonly source: string }[];
  readonly file: string;
  readonly before?: { readonly file: string; readonly source: string };
  readonly after: string;
}

const steps = readSteps(readPage('docs/tutorial.md'));

/** A chapter begins with the committed models; the changes of its sections add up. */
function readSteps(sections: readonly Section[]): readonly Step[] {
  const found: Step[] = [];
  let changed = new Map<string, string>();
  let stage: Step['before'];
  for (const section of sections) {
    if (section.level === 2) changed = new Map();
    const file = blocksOf([section], 'sh')
      .join('')
      .match(/audit -- (models\/\S+)/)?.[1];
    if (file === undefined) continue;
    const committed = changed.get(file) ?? readFileSync(file, 'utf8');
    let after = committed;
    const outputs: { excerpt: string; source: string }[] = [];
    for (const { language, code } of section.blocks) {
      if (language === 'diff') after = patch(after, code);
      if (language === 'text') outputs.push({ excerpt: code.trimEnd(), source: after });
    }
    changed.set(file, after);
    const isStage = section.level === 2;
    const before = isStage ? stage : { file, source: committed };
    if (isStage) stage = { file, source: after };
    const parts = blocksOf([section], 'ts');
    found.push({ title: section.title, rows: rowsOf(section), parts, outputs, file, after, ...(before && { before }) });
  }
  return found;
}

/** Replaces the lines with `-` by those with `+`, where they stand once. */
function patch(source: string, diff: string): string {
  const side = (mark: string): string =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const pieces = source.split(side('-'));
  if (pieces.length !== 2) throw new Error(`stands ${pieces.length - 1} times in the model:\n${side('-')}`);
  return pieces.join(side('+'));
}

function rowsOf({ rows }: Section): readonly Row[] {
  return rows
    .filter(([fate = '']) => ['found', 'gone', 'new', 'still'].includes(fate))
    .map(([fate = '', rule = '', message = '']) => ({ fate, rule: rule.match(/`(.*)`/)?.[1] ?? rule, message }));
}

function saidOf({ findings }: Audited): readonly string[] {
  return findings.map(({ rule, message }) => `${rule}: ${message}`);
}

const rulesOf = ({ findings }: Audited): ReadonlySet<string> => new Set(findings.map(({ rule }) => rule));
const ofFate = (rows: readonly Row[], fate: string): readonly string[] =>
  rows.flatMap((row) => (row.fate === fate ? [`${row.rule}: ${row.message}`] : []));
const rulesOfFate = (rows: readonly Row[], fate: string): readonly string[] =>
  [...new Set(rows.flatMap((row) => (row.fate === fate ? [row.rule] : [])))].sort();

test('the four stages and what follows them are found on the page', () => {
  const stages = steps.filter(({ title }) => title.startsWith('Stage'));
  expect(stages.map(({ file }) => file)).toEqual([
    'models/simple-web-stack.ts',
    'models/distributed-web-infrastructure.ts',
    'models/secured-and-monitored.ts',
    'models/scaled-up.ts',
  ]);
  expect(steps.length).toBeGreaterThan(stages.length);
  expect(steps.filter(({ rows }) => rows.length === 0)).toEqual([]);
});

test('the first stage finds what its table says, in that order, and nothing else', async () => {
  const [first] = steps;
  if (!first) throw new Error('the page has no step');
  expect(ofFate(first.rows, 'found')).toEqual(saidOf(await auditSource(first.file, first.after)));
});

describe.each(steps.flatMap((step) => (step.before ? [{ ...step, before: step.before }] : [])))(
  '$title',
  ({ rows, file, before, after }) => {
    const load = () => Promise.all([auditSource(before.file, before.source), auditSource(file, after)]);

    test('what is gone was found before and is found no more, and no other rule fell silent', async () => {
      const [old, now] = await load();
      expect(saidOf(old)).toEqual(expect.arrayContaining([...ofFate(rows, 'gone')]));
      expect([...rulesOf(old)].filter((rule) => !rulesOf(now).has(rule)).sort()).toEqual(rulesOfFate(rows, 'gone'));
    });

    test('what is new is found now and was not before, and no other rule began to speak', async () => {
      const [old, now] = await load();
      expect(saidOf(now)).toEqual(expect.arrayContaining([...ofFate(rows, 'new')]));
      expect([...rulesOf(now)].filter((rule) => !rulesOf(old).has(rule)).sort()).toEqual(rulesOfFate(rows, 'new'));
    });

    test('what stays is found by the same rule before', async () => {
      const [old, now] = await load();
      expect(saidOf(now)).toEqual(expect.arrayContaining([...ofFate(rows, 'still')]));
      expect([...rulesOf(old)]).toEqual(expect.arrayContaining([...rulesOfFate(rows, 'still')]));
    });
  },
);

test.each(steps)('what is shown of the model stands in it: $title', ({ parts, after }) => {
  const lines = new Set(after.split('\n').map((line) => line.trim()));
  for (const part of parts) {
    if (part.includes('export default')) expect(part).toBe(after);
    expect(part.split('\n').filter((line) => !lines.has(line.trim()))).toEqual([]);
  }
});

test.each(steps.flatMap(({ title, file, outputs }) => outputs.map((output) => ({ title, file, ...output }))))(
  'what is shown as printed is printed: $title',
  async ({ file, excerpt, source }) => {
    expect(notPrinted(excerpt, await auditSource(file, source))).toEqual([]);
  },
);
