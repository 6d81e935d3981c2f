import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Finding } from '../../src/audit/finding.js';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules-api.js';
import { ruleIds } from '../../src/vocabulary/rule-ids.js';
import { acceptedExample, exampleIn, readPage } from './page.js';
import { auditExample, exampleOf } from './page-example.js';
import { rulesIndex } from './rules-index.js';

const ids = rules.map(({ id }) => id);

/** `family/name` of every file below a folder that lies in a family's folder and ends so. */
function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`))
    .map((path) => (path.endsWith(ending) ? path.slice(0, -ending.length) : path))
    .sort();
}

const sorted = [...ids].sort();

/** A table has no room for it: it stands below. */
function isLong(value: unknown): boolean {
  return JSON.stringify(value).length > 60;
}

function defaultInWords(value: unknown): string {
  return isLong(value) ? 'below' : `\`${JSON.stringify(value)}\``;
}

test('no rule is there twice', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('the words that a waiver can name are the rules there are', () => {
  expect([...ruleIds]).toEqual(ids);
});

test.each([
  ['src/rules', '.ts'],
  ['test/rules', '.test.ts'],
  ['docs/rules', '.md'],
])('%s has one file of its name for each rule, and no other', (folder, ending) => {
  expect(filesIn(folder, ending)).toEqual(sorted);
});

// `UPDATE_GOLDEN=1 npm test -- test/rules/catalogue` writes it anew.
test('the list of the rules is up to date', () => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync('docs/rules/README.md', rulesIndex(rules));
  else expect(readFileSync('docs/rules/README.md', 'utf8')).toBe(rulesIndex(rules));
});

/** Which would have to stand in every example. */
const owners = 'hygiene/missing-owner';
/** What only the strict presets ask is not asked of examples, which are short. */
const strict = rules.filter(({ recommended }) => !recommended).map((rule) => rule.id);

function rulesBeside(id: string, findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule }) => rule).filter((rule) => rule !== id && rule !== owners && !strict.includes(rule));
}

describe.each(rules.map((rule): [string, Rule] => [rule.id, rule]))('%s', (id, rule) => {
  const page = readPage(id);

  test('its words are sentences', () => {
    for (const words of [rule.summary, rule.impact, rule.remedy, ...Object.values(rule.messages)])
      expect(words).toMatch(/^\S.*\.$/s);
    expect(rule.summary).not.toMatch(/\. /);
    for (const message of Object.values(rule.messages)) expect(message).not.toMatch(/\. /);
  });

  test('its references are known, each with its edition', () => {
    expect(rule.references.length).toBeGreaterThan(0);
    expect(rule.references.filter(({ framework }) => framework === 'other')).toEqual([]);
  });

  test('its page says what the rule says', () => {
    expect(page.title).toBe(`# ${id}`);
    expect(page.lead).toEqual([
      rule.summary,
      rule.recommended
        ? `Severity: ${rule.severity}.`
        : `Severity: ${rule.severity}; asked by the presets \`strict\` and \`all\` only.`,
    ]);
    expect([...page.sections.keys()]).toEqual([
      'Risk',
      'Incorrect',
      'Correct',
      'Remedy',
      'What it needs to know',
      'Options',
      'When to accept it',
      'References',
    ]);
    expect(page.sections.get('Remedy')).toBe(rule.remedy);
    for (const section of ['Risk', 'What it needs to know', 'When to accept it'])
      expect(page.sections.get(section)).toMatch(/\w/);
  });

  test('its page lists its options with their defaults', () => {
    const told = (page.sections.get('Options') ?? '').split('\n').filter((line) => line.startsWith('| `'));
    const cells = told.map((line) => line.split(' | '));
    expect(cells.map(([name, value]) => `${name} | ${value}`)).toEqual(
      Object.entries(rule.options).map(([name, value]) => `| \`${name}\` | ${defaultInWords(value)}`),
    );
    const below = [...(page.sections.get('Options') ?? '').matchAll(/^```json\n([\s\S]*?)```$/gm)];
    expect(below.map(([, json = '']) => JSON.parse(json))).toEqual(Object.values(rule.options).filter(isLong));
    expect(cells.every(([, , words]) => /\w/.test(words ?? ''))).toBe(true);
    if (told.length === 0) expect(page.sections.get('Options')).toBe('None.');
  });

  test('its page lists its references', () => {
    const lines = rule.references.map(({ id: reference, framework, url }) => {
      return `- ${url === undefined ? reference : `[${reference}](${url})`}, ${framework}`;
    });
    expect(page.sections.get('References')).toBe(lines.join('\n'));
  });

  test('it alone speaks of the incorrect example, once, in the words of the page', () => {
    const { code, quote } = exampleIn(page, 'Incorrect');
    const { findings } = auditExample(exampleOf(code));
    expect(findings.filter((finding) => finding.rule === id).map(({ message }) => message)).toEqual([quote]);
    expect(rulesBeside(id, findings)).toEqual(id === 'hygiene/waiver' ? ['transport/plaintext-external'] : []);
  });

  test('it passes the correct example, and no other rule objects', () => {
    const { outcomes, findings } = auditExample(exampleOf(exampleIn(page, 'Correct').code));
    expect(outcomes.find((outcome) => outcome.rule === id)).toMatchObject({ findings: 0, unknown: 0, outcome: 'pass' });
    expect(rulesBeside(id, findings)).toEqual([]);
  });

  test('it is accepted as the page proposes', () => {
    const code = acceptedExample(page);
    // What is wrong with an acceptance cannot be accepted.
    expect(code === undefined).toBe(id === 'hygiene/waiver');
    if (code === undefined) return;
    const { findings, accepted } = auditExample(exampleOf(code));
    expect(accepted.map((finding) => finding.rule)).toEqual([id]);
    expect(rulesBeside(id, findings)).toEqual([]);
  });
});
