import type { Audit } from '../../../src/audit/finding.js';
import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Scene } from '../../../src/draw/scene/scene.js';
import type { View } from '../../../src/draw/scene/view.js';
import { views } from '../../../src/draw/scene/views/index.js';
import { drawSvg, type SvgOptions } from '../../../src/draw/svg/draw-svg.js';
import { colourNames, colourOf, dark, light } from '../../../src/draw/svg/palette.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { architecture } from '../../../src/index.js';
import { build } from '../../support/build.js';
import { auditWith, finding, findingsEverywhere } from '../fixtures/findings.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { placeByHand } from './place-by-hand.js';
import { everyNode, nodesNamed, readSvg, shownTexts } from './read-svg.js';

const models = { threeServers, zones, hostile };

const cases = Object.entries(models).flatMap(([name, model]) =>
  Object.values(views).map((view) => [name, view.name, model, sceneOf(view)] as const),
);

function sceneOf(view: View): (model: Architecture, audit: Audit) => Scene {
  return (model, audit) => composeScene(model, audit, view);
}

function draw(scene: Scene, options?: SvgOptions) {
  const measured = measureScene(scene);
  return drawSvg(measured, placeByHand(measured), options);
}

function drawAudited(
  model: Architecture,
  scene: (model: Architecture, audit: Audit) => Scene,
  options?: SvgOptions,
): string {
  const findings = findingsEverywhere(model);
  return draw(scene(model, auditWith(model, findings)), options);
}

