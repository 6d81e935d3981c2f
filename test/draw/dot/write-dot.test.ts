import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { escapeDot } from '../../../src/draw/dot/escape-dot.js';
import { writeDot } from '../../../src/draw/dot/write-dot.js';
import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import { views } from '../../../src/draw/scene/views/index.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { zones } from '../fixtures/zones.js';
import { hostileScenes, speakingScene } from '../support/word-scenes.js';
import { everyNode, nodesNamed, readSvg } from '../svg/read-svg.js';

/** What Graphviz makes of a text in its language: the names of its nodes and frames, its edges, the texts that it draws. */
async function laidOut(dot: string) {
  const graphviz = await Graphviz.load();
  const svg = readSvg(graphviz.layout(dot, 'svg', 'dot').replace(/^[\s\S]*?(?=<svg)/, ''));
  const titles = (kind: string) =>
    everyNode(svg)
      .filter(({ attributes }) => attributes.class === kind)
      .map((node) => nodesNamed(node, 'title')[0]?.text ?? '');
  return {
    nodes: titles('node'),
    clusters: titles('cluster'),
    edges: titles('edge'),
    texts: nodesNamed(svg, 'text').map(({ text }) => text.replaceAll('\u00A0', ' ').trim()),
    links: nodesNamed(svg, 'a').flatMap(({ attributes }) => attributes['xlink:href'] ?? []),
  };
}

const pairs = ({ bundles }: Scene) =>
  bundles.reduce((total, { sources, targets }) => total + sources.length * targets.length, 0);

describe('what Graphviz reads', () => {
  test('cards, frames and lines, with their words', async () => {
    const { nodes, clusters, edges, texts, links } = await laidOut(writeDot(speakingScene()));
    expect(nodes.sort()).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
    expect(clusters.sort()).toEqual(['cluster_g1', 'cluster_g2', 'cluster_g3']);
    expect(edges).toHaveLength(9);
    expect(edges).toEqual(expect.arrayContaining(['n1->n4', 'n4->n2', 'n2->n3', 'n3->n5', 'n5->n2']));
    expect(texts).toEqual(
      expect.arrayContaining([
        'A shop — deployment',
        'front · dmz · firewall of its own · [H4]',
        'server 1 · dead',
        'nginx ×3',
        '[H1]',
        'cut off',
        'HTTP · plaintext',
        'reads · within one server · cut off',
        'replicates',
        'backup',
      ]),
    );
    expect(links).toEqual([]);
  });

  test('each line of a tree has the words of one', async () => {
    const { texts } = await laidOut(writeDot(speakingScene()));
    expect(texts.filter((text) => text === 'SQL · encryption not stated')).toHaveLength(4);
  });

  test.each(Object.keys(views) as (keyof typeof views)[])(
    'every line of the %s of a model, none lost',
    async (view) => {
      const model = zones();
      const scene = composeScene(model, auditWith(model, findingsEverywhere(model)), views[view]);
      const { nodes, clusters, edges } = await laidOut(writeDot(scene));
      expect(nodes).toHaveLength(scene.boxes.length);
      expect(clusters).toHaveLength(scene.groups.length);
      expect(edges).toHaveLength(pairs(scene));
    },
  );

  test('a line style is a dash, a colour and a head', () => {
    const dot = writeDot(speakingScene());
    expect(dot).toMatch(/n4 -> n2 .*style="dashed" color="#b04a0f".*arrowhead="normal"/);
    expect(dot).toMatch(/n2 -> n5 .*style="dotted" color="#667085"/);
    expect(dot).toMatch(/n3 -> n5 .*arrowhead="diamond" constraint="false"/);
    expect(dot).toMatch(/n2 -> n3 .*style="dotted" color="#b42318".*arrowhead="empty"/);
    expect(dot).toContain('rankdir="TB"');
    expect(dot).toContain('// Finding H1: A finding.');
  });

  test('an empty scene', async () => {
    const empty = { ...speakingScene(), boxes: [], groups: [], bundles: [] };
    expect((await laidOut(writeDot(empty))).nodes).toEqual([]);
  });
});

describe('a hostile text is shown as it is, and does nothing', () => {
  test.each(hostileScenes())('%j', async (_, scene) => {
    const { nodes, clusters, edges, texts, links } = await laidOut(writeDot(scene));
    expect(nodes.sort()).toEqual(['n1', 'n2']);
    expect(clusters).toEqual(['cluster_g1']);
    expect(edges).toEqual(['n1->n2']);
    expect(links).toEqual([]);
    const plain = scene.title.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ').replace(/\p{Surrogate}/gu, '\uFFFD');
    expect(texts).toContain(plain.trim());
  });

  test('the one escape', () => {
    expect(escapeDot('a"b\\n&amp;\u0000\n\uD800')).toBe('a\\"b\\\\n&amp;amp;  \uFFFD');
  });
});
