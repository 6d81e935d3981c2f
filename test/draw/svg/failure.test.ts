import { colourNames, colourOf, dark, light } from '../../../src/draw/svg/palette.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';
import { drawFailing } from '../support/failing.js';
import { everyNode, type Node, nodesNamed, readSvg, shownTexts } from './read-svg.js';

async function drawn(model: Architecture, ...fails: readonly string[]): Promise<Node> {
  return readSvg((await drawFailing(model, fails)).svg);
}

/** What is drawn of one card or frame, by its name. */
function partNamed(root: Node, name: string): Node {
  const parts = nodesNamed(root, 'g').filter(({ attributes }) => attributes.id !== undefined);
  return parts.find(({ children }) => children[0]?.name === 'title' && children[0].text === name)!;
}

function isStruck(root: Node, name: string): boolean {
  const text = nodesNamed(partNamed(root, name), 'text').find((one) => one.text === name);
  return text!.attributes['text-decoration'] === 'line-through';
}

function outlineOf(part: Node): Node['attributes'] {
  return everyNode(part).find(({ name }) => name === 'rect' || name === 'path')!.attributes;
}

const dead = colourOf(light, 'state.dead');
const degraded = colourOf(light, 'state.degraded');

describe('a failure', () => {
  test('is told by outline, struck name and pill, of the cause otherwise than of what died', async () => {
    const root = await drawn(threeServers(), 'lb1');
    const cause = partNamed(root, 'lb1');
    expect(outlineOf(cause)).toMatchObject({ stroke: dead, fill: colourOf(light, 'surface.failed') });
    expect(outlineOf(cause)['stroke-dasharray']).toBeUndefined();
    expect(isStruck(root, 'lb1')).toBe(true);
    expect(shownTexts(cause)).toContain('failed');

    const other = await drawn(threeServers(), 'server-1');
    const victim = partNamed(other, 'mysql');
    expect(outlineOf(victim)).toMatchObject({ stroke: dead, 'stroke-dasharray': '6 4', 'stroke-width': '2.2' });
    expect(isStruck(other, 'mysql')).toBe(true);
    expect(shownTexts(victim)).toContain('dead');
    expect(nodesNamed(victim, 'desc')[0]!.text).toContain("It stands on 'server-1', which failed.");
  });

  test('leaves people cut off: their name is not struck', async () => {
    const root = await drawn(zones(), 'edge/border');
    expect(shownTexts(partNamed(root, 'customers'))).toContain('cut off');
    expect(isStruck(root, 'customers')).toBe(false);
    expect(isStruck(root, 'border')).toBe(true);
  });

  test('has amber for what goes on worse off, grey for what is untouched', async () => {
    const root = await drawn(zones(), 'inside/host1/app');
    const limping = partNamed(root, 'web');
    expect(outlineOf(limping)).toMatchObject({ stroke: degraded, 'stroke-width': '2.2' });
    expect(shownTexts(limping)).toContain('degraded');
    const name = nodesNamed(partNamed(root, 'on call'), 'text').find(({ text }) => text === 'on call')!;
    expect(name.attributes.fill).toBe(colourOf(light, 'text.muted'));
    expect(everyNode(root).some(({ attributes }) => attributes.opacity !== undefined)).toBe(false);
  });

  test('cuts lines: red and dotted', async () => {
    const { svg, measured } = await drawFailing(zones(), ['edge/border']);
    const root = readSvg(svg);
    const cut = measured.scene.bundles.filter(({ state }) => state === 'cut');
    expect(cut.length).toBeGreaterThan(1);
    for (const { id } of cut) {
      const part = nodesNamed(root, 'g').find(({ attributes }) => attributes.id?.endsWith(`-${id}`))!;
      const [, line] = part.children.filter(({ name }) => name === 'path');
      expect(line!.attributes).toMatchObject({ stroke: dead, 'stroke-dasharray': '1.5 5' });
    }
  });

  test('explains its signs, and lists what became of what', async () => {
    const { svg, measured } = await drawFailing(threeServers(), ['server-1']);
    const texts = shownTexts(readSvg(svg));
    for (const words of ['the cause', 'does not work', 'works, worse off', 'untouched, in grey', 'cut off']) {
      expect(texts).toContain(words);
    }
    const shown = texts.join(' ');
    for (const { text } of measured.scene.notes ?? []) expect(shown).toContain(text.split(':')[0]);
    expect(texts).toContain('Shop — what if server-1 fails?');
    expect(shown).toContain(measured.scene.subtitle);
  });

  test('explains nothing that does not occur', async () => {
    const texts = shownTexts(await drawn(zones()));
    for (const words of ['the cause', 'does not work', 'works, worse off', 'cut off', 'cannot be served']) {
      expect(texts).not.toContain(words);
    }
  });
});

describe.each([
  ['three servers', threeServers],
  ['zones', zones],
  ['hostile names', hostile],
])('failures of %s', (_name, make) => {
  const model = make();
  const fails = model.elements.map(({ id }) => id).filter((_, index) => index % 7 === 0);

  test.each(fails)('%s: well-formed, inert, in colours of the palette that have their dark values', async (id) => {
    const root = await drawn(model, id);
    const known = new Set(colourNames.map((name) => colourOf(light, name)));
    for (const { name, attributes } of everyNode(root)) {
      expect([
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
      ]).toContain(name);
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^on|^style$|^xlink:|^src$/);
        if (key === 'href') expect(value).toMatch(/^#failure-[0-9a-f]{12}-icon-[a-z0-9-]+$/);
        expect(value).not.toMatch(/url\(|NaN|undefined|Infinity/);
      }
      for (const key of ['fill', 'stroke']) {
        const value = attributes[key];
        if (value !== undefined && value !== 'none') expect(known).toContain(value);
      }
    }
    const [style] = nodesNamed(root, 'style');
    expect(style!.text).toContain(`.stroke-state-dead{stroke:${colourOf(dark, 'state.dead')}}`);
    const ids = everyNode(root).flatMap(({ attributes }) => attributes.id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of nodesNamed(root, 'use')) expect(ids).toContain(attributes.href!.slice(1));
  });

  test('the same failure gives the same bytes', async () => {
    const [first, second] = await Promise.all([drawFailing(model, [fails[1]!]), drawFailing(make(), [fails[1]!])]);
    expect(first.svg).toBe(second.svg);
  });
});
