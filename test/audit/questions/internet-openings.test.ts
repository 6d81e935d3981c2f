import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { allowsEveryPort, isFromEverywhere, openingTo } from '../../../src/audit/questions/internet-openings.js';
import { anyone, architecture, http, mysql, type PacketPolicy, ssh } from '../../../src/index.js';
import { build } from '../../support/build.js';

/** A server in a zone, each with a firewall or none; the inner one lets anyone in to the second of its rules' targets. */
function openingOf(outer: PacketPolicy | 'none', inner: PacketPolicy | 'none') {
  const site = architecture('shop', { complete: ['firewalls'] });
  const zone = site.zone('zone');
  const server = zone.server('server');
  const web = server.webServer('web', { listens: { web: http(), shell: ssh() } });
  if (outer !== 'none') zone.firewall('outer', { incoming: outer }).allows(anyone, server);
  if (inner !== 'none') {
    const wall = server.firewall('inner', { incoming: inner });
    wall.allows('203.0.113.0/24', web.at.shell);
    wall.allows(anyone, web.at.web);
    wall.allows(anyone, web.at.shell);
  }
  const [model] = build(site);
  const element = model!.byId.get('zone/server/web')!;
  const { network } = analysesOf(model!);
  const opening = openingTo({ model: model!, network }, element, element.listeners?.[1]);
  if (opening.cause === 'no firewall') return opening.cause;
  return `${opening.cause} ${opening.guard.name}${opening.cause === 'rule' ? ` ${opening.index}` : ''}`;
}

test.each([
  ['none', 'none', 'no firewall'],
  ['allow', 'none', 'default outer'],
  ['allow', 'allow', 'default inner'],
  ['deny', 'none', 'rule outer 0'],
  ['none', 'deny', 'rule inner 2'],
  ['deny', 'deny', 'rule inner 2'],
  ['deny', 'allow', 'rule outer 0'],
] as const)('outside %s, inside %s: %s', (outer, inner, opening) => {
  expect(openingOf(outer, inner)).toBe(opening);
});

/** What two questions say of each rule. */
function judged() {
  const site = architecture('shop');
  const server = site.server('server');
  const web = server.webServer('web', { listens: http() });
  const data = server.database('data');
  const wall = server.firewall('wall', { incoming: 'deny' });
  wall.allows(anyone, web);
  wall.allows('10.0.0.0/8', server);
  wall.allows('0.0.0.0/0', data);
  wall.denies(anyone, server);
  wall.allows(site.zone('outside', { trust: 'internet' }), anyone);
  wall.allows('::/0', web, { ports: 'any' });
  wall.allows(anyone, web, { ports: 'udp 1-65535' });
  wall.allows(site.cluster('both', [data, server.database('more', { listens: mysql() })]), server, { ports: 443 });
  const [model] = build(site);
  const rules = model!.byId.get('server/wall')!.rules ?? [];
  return rules.map((rule) => [isFromEverywhere(model!, rule), allowsEveryPort(model!, rule)]);
}

test('from everywhere, and to every port', () => {
  expect(judged()).toEqual([
    [true, false],
    [false, true],
    [true, undefined],
    [false, true],
    [true, true],
    [true, true],
    [true, false],
    [false, false],
  ]);
});
