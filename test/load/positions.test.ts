import type { SourcePosition } from '../../src/graph/architecture.js';
import { createProject } from './support/project.js';

/** Marks a place in a source with ‸; gives the source without the marks, and their lines and columns. */
function marked(text: string): { source: string; places: { line: number; column: number }[] } {
  const places: { line: number; column: number }[] = [];
  let source = '';
  for (const part of text.split(/(‸)/)) {
    if (part !== '‸') source += part;
    else places.push({ line: source.split('\n').length, column: source.length - source.lastIndexOf('\n') });
  }
  return { source, places };
}

const header = `import { architecture, each, http, https, mysql } from 'stanchion';\nconst site = architecture('x');\n`;
const footer = `\nexport default site;\n`;

/** Both in the order in which they stand in the file. */
async function placesOfElements(text: string): Promise<{ found: unknown; expected: unknown }> {
  const { source, places } = marked(`${header}${text}${footer}`);
  const { models, problems } = await createProject({ 'model.ts': source }).load(['model.ts']);
  expect(problems).toEqual([]);
  const byPlace = (a?: SourcePosition, b?: SourcePosition): number =>
    (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
  const found = models[0]?.architecture.elements.map(({ at }) => at).sort(byPlace);
  return { found, expected: places.map((place) => ({ file: 'model.ts', ...place })) };
}

test.each([
  ['one after the other', `site.‸server('a');\nsite.‸server('b');`],
  [
    'after types, which are taken out',
    `type Name<T> = T extends string ? T : never;\nconst a: Name<'a'> = 'a' as const;\nsite.‸server(a!);`,
  ],
  [
    'after an interface and an enum',
    `interface A {\n  a: 1;\n}\nenum B { C, D }\nconst b: A = { a: 1 };\nsite.‸server(\`\${b.a}\${B.C}\`);`,
  ],
  [
    'over several lines, with calls in the facts',
    `const a = site\n  .‸server('a');\na\n  .‸webServer('web', {\n    listens: http({\n      port: 80,\n    }),\n  });`,
  ],
  [
    'one in the other',
    `site.‸dns('a.org').‸record('A', 'www', site.‸server('s').‸webServer('w', { listens: http() }));`,
  ],
  ['in a loop', `for (const name of ['a', 'b'])\n  site.‸server(name);`.replace('‸', '‸‸')],
  [
    'in a function that two others call',
    `const make = (name: string) =>\n  site.‸‸server(name);\nmake('a');\n[1].forEach(() => make('b'));`,
  ],
  ['behind tabs', `\t\tsite.‸server(\t'a');`],
  ['behind letters of several bytes', `const größe = 'ßß', 名前 = '前'; site.‸server(größe); site.‸server(名前);`],
  ['behind letters beyond the basic plane', `const a = '🦊🦊𝔘'; site.‸server(a);`],
  ['behind comments, which are taken out', `/* one\n two */ site /* three */.‸server('a'); // four`],
  [
    'in a class',
    `class Tier {\n  readonly server;\n  constructor(readonly name: string) {\n    this.server = site.‸server(name);\n  }\n}\nvoid new Tier('a');`,
  ],
])('an element made %s stands where its author wrote it', async (_, text) => {
  const { found, expected } = await placesOfElements(text);
  expect(found).toEqual(expected);
});

test('carriage returns and a byte-order mark move nothing', async () => {
  const { source, places } = marked(`${header}\n\nsite.‸server('a');\nsite.‸server('b');${footer}`);
  const project = createProject({ 'model.ts': `\uFEFF${source.replaceAll('\n', '\r\n')}` });
  const { models, sourceLines } = await project.load(['model.ts']);
  expect(models[0]?.architecture.elements.map(({ at }) => at)).toEqual(
    places.map((place) => ({ file: 'model.ts', ...place })),
  );
  expect(sourceLines('model.ts')?.[places[0]!.line - 1]).toBe("site.server('a');");
});

test('flows stand where their verb was called, also for several at once', async () => {
  const { source, places } = marked(`${header}const stack = site.servers(2, 'server', (server) => {
  const app = server.appServer('app');
  const db = server.database('db', { engine: 'mysql', listens: mysql() });
  app.‸‸reads(db);
  return { app, db };
});
const [first] = stack;
each(stack).app.‸‸writes(first.db);${footer}`);
  const { models } = await createProject({ 'model.ts': source }).load(['model.ts']);
  expect(models[0]?.architecture.flows.map(({ at }) => at)).toEqual(
    places.map((place) => ({ file: 'model.ts', ...place })),
  );
});

test('parts in other files keep their own places', async () => {
  const part = marked(`import type { Site } from 'stanchion';
export enum Names { Front = 'front' }
export function front(site: Site) {
  return site.‸server(Names.Front);
}
`);
  const entry = marked(
    `${header}import { front } from './tiers/front.js';\nfront(site);\nsite.‸server('back');${footer}`,
  );
  const project = createProject({ 'models/shop/index.ts': entry.source, 'models/shop/tiers/front.ts': part.source });
  const { models, sourceLines } = await project.load([]);
  expect(models[0]?.architecture.elements.map(({ at }) => at)).toEqual([
    { file: 'models/shop/tiers/front.ts', ...part.places[0] },
    { file: 'models/shop/index.ts', ...entry.places[0] },
  ]);
  expect(sourceLines('models/shop/tiers/front.ts')?.[1]).toMatch(/^export enum/);
  expect(sourceLines('../etc/passwd')).toBeUndefined();
});

test("the builder's own complaints stand at the author's line", async () => {
  const { source, places } = marked(`${header}site.server('a');\n\n  site.‸server('a');${footer}`);
  const { models, problems } = await createProject({ 'model.ts': source }).load(['model.ts']);
  expect(models).toEqual([]);
  expect(problems).toMatchObject([{ file: 'model.ts', ...places[0] }]);
});
