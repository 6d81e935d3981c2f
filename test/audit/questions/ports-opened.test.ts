import { analysesOf } from '../../../src/analyses/analyses-of.js';
import { portsOpened } from '../../../src/audit/questions/ports-opened.js';
import { anyone, architecture, http, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

type Wall = ReturnType<ReturnType<Site['server']>['firewall']>;

/** What is opened by number on a server behind a firewall, one more before its zone where asked for. */
function opened(
  fill: (wall: Wall, server: ReturnType<Site['server']>, site: Site) => void,
  outer?: (wall: Wall) => void,
) {
  const site = architecture('shop');
  const zone = site.zone('zone', { open: true });
  const server = zone.server('server');
  server.webServer('web', { listens: http() });
  if (outer) outer(zone.firewall('outer', { incoming: 'deny' }) as never);
  fill(server.firewall('wall', { incoming: 'deny' }), server, site);
  const model = build(site)[0]!;
  const { network } = analysesOf(model);
  return portsOpened({ model, network }, [22, 3389]).map(({ element, listener, opening }) => {
    const rule = opening.cause === 'rule' ? ` by ${opening.guard.name} ${opening.index}` : '';
    return `${listener.name} of ${element.id}${rule}`;
  });
}
const shell = ['port 22 of zone/server by wall 0'];

test('ports that a rule names, alone or in a range', () => {
  expect(opened((wall, server) => wall.allows(anyone, server, { ports: 22 }))).toEqual(shell);
  expect(opened((wall, server) => wall.allows(anyone, server, { ports: '22-80' }))).toEqual(shell);
  expect(opened((wall, server) => wall.allows(anyone, server, { ports: '1-22' }))).toEqual(shell);
  expect(opened((wall, server) => wall.allows(anyone, server, { ports: [22, 3389] }))).toEqual([
    ...shell,
    'port 3389 of zone/server by wall 0',
  ]);
});

test.each<[string, Parameters<typeof opened>[0]]>([
  ['no rule', () => undefined],
  ['other ports', (wall, server) => wall.allows(anyone, server, { ports: ['1-21', '23-3388', '3390-9999'] })],
  ['datagrams', (wall, server) => wall.allows(anyone, server, { ports: 'udp 22' })],
  ['some addresses', (wall, server) => wall.allows('203.0.113.0/24', server, { ports: 22 })],
  ['every port', (wall, server) => wall.allows(anyone, server, { ports: 'any' })],
  ['no ports named', (wall, server) => wall.allows(anyone, server)],
  ['a rule that denies', (wall, server) => wall.denies(anyone, server, { ports: 22 })],
  [
    'a rule behind one that denies the same',
    (wall, server) => {
      wall.denies(anyone, server, { ports: 22 });
      wall.allows(anyone, server, { ports: 22 });
    },
  ],
])('not %s', (_, fill) => {
  expect(opened(fill)).toEqual([]);
});

test('a rule for anything is about what stands behind the firewall', () => {
  expect(opened((wall) => wall.allows(anyone, anyone, { ports: 22 }))).toEqual(shell);
});

test('another firewall on the way may keep it shut', () => {
  const open = (wall: Wall, server: ReturnType<Site['server']>) => void wall.allows(anyone, server, { ports: 22 });
  expect(opened(open, () => undefined)).toEqual([]);
  expect(opened(open, (wall) => void wall.allows(anyone, anyone, { ports: 80 }))).toEqual([]);
  expect(opened(open, (wall) => void wall.allows(anyone, anyone, { ports: 22 }))).toEqual([
    'port 22 of zone by outer 0',
    ...shell,
  ]);
});
