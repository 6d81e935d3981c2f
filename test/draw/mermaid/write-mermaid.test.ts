import { spawnSync } from 'node:child_process';
import { escapeMermaid, quoteForHeading } from '../../../src/draw/mermaid/escape-mermaid.js';
import { writeMermaid } from '../../../src/draw/mermaid/write-mermaid.js';
import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import { viewNames } from '../../../src/draw/scene/scene.js';
import { views } from '../../../src/draw/scene/views/index.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { hostile } from '../fixtures/hostile.js';
import { zones } from '../fixtures/zones.js';
import { hostileScenes, speakingScene } from '../support/word-scenes.js';

interface Flowchart {
  readonly error?: string;
  readonly title: string;
  readonly nodes: readonly { id: string; label: string; type: string; classes: string[]; link?: string }[];
  readonly frames: readonly { id: string; title: string; nodes: string[] }[];
  readonly edges: readonly { start: string; end: string; label: string; stroke: string; style?: string[] }[];
}

const model = zones();
const ofModels = viewNames.flatMap((view) => [
  composeScene(model, auditWith(model, findingsEverywhere(model)), views[view]),
  composeScene(hostile(), auditWith(hostile()), views[view]),
]);
const mean = hostileScenes();
const scenes = [speakingScene(), ...ofModels, ...mean.map(([, scene]) => scene)];

/** What Mermaid's own parser makes of every scene; loading it takes seconds, so it is asked once. */
const read = new Map<Scene, Flowchart>();
beforeAll(() => {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/draw/mermaid/parse-mermaid.mjs'], {
    input: JSON.stringify(scenes.map(writeMermaid)),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') throw new Error(stderr);
  for (const [index, chart] of (JSON.parse(stdout) as Flowchart[]).entries()) read.set(scenes[index]!, chart);
}, 120_000);

const pairs = ({ bundles }: Scene) =>
  bundles.reduce((total, { sources, targets }) => total + sources.length * targets.length, 0);

describe('what Mermaid reads', () => {
  test('cards, frames and lines, with their words', () => {
    const { nodes, frames, edges, title } = read.get(scenes[0]!)!;
    expect(title).toBe('A shop — deployment');
    expect(nodes.map(({ id, label, type }) => [id, label, type])).toEqual([
      ['n1', 'visitor<br>user<br>cut off', 'stadium'],
      ['n4', 'firewall<br>degraded', 'hexagon'],
      ['n5', 'mail<br>watches 4', 'square'],
      ['n3', 'orders<br>PostgreSQL 18<br>failed', 'cylinder'],
      ['n2', 'nginx ×3<br>web server<br>watched<br>[H1]', 'square'],
    ]);
    expect(frames.map(({ id, title: words, nodes: members }) => [id, words, members])).toEqual(
      expect.arrayContaining([
        ['g1', 'front · dmz · firewall of its own · [H4]', ['n3', 'g2']],
        ['g2', 'server 1 · dead', ['n2']],
      ]),
    );
    expect(edges).toHaveLength(9);
    expect(edges.map(({ start, end, label, stroke }) => [start, end, label, stroke])).toEqual(
      expect.arrayContaining([
        ['n1', 'n4', 'HTTPS', 'normal'],
        ['n4', 'n2', 'HTTP · plaintext<br>[H2]', 'normal'],
        ['n2', 'n5', 'SQL · encryption not stated', 'dotted'],
        ['n2', 'n3', 'reads · within one server · cut off', 'dotted'],
        ['n3', 'n5', 'replicates', 'thick'],
        ['n5', 'n2', 'backup', 'dotted'],
      ]),
    );
  });

  test('what is in plaintext is dashed, what failed has a stroke of its own', () => {
    const { nodes, edges } = read.get(scenes[0]!)!;
    expect(edges.find(({ label }) => label.startsWith('HTTP ·'))?.style).toContain('stroke-dasharray:7 4');
    expect(nodes.find(({ id }) => id === 'n3')?.classes).toEqual(['failed']);
    expect(nodes.find(({ id }) => id === 'n5')?.classes).toEqual(['outside']);
  });

  test('all of a model, none lost', () => {
    for (const scene of ofModels) {
      const { error, nodes, frames, edges } = read.get(scene)!;
      expect(error).toBeUndefined();
      expect(nodes).toHaveLength(scene.boxes.length);
      expect(frames).toHaveLength(scene.groups.length);
      expect(edges).toHaveLength(pairs(scene));
    }
  });
});

describe('a hostile text is a label and nothing else', () => {
  test.each(mean)('%j', (_, scene) => {
    const { error, title, nodes, frames, edges } = read.get(scene)!;
    expect(error).toBeUndefined();
    const plain = scene.title
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/\p{Surrogate}/gu, '\uFFFD')
      .trim();
    expect(title.trim()).toBe(plain);
    expect(JSON.parse(writeMermaid(scene).split('\n')[1]!.replace('title: ', '')).trim()).toBe(plain);
    expect(nodes.map(({ id }) => id).sort()).toEqual(['n1', 'n2']);
    expect(nodes.map(({ link }) => link)).toEqual([undefined, undefined]);
    expect(frames.map(({ id }) => id)).toEqual(['g1']);
    expect(frames[0]!.title).toContain(plain);
    expect(edges.map(({ start, end }) => [start, end])).toEqual([['n1', 'n2']]);
    expect(edges[0]!.label.trim()).toBe(plain);
  });
});

describe('escapes', () => {
  test.each([
    ['Node.js 24.1, shop.example (a-b)', 'Node.js 24.1, shop.example (a-b)'],
    ['It is: so.', 'It is: so.'],
    ['1. one', '1#46; one'],
    ['- one', '#45; one'],
    ['www.x.example', 'www#46;x.example'],
    ['https://x', 'https#58;#47;#47;x'],
    ['a"b<c>#;&%%{', 'a#34;b#60;c#62;#35;#59;#38;#37;#37;#123;'],
    ['a\nb\u0000c\uD800', 'a b c\uFFFD'],
    ['🚀 ©', '🚀 ©'],
  ])('%j', (text, written) => {
    expect(escapeMermaid(text)).toBe(written);
  });

  test('the heading is a quoted text of YAML, which JSON reads too', () => {
    const text = 'a "b" \\ <c> --- %%{init}%% 🚀';
    expect(JSON.parse(quoteForHeading(text))).toBe(text);
    expect(quoteForHeading(text)).not.toMatch(/[<>%{}]/);
  });
});

test('no picture of a hundred cards is longer than Mermaid takes', () => {
  const boxes = Array.from({ length: 100 }, (_, index) => ({
    ...speakingScene().boxes[1]!,
    id: `box ${index}`,
    cluster: 'frame',
  }));
  const scene = { ...speakingScene(), boxes, bundles: [], description: `100 elements.\n${'All of it. '.repeat(5000)}` };
  const text = writeMermaid(scene);
  expect(text.length).toBeLessThan(50_000);
  expect(text).toContain('accDescr: 100 elements.\n');
});
