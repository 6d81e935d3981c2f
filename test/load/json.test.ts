import { shop, spoiled } from '../graph/document.js';
import { createProject, model } from './support/project.js';

function text(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

test('a graph as JSON loads like a model', async () => {
  const project = createProject({ 'shop.json': `\uFEFF${text(shop())}`, 'a.ts': model('a') });
  const { models, problems, sourceLines } = await project.load(['shop.json', 'a.ts']);
  expect(problems).toEqual([]);
  expect(models.map(({ file, architecture }) => [file, architecture.name])).toEqual([
    ['shop.json', 'shop'],
    ['a.ts', 'a'],
  ]);
  expect(sourceLines('shop.json')?.[1]).toBe('  "format": "stanchion-architecture",');
  expect(sourceLines('shop.ts')).toBeUndefined();
});

test.each<[string, string, unknown, string]>([
  ['a wrong fact', 'elements.3.facts.memory', '16 GB', '"16 GB"'],
  ['an unknown fact', 'elements.4.facts.engine', 'x"\\y', '"x\\"\\\\y"'],
  ['a reference that leads nowhere', 'flows.1.to', 'nowhere', '"nowhere"'],
  ['a wrong word in a list', 'flows.2.facts.carries.0', 'secret', '"secret"'],
])('%s is told at its line and column', async (_, path, value, wanted) => {
  const content = text(spoiled(path, value));
  const { problems } = await createProject({ 'shop.json': content }).load(['shop.json']);
  const offset = content.indexOf(wanted);
  const line = content.slice(0, offset).split('\n').length;
  expect(problems).toContainEqual(
    expect.objectContaining({ file: 'shop.json', line, column: offset - content.lastIndexOf('\n', offset) }),
  );
});

test('a key that is missing is told at its object', async () => {
  const content = text(spoiled('elements.1.name', undefined));
  const { problems } = await createProject({ 'shop.json': content }).load(['shop.json']);
  const line = content.slice(0, content.indexOf('"region/north"')).split('\n').length - 1;
  expect(problems).toEqual([{ file: 'shop.json', line, column: 5, message: "elements[1]: 'name' is missing" }]);
});

test.each([
  ['a comma too many', '{\n  "format": 1,\n}', 3, 1],
  ['a file that ends too early', '{\n  "format": [1,', 2, 16],
  ['an empty file', '', 1, 1],
  ['a word', '{\n  "a": nope }', 2, 9],
])('what is no JSON is told at its place: %s', async (_, content, line, column) => {
  const project = createProject({ 'shop.json': content, 'a.ts': model('a') });
  const { models, problems } = await project.load(['shop.json', 'a.ts']);
  expect(models).toHaveLength(1);
  expect(problems).toEqual([
    { file: 'shop.json', line, column, message: expect.stringMatching(/^This is not JSON: .*\.$/) },
  ]);
});

test('two architectures of one name and environment are told apart or refused', async () => {
  const staging = spoiled('facts.environment', 'staging');
  const project = createProject({ 'a.json': text(shop()), 'b.json': text(staging), 'c.json': text(shop()) });
  const { models, problems } = await project.load(['a.json', 'b.json', 'c.json']);
  expect(models.map(({ file }) => file)).toEqual(['a.json', 'b.json']);
  expect(problems).toMatchObject([
    { file: 'c.json', message: expect.stringMatching(/called 'shop'/), hint: expect.stringMatching(/a\.json/) },
  ]);
});

test('a model may export one architecture for each environment', async () => {
  const project = createProject({
    'shop.ts': `import { architecture } from 'stanchion';
const shop = (servers: number) => {
  const site = architecture('shop');
  site.servers(servers, 'server', () => ({}));
  return site;
};
export default { production: shop(3), staging: shop(2) };
`,
  });
  const { models, problems } = await project.load(['shop.ts'], { checkTypes: true });
  expect(problems).toEqual([]);
  expect(
    models.map(({ file, architecture }) => [file, architecture.facts.environment, architecture.elements.length]),
  ).toEqual([
    ['shop.ts', 'production', 3],
    ['shop.ts', 'staging', 2],
  ]);
});
