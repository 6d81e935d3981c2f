import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { fakeSurroundings } from '../cli/fake-surroundings.js';
import { createRepository, environment, type TestRepository, temporaryFolder } from '../cli/git/repository.js';
import { readCommands } from '../report/formats/read-commands.js';
import { readComment } from '../report/formats/read-comment.js';
import { readXml } from '../report/formats/read-xml.js';
import { good, put, rule } from './attacks.js';

// What a change calls things is data: in no format does it become markup, a link, a command to the runner, or a call to somebody.

const names = [
  '::set-output name=x::y',
  '::add-mask::s',
  '##[error]x',
  '##vso[task.setvariable variable=a]b',
  '##teamcity[buildStop]',
  '-->',
  '<details open>',
  '<script>alert(1)',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '![i](mailto:x)',
  '@everyone',
  'CON',
  'nul.txt',
  ']]>',
  '<![CDATA[',
  '&lt;&#0;&amp;',
  '{0} %0A',
  '`a` | b',
  '__proto__',
  'constructor',
  '$(touch ran)',
  '#1',
  '~~a~~ **b**',
  'раyment',
  '\u202egnp.exe',
];

/** No name may hold them; in what is said of that they are spelled out. */
const refused = [
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u009b2J',
  'a\nb',
  'a\r\n::error::x',
  '\u2028line',
  '../../ran',
  'https://x.example/',
];

const withStores = (texts: readonly string[]) => {
  const stores = texts.map((text, number) => {
    const quoted = JSON.stringify(text);
    const says = `{ listens: mysql(), holds: ['personal'], encryptedAtRest: false, description: ${JSON.stringify(`${text}\n`)} }`;
    return `const store${number} = server.database(${quoted}, ${says});\nweb.reads(store${number});\n`;
  });
  return good.replace('export default', `${stores.join('')}export default`);
};

let repository: TestRepository;
let cache: string;

beforeAll(() => {
  repository = createRepository();
  cache = temporaryFolder();
  repository.commit({ 'models/shop.ts': good }, 'base');
  repository.git('checkout', '-q', '-b', 'change');
});

const formats = ['terminal', 'markdown', 'sarif', 'junit', 'github', 'gitlab', 'json'] as const;
type Formats = Record<(typeof formats)[number], string>;

async function gate(texts: readonly string[]) {
  put(repository.path, 'models/shop.ts', withStores(texts));
  const surroundings = fakeSurroundings({
    cwd: repository.path,
    environment: { ...environment, XDG_CACHE_HOME: cache },
  });
  const outputs = formats.flatMap((format) => ['--format', `${format}=out/${format}`]);
  const args = ['gate', '--base', 'main', '--today', '2026-11-21', '--picture', ...outputs];
  const exitCode = await run(args, surroundings);
  const told = formats.map((format) => [format, readFileSync(join(repository.path, 'out', format), 'utf8')]);
  return { exitCode, printed: surroundings.printed, told: Object.fromEntries(told) as Formats };
}

/** But line breaks. */
const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const hasControls = (text: string) => controls.test(text.replaceAll('\n', ''));

test('texts are texts in every format, and in the picture', async () => {
  const { exitCode, told, printed } = await gate(names);
  expect(exitCode).toBe(1);
  const { json, ...shown } = told;
  for (const text of [...Object.values(shown), printed.stdout, printed.stderr]) expect(hasControls(text)).toBe(false);

  for (const text of [told.terminal, printed.stderr]) expect(text).not.toMatch(/^\s*(::|##\[|##vso\[|##teamcity\[)/m);

  const comment = readComment(told.markdown);
  expect(comment.links.filter((link) => /javascript|mailto|alert/.test(link))).toEqual([]);
  expect(comment.markup.filter((tag) => !/^<\/?(details|summary)>$/.test(tag))).toEqual([]);
  expect(told.markdown.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/(?<![\\\w])@everyone/);

  const commands = readCommands(told.github);
  expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['error']));
  const about = commands.filter(({ message }) => message.includes('unencrypted'));
  expect(about).toHaveLength(names.length);

  const { elements } = readXml(told.junit);
  const known = 'testsuites testsuite properties property testcase failure skipped system-out system-err'.split(' ');
  expect(elements.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  const failures = elements.filter(({ name }) => name === 'failure').map(({ text }) => text);
  for (const name of names) expect(failures.join('')).toContain(name.replace('\u202e', ''));

  const [sarif] = JSON.parse(told.sarif).runs;
  const results = sarif.results.filter((result: { readonly ruleId: string }) => result.ruleId === rule);
  expect(results).toHaveLength(names.length);
  for (const { message, locations } of results) {
    expect(message.text).not.toMatch(/\]\(|\{\d+\}/);
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('models/shop.ts');
  }
  expect(JSON.parse(told.gitlab).filter((issue: object) => JSON.stringify(issue).includes(rule))).toHaveLength(
    names.length,
  );
  expect(JSON.stringify(JSON.parse(json).refused).split('unencrypted in')).toHaveLength(names.length + 1);

  const output = join(repository.path, 'output');
  const drawn = readdirSync(output, { recursive: true, encoding: 'utf8' });
  expect(drawn.sort()).toEqual(['shop', 'shop/change.svg']);
  const picture = readFileSync(join(output, 'shop/change.svg'), 'utf8');
  expect(hasControls(picture)).toBe(false);
  const svg = readXml(picture).elements;
  expect(svg.filter(({ name }) => ['script', 'image', 'foreignObject', 'details', 'img'].includes(name))).toEqual([]);
  const attributes = svg.flatMap((element) => Object.entries(element.attributes));
  expect(attributes.filter(([name, value]) => /^on/.test(name) || /javascript:/.test(value))).toEqual([]);
});

test('names that steer a terminal or lead elsewhere are refused, and spelled out', async () => {
  const { exitCode, told, printed } = await gate(refused);
  expect(exitCode).toBe(2);
  for (const text of [...Object.values(told), printed.stdout, printed.stderr]) expect(hasControls(text)).toBe(false);
  expect(printed.stderr.match(/error: The name of a database must/g)).toHaveLength(refused.length);
  expect(readCommands(told.github)).toHaveLength(refused.length + 1);
  expect(readXml(told.junit).elements.length).toBeGreaterThan(1);
  expect(told.terminal).not.toMatch(/lets this change pass/);
});
