import { audit } from '../../src/audit/audit.js';
import { baselineEntry, withBaseline } from '../../src/audit/baseline.js';
import { narrowToOwner, ownersIn, ownersOf } from '../../src/audit/narrow-to-owner.js';
import { architecture, http } from '../../src/index.js';
import { findingMarks } from '../../src/report/finding-marks.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';

const site = architecture('Shop', { owner: 'everybody' });
const zone = site.zone('inside', { trust: 'private', owner: 'platform' });
const server = zone.server('server');
server.webServer('web', { listens: http(), owner: 'shop' });
site.server('spare');
const [model] = build(site);
if (!model) throw new Error('no model');

const rule = defineRule({
  id: 'test/each',
  severity: 'low',
  summary: 's',
  impact: 'i',
  remedy: 'r',
  references: [],
  messages: { one: '{{element}}.', whole: 'All.', several: '{{elements}}.' },
  check({ model: asked, report, unknown }) {
    report({ message: 'whole' });
    const running = [...asked.byKind.server, ...asked.byKind.webServer];
    for (const element of running) {
      report({ at: element, message: 'one', data: { element } });
      unknown(element, 'software');
    }
    report({ at: running, message: 'several', data: { elements: running }, discriminator: 'all' });
  },
});
const whole = audit(model, { today: '2026-11-21', rules: [rule] });
const messages = (owner: string) => narrowToOwner(whole, owner).findings.map(({ message }) => message);

test('whoever is named', () => {
  expect(ownersIn(model)).toEqual(['everybody', 'platform', 'shop']);
});

test('what is theirs by name, by the place it stands in, or as the rest of the whole', () => {
  expect(messages('shop')).toEqual(['web.', 'server, spare and web.'].sort(byPlace));
  expect(messages('platform')).toContain('server.');
  expect(messages('platform')).not.toContain('web.');
  expect(messages('everybody')).toEqual(expect.arrayContaining(['All.', 'spare.']));
  expect(messages('nobody')).toEqual([]);
});

function byPlace(left: string, right: string): number {
  return (
    whole.findings.findIndex(({ message }) => message === left) -
    whole.findings.findIndex(({ message }) => message === right)
  );
}

test('what nobody tells of theirs', () => {
  expect(narrowToOwner(whole, 'shop').missing.map(({ elements }) => elements)).toEqual([['inside/server/web']]);
  expect(narrowToOwner(whole, 'nobody').missing).toEqual([]);
});

test('a finding keeps its mark', () => {
  const part = narrowToOwner(whole, 'shop');
  for (const finding of part.findings) expect(findingMarks(part).get(finding)).toBe(findingMarks(whole).get(finding));
});

test('a finding about elements of several is the business of each', () => {
  const several = whole.findings.find(({ subjects = [] }) => subjects.length > 1);
  expect(several && [...ownersOf(model, several)].sort()).toEqual(['everybody', 'platform', 'shop']);
});

test('owners are named in the order of the alphabet, and nobody owns a whole without one', () => {
  const [other] = build(
    (() => {
      const shop = architecture('Shop');
      shop.server('one', { owner: 'zoe' });
      shop.server('two', { owner: 'amy' });
      shop.server('three');
      return shop;
    })(),
  );
  expect(other && ownersIn(other)).toEqual(['amy', 'zoe']);
  const found = audit(other!, { today: '2026-11-21', rules: [rule] });
  const [all] = found.findings.filter(({ message }) => message === 'All.');
  expect(ownersOf(other!, all!)).toEqual([]);
  expect(ownersOf(model!, all!)).toEqual(['everybody']);
});

test('of what is accepted, in the baseline or missing on a flow only what is theirs', () => {
  const shop = architecture('Shop');
  const mine = shop.appServer('mine', { owner: 'me' });
  const yours = shop.appServer('yours', { owner: 'you', listens: http() });
  mine.calls(yours);
  yours.calls(shop.appServer('third', { listens: http({ port: 8080 }) }));
  mine.accepts({ rule: 'hygiene/orphan-node', because: 'It is a test.' });
  yours.accepts({ rule: 'hygiene/orphan-node', because: 'It is a test.' });
  const calling = defineRule({
    ...{ id: 'hygiene/orphan-node', severity: 'low', summary: 's', impact: 'i', remedy: 'r', references: [] },
    messages: { one: '{{element}}.', two: 'Two.' },
    check({ model: asked, report, unknown }) {
      for (const flow of asked.flows) unknown(flow, 'software');
      for (const element of asked.byKind.appServer) report({ at: element, message: 'one', data: { element } });
    },
  });
  const [graph] = build(shop);
  const asked = { today: '2026-11-21', rules: [calling] } as const;
  const found = audit(graph!, asked);
  const part = narrowToOwner(found, 'me');
  expect(part.accepted.map(({ element }) => element)).toEqual(['mine']);
  expect(part).not.toHaveProperty('baselined');
  expect(part.missing.map(({ elements, flows }) => [elements, flows])).toEqual([[[], ['mine calls yours']]]);
  const each = audit(graph!, { ...asked, rules: [{ ...calling, id: 'test/other' }] });
  const known = withBaseline(
    each,
    each.findings.map((finding) => baselineEntry(each, finding)),
  );
  expect(narrowToOwner(known, 'you').baselined?.map(({ element }) => element)).toEqual(['yours']);
});
