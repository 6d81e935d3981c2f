import { audit } from '../../src/audit/audit.js';
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