describe.each(cases)('%s, %s', (_name, _view, makeModel, makeScene) => {
  const model = makeModel();

  test.each(['both', 'light', 'dark'] as const)('theme %s is well-formed and inert', (theme) => {
    const root = readSvg(drawAudited(model, makeScene, { theme }));
    expect(root.name).toBe('svg');
    const allowed = [
      'svg',
      'title',
      'desc',
      'style',
      'defs',
      'g',
      'rect',
      'path',
      'circle',
      'ellipse',
      'line',
      'polyline',
      'use',
      'text',
    ];
    for (const node of everyNode(root)) {
      expect(allowed).toContain(node.name);
      for (const [key, value] of Object.entries(node.attributes)) {
        expect(key).not.toMatch(/^on|^style$|^xlink:|^src$/);
        if (key === 'href') expect(value).toMatch(/^#[a-z]+-[0-9a-f]{12}-icon-[a-z0-9-]+$/);
        expect(value).not.toMatch(/url\(|NaN|undefined|Infinity/);
      }
    }
  });

  test('colours are all of the palette, and the dark style has every one of them', () => {
    const root = readSvg(drawAudited(model, makeScene));
    const known = new Set(colourNames.map((name) => colourOf(light, name)));
    for (const { attributes } of everyNode(root)) {
      for (const key of ['fill', 'stroke']) {
        const value = attributes[key];
        if (value !== undefined && value !== 'none') expect(known).toContain(value);
        if (value !== undefined && value !== 'none') expect(attributes.class).toMatch(new RegExp(`\\b${key}-`));
      }
    }
    const [style] = nodesNamed(root, 'style');
    expect(style!.text).toMatch(/@media screen and \(prefers-color-scheme:dark\)\{[^<]*\}$/);
    for (const name of colourNames) {
      expect(style!.text).toContain(`.fill-${name.replace('.', '-')}{fill:${colourOf(dark, name)}}`);
      expect(style!.text).toContain(`.stroke-${name.replace('.', '-')}{stroke:${colourOf(dark, name)}}`);
    }
  });

  test('every id stands once and every reference has its target', () => {
    const root = readSvg(drawAudited(model, makeScene));
    const ids = everyNode(root).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of nodesNamed(root, 'use')) expect(ids).toContain(attributes.href!.slice(1));
    expect(root.attributes.role).toBe('img');
    for (const id of root.attributes['aria-labelledby']!.split(' ')) expect(ids).toContain(id);
  });

  test('every card, frame and line says in words what it is', () => {
    const scene = makeScene(model, auditWith(model));
    const root = readSvg(draw(scene));
    const groups = nodesNamed(root, 'g');
    for (const { id, description } of [...scene.boxes, ...scene.groups, ...scene.bundles]) {
      const group = groups.find(({ attributes }) => attributes.id?.endsWith(`-${id}`));
      const [title, words] = group!.children;
      expect([title?.name, words?.name]).toEqual(['title', 'desc']);
      expect(title!.text).not.toBe('');
      expect(words!.text).toBe(description);
    }
    for (const { description } of scene.boxes.slice(0, 1))
      expect(nodesNamed(root, 'desc')[0]!.text).toContain(description);
  });

  test('the 48 worst findings stand in the legend, every placed one on the picture too, and the rest is counted', () => {
    const scene = makeScene(model, auditWith(model, findingsEverywhere(model)));
    const texts = shownTexts(readSvg(draw(scene)));
    const placed = [...scene.boxes, ...scene.groups, ...scene.bundles].flatMap(({ marks }) => marks);
    for (const mark of scene.marks.slice(0, 48)) {
      const shown = texts.filter((text) => text === `${mark.letter}${mark.number}`).length;
      expect(shown).toBe(placed.includes(mark) ? 2 : 1);
      expect(texts).toContain(mark.text);
    }
    const more = scene.marks.length - 48;
    const counted = texts.filter((text) => text.startsWith('and ') && text.includes(' more: '));
    expect(counted).toEqual(more > 1 ? [`and ${more} more: the report and the audit tell them all.`] : []);
  });

  test('is the same every time', () => {
    expect(drawAudited(makeModel(), makeScene)).toBe(drawAudited(model, makeScene));
  });
});

describe('the legend', () => {
  const legendWords = [
    'encrypted',
    'plaintext',
    'encryption not stated',
    'within one server',
    'reads',
    'replication',
    'watched',
    'watches so many',
    'firewall of its own',
    'so many alike',
    'optional or standby',
  ];

  function wordsIn(scene: Scene): string[] {
    const texts = shownTexts(readSvg(draw(scene)));
    return legendWords.filter((words) => texts.includes(words));
  }

  test('explains what occurs', () => {
    const model = threeServers();
    expect(wordsIn(sceneOf(views.deployment)(model, auditWith(model)))).toEqual([
      'encrypted',
      'plaintext',
      'within one server',
      'reads',
      'replication',
      'watched',
      'watches so many',
      'firewall of its own',
    ]);
  });

  test('says nothing of what does not', () => {
    const site = architecture('one');
    site.user('visitor').visits(site.webServer('web'));
    const [model] = build(site);
    expect(wordsIn(sceneOf(views.overview)(model!, auditWith(model!)))).toEqual(['encryption not stated']);
  });

  test('an accepted finding says until when', () => {
    const model = threeServers();
    const about = { element: model.byKind.loadBalancer[0]!.id };
    const accepted = { rule: 'test/rule', because: 'it is rebuilt', until: '2027-03-01' } as const;
    const audit = auditWith(model, [], [{ ...finding('high', about, 'It is alone.'), accepted }]);
    const texts = shownTexts(readSvg(draw(sceneOf(views.overview)(model, audit))));
    expect(texts).toContain('It is alone. (accepted until 2027-03-01)');
    expect(texts.filter((text) => text === 'H1')).toHaveLength(2);
  });
});

test('a legend stands beside a drawing where the page would be a strip otherwise', () => {
  const [model] = build(architecture('High'));
  const scene = sceneOf(views.overview)(model!, auditWith(model!));
  const pageOf = (width: number, height: number) => {
    const placement = { ...placeByHand(measureScene(scene)), bounds: { x: 0, y: 0, width, height } };
    return Number(readSvg(drawSvg(measureScene(scene), placement)).attributes.width);
  };
  expect(pageOf(300, 650)).toBe(576);
  expect(pageOf(600, 900)).toBe(656);
  expect(pageOf(600, 1500)).toBeGreaterThan(900);
});

describe('links', () => {
  const model = threeServers();
  const scene = sceneOf(views.overview)(model, auditWith(model, [finding('low', { element: model.elements[0]!.id })]));

  test('lead to rules and sources', () => {
    const links = { rule: (id: string) => `rules/${id}.html`, element: () => 'https://example.com/shop.ts#L12' };
    const root = readSvg(draw(scene, { links }));
    const addresses = nodesNamed(root, 'a').map(({ attributes }) => attributes.href);
    expect(addresses).toContain('rules/test/rule.html');
    expect(addresses).toContain('https://example.com/shop.ts#L12');
    // What is an image to assistive technology hides the links in it.
    expect(root.attributes.role).toBe('graphics-document');
  });

  test('that run something are left out', () => {
    const links = { rule: () => 'javascript:alert(1)', element: () => '//evil.example' };
    expect(nodesNamed(readSvg(draw(scene, { links })), 'a')).toEqual([]);
  });
});

test('a model of nothing is a picture that says so', () => {
  const [model] = build(architecture('empty'));
  const root = readSvg(draw(sceneOf(views.overview)(model!, auditWith(model!))));
  expect(shownTexts(root)).toContain('There is nothing to draw in this view.');
  const size = [root.attributes.width, root.attributes.height].map(Number);
  for (const pixels of size) expect(pixels).toBeGreaterThan(100);
});
