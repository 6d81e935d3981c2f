import type { Audit } from '../../../src/audit/finding.js';
import { compareSides } from '../../../src/diff/compare-sides.js';
import { usualLimits } from '../../../src/diff/gate/gate-limits.js';
import { judgeComparison } from '../../../src/diff/gate/judge-comparison.js';
import { architecture, each, http } from '../../../src/index.js';
import type { ToldModel } from '../../../src/report/change/story.js';
import { toldChange } from '../../../src/report/change/told-change.js';
import { toldGate } from '../../../src/report/gate/told-gate.js';
import { changeToMarkdown } from '../../../src/report/markdown/change-to-markdown.js';
import { changeToTerminal } from '../../../src/report/terminal/change-to-terminal.js';
import { audited } from '../../diff/audited.js';

interface Given {
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly isAccepted?: boolean;
  readonly mttr?: number;
  readonly objective?: number;
  readonly server?: string;
  readonly complete?: readonly 'firewalls'[];
}

function shop({ name = 'Shop', tags = [], isAccepted = false, mttr = 1, ...given }: Given): Audit {
  const site = architecture(name, { tags: [...tags], complete: given.complete ?? [] });
  const visitor = site.user('visitor');
  const server = site.server(given.server ?? 'server', { mtbf: '100 hours', mttr: `${mttr} hours` });
  const app = server.appServer('app', { listens: http({ port: 8080 }) });
  const db = server.database('db');
  app.writes(db);
  visitor.visits(app);
  if (given.objective !== undefined) site.journey('buy', { from: visitor, writes: db, objective: given.objective });
  if (isAccepted) app.accepts({ rule: 'transport/plaintext-external', because: 'For now' });
  return audited(site);
}

const told = (base: readonly Audit[], head: readonly Audit[]) =>
  toldChange(compareSides({ audits: base, isWhole: true }, { audits: head, isWhole: true }), 'main');
const change = (before: Given, after: Given) => told([shop(before)], [shop(after)]);

test('the verdict counts what got worse, weaker and better, and says where none did', () => {
  expect(change({}, {}).verdict).toBe('Nothing changes in 1 model.');
  expect(told([], []).verdict).toBe('There is nothing to compare.');
  expect(change({}, { tags: ['web'] }).verdict).toBe('Nothing gets worse or better; 1 change.');
  expect(change({ mttr: 1 }, { mttr: 2 }).verdict).toBe('1 thing gets worse.');
  expect(change({ mttr: 2 }, { mttr: 1 }).verdict).toBe('1 thing gets better.');
  expect(change({}, { isAccepted: true })).toMatchObject({ verdict: '1 thing is weakened.', tone: 'weakened' });
});

test('nobody is called, and nothing linked, by a name in a comment', () => {
  const text = changeToMarkdown(change({}, { server: '@everyone #1 :tada:' }), () => undefined);
  expect(text).toContain("Server '@<!-- -->everyone #<!-- -->1 :<!-- -->tada:': was 'server'.");
});

test('an element under another name is renamed, and what is told of it the same', () => {
  const [model] = change({}, { server: 'node' }).models;
  expect(model?.story).toEqual({
    worse: [],
    weakened: [],
    unsure: [],
    better: [],
    changed: [{ tag: 'renamed', text: "Server 'node': was 'server'." }],
  });
});

test('a new model brings its findings, objectives that it misses, and what it accepts', () => {
  const [model] = told([], [shop({ isAccepted: true, objective: 0.999 })]).models;
  expect(model?.became).toBe('added');
  expect(model?.story.worse.filter(({ finding }) => finding === undefined)).toEqual([
    {
      tag: 'objective',
      text: "'buy' (writing) misses its objective now: it works at best 99.01 % of the time, and 99.90 % is asked.",
    },
  ]);
  expect(model?.story.weakened).toEqual([
    {
      tag: 'waiver',
      text: "What transport/plaintext-external finds on 'app' is accepted now, for good, because: For now.",
    },
  ]);
});

test('a pool that shrinks to one is told as that one, and what is gone with the others is no gain', () => {
  const balanced = (count: number, isOneNeeded = true) => {
    const site = architecture('Shop', { complete: ['firewalls'] });
    const apps = site.servers(count, 'node', (server) => server.appServer('shop', { listens: http() }));
    const lb = site.server('front').loadBalancer('haproxy', { listens: http() });
    site.user('customer').visits(lb);
    if (isOneNeeded) lb.balances(each(apps), { healthCheck: '/health' });
    else for (const app of apps) lb.balances(app, { healthCheck: '/health' });
    return audited(site);
  };
  const [alone] = told([balanced(2)], [balanced(1)]).models;
  const texts = alone?.story.changed.map(({ text }) => text);
  expect(texts).toContain("'haproxy' balances over 'shop' alone now.");
  expect(texts?.filter((text) => text.includes('it is gone; before'))).toHaveLength(1);
  expect(alone?.story.better.filter(({ tag }) => tag === 'exposure')).toEqual([]);
  const [needed] = told([balanced(2)], [balanced(2, false)]).models;
  expect(needed?.story.changed.map(({ text }) => text)).toContain(
    "'haproxy' balances over several, and needs each of them now.",
  );
});

