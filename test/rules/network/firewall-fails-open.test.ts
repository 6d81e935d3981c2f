import { audit } from '../../../src/audit/audit.js';
import { anyone, architecture, type FirewallFacts, http } from '../../../src/index.js';
import rule from '../../../src/rules/network/firewall-fails-open.js';
import { testRule } from '../../../src/testing.js';
import { build } from '../../support/build.js';

interface Wanted extends Pick<FirewallFacts, 'failMode' | 'appliance' | 'instances' | 'incoming'> {
  /** A second guard, on the server itself. */
  readonly inner?: FirewallFacts;
  readonly visited?: boolean;
  readonly environment?: 'development';
  readonly denies?: boolean;
}

function shop(wanted: Wanted) {
  const { inner, visited = true, environment, denies, incoming = 'deny', appliance = true, ...facts } = wanted;
  const site = architecture('shop', environment ? { environment } : {});
  const zone = site.zone('inside');
  const web = zone.webServer('web', { listens: http() });
  const wall = zone.firewall('wall', { incoming, appliance, ...facts });
  if (denies) wall.denies('192.0.2.0/24', web);
  wall.allows(anyone, web);
  if (inner) web.firewall('inner', inner).allows(anyone, web);
  if (visited) site.user('visitor').visits(web);
  return site;
}

/** Two boxes, of which each takes over from the other, before two servers. */
function pair(first: FirewallFacts, second: FirewallFacts) {
  const site = architecture('shop');
  const zone = site.zone('inside');
  const walls = [first, second].map((facts, index) =>
    zone.firewall(`wall ${index + 1}`, { incoming: 'deny', appliance: true, ...facts }),
  );
  site.cluster('walls', walls, { mode: 'active-passive' });
  site.user('visitor').visits([zone.webServer('web'), zone.webServer('shop')]);
  return site;
}

/** Whether it keeps anything out is not told. */
function untold(facts: FirewallFacts) {
  const site = architecture('shop');
  const zone = site.zone('inside');
  zone.firewall('wall', { appliance: true, ...facts });
  site.user('visitor').visits(zone.webServer('web'));
  return site;
}

testRule(rule, {
  valid: [
    { name: 'nothing there', model: architecture('shop') },
    { name: 'it closes', model: shop({ failMode: 'closed' }) },
    { name: 'no box', model: shop({ appliance: false, failMode: 'open' }) },
    { name: 'another filters behind it', model: shop({ failMode: 'open', inner: { incoming: 'deny' } }) },
    { name: 'another of which no rules are told', model: shop({ failMode: 'open', inner: { incoming: 'filtered' } }) },
    { name: 'nobody comes in', model: shop({ failMode: 'open', visited: false }) },
    { name: 'not in production', model: shop({ failMode: 'open', environment: 'development' }) },
    { name: 'it filters nothing anyway', model: shop({ failMode: 'open', incoming: 'allow' }) },
    { name: 'whether it filters is not told', model: untold({ failMode: 'open' }) },
    { name: 'untold, with another behind it', model: shop({ inner: { incoming: 'deny' } }) },
    { name: 'both of a pair close', model: pair({ failMode: 'closed' }, { failMode: 'closed' }) },
  ],
  invalid: [
    {
      name: 'it opens',
      model: shop({ failMode: 'open' }),
      findings: [
        {
          at: 'inside/wall',
          severity: 'high',
          message: 'wall lets everything through to web when it fails.',
          evidence: ['inside/web'],
        },
      ],
    },
    {
      name: 'what stands behind it forbids nothing',
      model: shop({ failMode: 'open', inner: { incoming: 'allow' } }),
      findings: [{ at: 'inside/wall' }],
    },
    {
      name: 'it forbids what it names',
      model: shop({ failMode: 'open', incoming: 'allow', denies: true }),
      findings: [{ at: 'inside/wall' }],
    },
    { name: 'one of two', model: shop({ failMode: 'open', instances: 2 }), findings: [{ severity: 'medium' }] },
    {
      name: 'one of one to three',
      model: shop({ failMode: 'open', instances: { min: 1, max: 3 } }),
      findings: [{ severity: 'high' }],
    },
    {
      name: 'a pair is one',
      model: pair({ failMode: 'open' }, { failMode: 'open' }),
      findings: [
        {
          at: ['inside/wall 1', 'inside/wall 2'],
          severity: 'medium',
          message: 'wall 1 and wall 2 let everything through to web and shop when they fail.',
        },
      ],
    },
    {
      name: 'one of a pair, the other is not told',
      model: pair({ failMode: 'open' }, {}),
      findings: [{ at: 'inside/wall 1', severity: 'medium' }],
    },
  ],
  cannotTell: [
    { name: 'it is not told what happens', model: shop({}), missing: ['failMode'] },
    { name: 'of one of a pair', model: pair({ failMode: 'closed' }, {}), missing: ['failMode'] },
  ],
});

const fixOf = (site: object) => audit(build(site)[0]!, { today: '2026-11-21', rules: [rule] }).findings[0]?.fix;

test('proposes to close it, and a second where it is alone', () => {
  const on = { element: 'inside/wall' };
  expect(fixOf(shop({ failMode: 'open' }))).toEqual([{ on, set: { failMode: 'closed', instances: 2 } }]);
  expect(fixOf(shop({ failMode: 'open', instances: 2 }))).toEqual([{ on, set: { failMode: 'closed' } }]);
});
