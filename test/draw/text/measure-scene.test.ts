import { composeScene } from '../../../src/draw/scene/compose-scene.js';
import type { Box, Bundle, Scene } from '../../../src/draw/scene/scene.js';
import { deployment } from '../../../src/draw/scene/views/deployment.js';
import { textRoom } from '../../../src/draw/text/measure-box.js';
import { measureScene } from '../../../src/draw/text/measure-scene.js';
import { signsOf, widthOfSigns } from '../../../src/draw/text/signs.js';
import { textWidth } from '../../../src/draw/text/text-width.js';
import { typeScale } from '../../../src/draw/text/type-scale.js';
import { auditWith, findingsEverywhere } from '../fixtures/findings.js';
import { hostile } from '../fixtures/hostile.js';
import { threeServers } from '../fixtures/three-servers.js';
import { zones } from '../fixtures/zones.js';

const models = { threeServers, zones, hostile };

describe.each(Object.entries(models))('%s', (_name, make) => {
  const model = make();
  const scene = composeScene(model, auditWith(model, findingsEverywhere(model)), deployment);
  const measured = measureScene(scene);

  test('cards keep to the grid and to their bounds', () => {
    for (const { width, height } of measured.boxes.values()) {
      expect(width % 24).toBe(0);
      expect(height % 12).toBe(0);
      expect(width).toBeGreaterThanOrEqual(144);
      expect(width).toBeLessThanOrEqual(264);
    }
  });

  test('no text is wider than its room', () => {
    for (const box of scene.boxes) {
      const { width, nameLines, detail } = measured.boxes.get(box.id)!;
      const room = textRoom(box, width);
      expect(nameLines.length).toBeLessThanOrEqual(2);
      for (const line of nameLines) expect(textWidth(line, typeScale.name)).toBeLessThanOrEqual(room);
      const signs = widthOfSigns(signsOf(box));
      expect(textWidth(detail, typeScale.detail)).toBeLessThanOrEqual(room - signs);
    }
    for (const { title, titleWidth, detail, detailWidth } of measured.groups.values()) {
      expect(textWidth(title, typeScale.groupTitle)).toBeLessThanOrEqual(titleWidth - 20);
      expect(textWidth(detail, typeScale.groupDetail)).toBeLessThanOrEqual(detailWidth);
    }
    for (const { text, width } of measured.labels.values()) {
      expect(textWidth(text, typeScale.label) + 12).toBeLessThanOrEqual(width);
    }
  });

  test('cards of one frame are of one width', () => {
    for (const { id } of scene.groups) {
      const inside = scene.boxes
        .filter(({ cluster }) => cluster === id)
        .map((box) => measured.boxes.get(box.id)!.width);
      if (Math.max(...inside) <= 216) expect(new Set(inside).size).toBeLessThanOrEqual(1);
    }
  });
});

const box: Box = {
  id: 'n1',
  element: 'web',
  shape: 'card',
  icon: 'nginx',
  tone: 'web',
  name: 'web',
  detail: '',
  description: 'web.',
  count: 1,
  marks: [],
  watched: false,
  watches: 0,
};

function sceneOfBoxes(...boxes: Partial<Box>[]): Scene {
  const rest = { title: 't', subtitle: '', footer: '', description: '', direction: 'TB', view: 'overview' } as const;
  return { ...rest, boxes: boxes.map((part) => ({ ...box, ...part })), groups: [], bundles: [], marks: [] };
}

const measuredBox = (part: Partial<Box>) => measureScene(sceneOfBoxes(part)).boxes.get('n1')!;

describe('a card', () => {
  test('is as small as a short name allows', () => {
    expect(measuredBox({})).toEqual({ id: 'n1', width: 144, height: 60, nameLines: ['web'], detail: '' });
  });

  test('takes a second line for a long name, and cuts what is left', () => {
    const { nameLines, height } = measuredBox({ name: 'the order processing service of the web shop in Falkenstein' });
    expect(nameLines).toHaveLength(2);
    expect(nameLines[1]).toMatch(/…$/);
    expect(height).toBe(72);
  });

  test('takes a second line of small print before a part of it is cut', () => {
    const { detail, factLines, height } = measuredBox({
      detail: 'zone a, zone b, zone c · coordinator, outside',
      watched: true,
    });
    expect([detail, ...(factLines ?? [])]).toEqual(['zone a, zone b, zone c', 'coordinator, outside']);
    expect(height).toBeGreaterThan(60);
    expect(measuredBox({ detail: 'x'.repeat(60) })).not.toHaveProperty('factLines');
  });

  test('has room for its number, its signs and its badges', () => {
    expect(measuredBox({ name: 'x'.repeat(18), count: 24 }).width).toBeGreaterThan(
      measuredBox({ name: 'x'.repeat(18) }).width,
    );
    expect(measuredBox({ detail: 'nginx 1.26 on Debian', watches: 120, guarded: true }).width).toBeGreaterThan(144);
    const mark = { letter: 'H', number: 12, severity: 'high', rule: 'r', text: 't', accepted: false } as const;
    expect(measuredBox({ marks: Array.from({ length: 6 }, () => mark) }).width).toBeGreaterThanOrEqual(6 * 33);
  });
});

describe('a label', () => {
  const bundle: Bundle = {
    id: 'b1',
    sources: ['n1'],
    targets: ['n1'],
    flows: [],
    style: 'encrypted',
    head: 'full',
    label: 'HTTPS 443',
    shortLabel: '443',
    lock: 'closed',
    description: '',
    marks: [],
    sort: 'traffic',
    sideBySide: false,
  };
  const labelOf = (part: Partial<Bundle>) =>
    measureScene({ ...sceneOfBoxes({}), bundles: [{ ...bundle, ...part }] }).labels.get('b1');

  test('has a shorter form, and room for a disc', () => {
    const label = labelOf({})!;
    expect(label).toMatchObject({ text: 'HTTPS 443', height: 18, short: { text: '443' }, keyWidth: 16 });
    expect(label.short!.width).toBeLessThan(label.width);
  });

  test('is cut where it is long', () => {
    expect(labelOf({ label: 'very long '.repeat(20) })!.text).toMatch(/…$/);
  });

  test('is no label where there is nothing to say', () => {
    expect(labelOf({ label: '' })).toBeUndefined();
  });
});