test('of a model that the base may have had, a gate tells all that is found, and claims nothing of what was before', () => {
  const head = shop({ isAccepted: true, objective: 0.999, complete: ['firewalls'] });
  const comparison = compareSides({ audits: [], isWhole: false }, { audits: [head], isWhole: true });
  expect(toldChange(comparison, 'main').models).toEqual([]);
  const verdict = judgeComparison(comparison, { ...usualLimits, exposure: 'fail' });
  const gate = toldGate(verdict, comparison, { notes: [], problems: [] });
  const { models, tone, verdict: text } = toldChange(comparison, 'main', gate);
  const [model] = models;
  expect(tone).toBe('unsure');
  expect(text).toBe(`Of ${model?.story.unsure.length} things nobody can say whether they are new.`);
  expect(model?.became).toBe('incomparable');
  expect(model?.story).toMatchObject({ worse: [], weakened: [], better: [], changed: [] });
  const tags = model?.story.unsure.map(({ tag }) => tag);
  expect(tags).toEqual(expect.arrayContaining(['objective', 'exposure', 'waiver']));
  expect(model?.story.unsure.filter(({ finding }) => finding)).toHaveLength(head.findings.length);
  const exposure = 'reached by anyone; before: nobody can say.';
  for (const { statements } of [gate.refused[0]!, { statements: model!.story.unsure }]) {
    expect(statements.find(({ tag }) => tag === 'exposure')?.text).toContain(exposure);
  }
});

test('of a model that is gone nobody can say that its findings are fixed', () => {
  const [model] = told([shop({})], []).models;
  expect(model?.story.better).toEqual([]);
  expect(model?.story.weakened[0]?.text).toMatch(/^The model is gone, and with it what was found: \d+ findings/);
});

test('of very much the first is told, and how much more there is', async () => {
  const long = { ...change({}, { tags: ['web'] }) };
  const [model] = long.models;
  const changed = Array.from({ length: 100 }, (_, index) => ({ tag: 'changed', text: `Fact ${index}.` }));
  const many = { ...long, models: [{ ...model!, story: { ...model!.story, changed } }] };
  expect(changeToMarkdown(many, () => undefined)).toContain('- **changed** Fact 39.\n- and 60 more\n');
  const text = await changeToTerminal(many, { colour: false, width: 80, sourceLines: () => undefined });
  expect(text).toContain('  changed  Fact 59.\n  and 40 more\n');
});

describe('a comment holds what a code host takes', () => {
  const small = change({}, { tags: ['web'] });
  const [model] = small.models;
  const statements = (count: number, text: string) =>
    Array.from({ length: count }, (_, index) => ({ tag: `H${index}`, text: `${index} ${text}` }));
  const story = (text: string) => ({
    worse: statements(300, text),
    weakened: statements(300, text),
    unsure: statements(300, text),
    better: statements(300, text),
    changed: statements(300, text),
  });
  const models = (count: number, text: string) =>
    Array.from({ length: count }, () => ({ ...model!, story: story(text) }));
  const gate = (text: string, told: readonly ToldModel[]) => ({
    passes: false,
    sentence: 'The gate refuses this change.',
    problems: statements(300, text).map(({ text: message }) => ({ file: text, message })),
    refused: told.map(({ audit, story: { worse } }) => ({ audit, statements: worse })),
    hints: [text],
    notes: statements(300, text).map(({ text: note }) => note),
  });

  test.each([
    ['of much that could not be read', 0, '@<'.repeat(2000)],
    ['of very many findings', 1, 'x '.repeat(60)],
    ['of long texts', 1, 'x'.repeat(4000)],
    ['of texts that are long when they are harmless', 1, '@<'.repeat(2000)],
    ['of many models', 30, 'short'],
    ['of very many models', 1000, '@<'.repeat(300)],
  ])('%s', (_, count, text) => {
    const all = models(count, text);
    const asides = statements(300, text).map((one) => one.text);
    const comment = changeToMarkdown({ ...small, models: all, asides, gate: gate(text, all) }, () => 'a/change.svg');
    expect(comment.length).toBeLessThanOrEqual(65_000);
    expect(comment.length).toBeGreaterThan(12_000);
    expect(comment).toMatch(/^## Architecture gate: refused\n\n\*\*The gate refuses this change\.\*\*\n/);
    expect(comment).toMatch(/- and 2\d\d more\n/);
    const left = count - (comment.match(/^### /gm)?.length ?? 0);
    expect(comment.includes(`holds no more: ${left} model`)).toBe(left > 0);
  });

  test('what got worse is told before what only changed', () => {
    const calm = Array.from({ length: 500 }, () => ({
      ...model!,
      story: { worse: [], weakened: [], unsure: [], better: [], changed: statements(5, 'x'.repeat(150)) },
    }));
    const bad = { ...model!, story: { ...model!.story, worse: [{ tag: 'H1', text: 'It is open.' }] } };
    const comment = changeToMarkdown({ ...small, models: [...calm, bad] }, () => undefined);
    expect(comment).toContain('- **H1** It is open.');
    expect(comment).toMatch(/Left out, since a comment holds no more: \d+ models\. The format json tells all\.\n$/);
  });
});

test('no line is wider than the terminal', async () => {
  const wide = change(
    { mttr: 1 },
    { mttr: 50, isAccepted: true, objective: 0.99, server: 'a-server-with-a-long-name' },
  );
  for (const width of [40, 60, 100]) {
    const text = await changeToTerminal(wide, { colour: false, width, sourceLines: () => undefined });
    // What is one word, such as a place in a file, is not broken.
    const lines = text.split('\n').filter((line) => line.length > width && line.trim().includes(' '));
    expect(lines).toEqual([]);
  }
});
