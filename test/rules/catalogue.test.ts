import { readdirSync, readFileSync } from 'node:fs';
import { rules } from '../../src/rules/index.js';
import type { Rule } from '../../src/rules-api.js';
import { ruleIds } from '../../src/vocabulary/rule-ids.js';
import { exampleIn, readPage } from './page.js';
import { auditExample, exampleOf } from './page-example.js';

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

test('the list of the rules is up to date', () => {
  const rows = readFileSync('docs/rules/README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ['));
  expect(rows).toEqual(rules.map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`));
});

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
    expect(page.lead).toEqual([rule.summary, `Severity: ${rule.severity}.`]);
    expect([...page.sections.keys()]).toEqual([
      'Risk',
      'Incorrect',
      'Correct',
      'Remedy',
      'Options',
      'When to accept it',
      'References',
    ]);
    expect(page.sections.get('Remedy')).toBe(rule.remedy);
    expect(page.sections.get('Risk')).toMatch(/\w/);
    expect(page.sections.get('When to accept it')).toMatch(/\w/);
  });

  test('its page lists its options with their defaults', () => {
    const told = (page.sections.get('Options') ?? '').split('\n').filter((line) => line.startsWith('| `'));
    const cells = told.map((line) => line.split(' | '));
    expect(cells.map(([name, value]) => `${name} | ${value}`)).toEqual(
      Object.entries(rule.options).map(([name, value]) => `| \`${name}\` | \`${JSON.stringify(value)}\``),
    );
    expect(cells.every(([, , words]) => /\w/.test(words ?? ''))).toBe(true);
    if (told.length === 0) expect(page.sections.get('Options')).toBe('None.');
  });

  test('its page lists its references', () => {
    const lines = rule.references.map(({ id: reference, framework, url }) => {
      return `- ${url === undefined ? reference : `[${reference}](${url})`}, ${framework}`;
    });
    expect(page.sections.get('References')).toBe(lines.join('\n'));
  });

  test('it speaks of the incorrect example, in the words of the page', () => {
    const { code, quote } = exampleIn(page, 'Incorrect');
    const found = auditExample(exampleOf(code)).findings.filter((finding) => finding.rule === id);
    expect(found.map(({ message }) => message)).toContain(quote);
  });

  test('it passes the correct example', () => {
    const { outcomes } = auditExample(exampleOf(exampleIn(page, 'Correct').code));
    expect(outcomes.find((outcome) => outcome.rule === id)).toMatchObject({ findings: 0, unknown: 0, outcome: 'pass' });
  });
});
