// Draws docs/gallery: every picture of one rich model, a failure and a change, once for light pages and once for dark ones. The
// same bytes on every run, since the day is pinned and nothing else is asked for.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audit, load, render } from '../dist/api.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const model = 'models/three-zone-shop.ts';
const themes = ['light', 'dark'];
const views = ['overview', 'deployment', 'network', 'transport', 'data', 'monitoring', 'an order'];

/** What an author would write to save a server and spare the database: the head of the change. */
const edits = [
  ['const apps = inEachZone(', 'const apps = inTwoZones('],
  ["software: 'HAProxy 3.2'", "software: 'HAProxy 3.4'"],
  [
    '// One database server in each zone',
    `const answers = inside.cache('answers', { engine: 'valkey', software: 'Valkey 9', standsIn: a, owner });
each(apps).reads(answers, { optional: true });
each(apps).writes(answers, { optional: true });

// One database server in each zone`,
  ],
];

export async function drawGallery() {
  const { today } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).config;
  const before = audit(await modelIn(model), { today });
  const after = audit(await editedModel(), { today });
  const failure = { view: 'failure', fails: ['region/Frankfurt/zone a'] };
  const pictures = [
    ...views.map((view) => [view, before, { view }]),
    ['failure', before, failure],
    ['change', after, { view: 'change', base: before }],
  ];
  for (const theme of themes) {
    const folder = join(root, 'docs', 'gallery', theme);
    mkdirSync(folder, { recursive: true });
    for (const [name, audited, request] of pictures) {
      const { svg } = await render(audited, { ...request, theme });
      writeFileSync(join(folder, `${name.replaceAll(' ', '-')}.svg`), svg);
    }
  }
}

async function modelIn(file) {
  const { models, problems } = await load(file, { folder: root, checkTypes: false });
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  return models[0];
}

async function editedModel() {
  const folder = join(root, '.cache', 'gallery');
  const file = join(folder, 'three-zone-shop.ts');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, edits.reduce(edited, readFileSync(join(root, model), 'utf8')));
  const changed = await modelIn('.cache/gallery/three-zone-shop.ts');
  rmSync(folder, { recursive: true });
  return changed;
}

function edited(source, [before, after]) {
  if (!source.includes(before)) throw new Error(`${model} does not have "${before}" any more.`);
  return source.replace(before, after);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await drawGallery();
