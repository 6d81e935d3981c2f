import { analysesOf } from '../../../src/analyses/analyses-of.js';
import type { Opening } from '../../../src/audit/questions/internet-openings.js';
import {
  administrationPorts,
  groupedByRule,
  isAdministration,
  openedBetween,
  sensitiveOpenings,
  withoutRule,
} from '../../../src/audit/questions/sensitive-openings.js';
import type { Element } from '../../../src/graph/architecture.js';
import { anyone, architecture, http, mysql, type Site, ssh, tcp } from '../../../src/index.js';
import { build } from '../../support/build.js';

function modelOf(fill: (site: Site) => void) {
  const site = architecture('shop', { complete: ['firewalls'] });
  fill(site);
  return build(site)[0]!;
}

test('stores, and ways to administer what is not there for that, which the internet reaches', () => {
  const model = modelOf((site) => {
    site.server('a').database('db', { listens: { sql: mysql(), shell: ssh() } });
    site.server('b').cache('cache');
    site.server('c').webServer('web', { listens: { web: http(), desk: tcp(3389) } });
    site.bastion('gate', { listens: ssh() });
    site.objectStore('pictures', { listens: http() });
    site.appServer('silent');
    const shut = site.server('shut');
    shut.database('db', { listens: mysql() });
    shut.firewall('wall', { incoming: 'deny' });
  });
  const { network } = analysesOf(model);
  const found = (ports?: readonly number[]) =>
    sensitiveOpenings({ model, network }, ports).map(({ element, listener, sort, opening }) =>
      [element.id, listener?.name, sort, opening.cause].join(' '),
    );
  expect(found()).toEqual([
    'a/db sql store no firewall',
    'a/db shell administration no firewall',
    'b/cache  store no firewall',
    'c/web desk administration no firewall',
  ]);
  expect(found([80])).toEqual([
    'a/db sql store no firewall',
    'a/db shell administration no firewall',
    'b/cache  store no firewall',
    'c/web web administration no firewall',
    'pictures  administration no firewall',
  ]);
});

test('administration is by its protocol or its port', () => {
  const element = modelOf((site) => site.webServer('web')).byKind.webServer[0]!;
  const listener = (more: object) => ({ name: 'x', protocol: 'tcp', ...more }) as never;
  const is = (more: object) => isAdministration(element, listener(more), administrationPorts);
  expect([{ port: 22 }, { port: 5900 }, { protocol: 'ssh', port: 2222 }].map(is)).toEqual([true, true, true]);
  expect([{ port: 80 }, {}].map(is)).toEqual([false, false]);
});

const guards = modelOf((site) => {
  site.servers(2, 'server', (server) => server.firewall('wall', { incoming: 'deny' }).allows(anyone, server));
  site.server('other').firewall('wall', { incoming: 'deny' });
}).byKind.firewall;
const [first, second, third] = guards as readonly [Element, Element, Element];
const by = (guard: Element, index?: number): { readonly opening: Opening } => ({
  opening: { cause: 'rule', guard, ...(index !== undefined && { index }) },
});

test('what rules open is put together by rule, on firewalls made alike', () => {
  const items = [by(first, 0), by(second, 0), by(third, 0), by(first, 1), by(first), by(first, 0), by(second, 1)];
  const grouped = groupedByRule([
    ...items,
    { opening: { cause: 'default', guard: first } },
    { opening: { cause: 'no firewall' } },
  ]);
  expect(grouped).toStrictEqual([
    { guards: [first, second], index: 0, items: [items[0], items[1], items[5]] },
    { guards: [third], index: 0, items: [items[2]] },
    { guards: [first, second], index: 1, items: [items[3], items[6]] },
    { guards: [first], items: [items[4]] },
  ]);
});

test('what is opened is named in one order, each once', () => {
  const shell = { name: 'shell', protocol: 'ssh' } as const;
  const items = [{ element: second, listener: shell }, { element: first }, { element: second, listener: shell }];
  expect(openedBetween({ guards: [second, first], items })).toBe(
    '[["server-1/wall","server-2/wall"],["server-1/wall","server-2/wall shell 22"]]',
  );
  expect(openedBetween({ guards: [first, second], items: [...items].reverse() })).toBe(
    openedBetween({ guards: [second, first], items }),
  );
});

/** The lines of rules that go where only a shell is no one’s business. */
function goneWith(fill: (site: Site) => void, index: number | undefined = 0) {
  const model = modelOf(fill);
  const edits = withoutRule(
    model,
    { guards: model.byKind.firewall, index, items: [] } as never,
    (target, listener) => target.kind === 'webServer' && listener === 'shell',
  );
  return edits?.length;
}
const listens = { web: http(), shell: ssh() };

test('a rule goes where it leads to nothing but what it should not', () => {
  const madeWeb = (site: Site) => site.webServer('web', { listens });
  type Web = ReturnType<typeof madeWeb>;
  const guarded = (fill: (web: Web, wall: ReturnType<Web['firewall']>) => void) => (site: Site) => {
    const web = madeWeb(site);
    fill(web, web.firewall('wall', { incoming: 'deny' }));
  };
  expect(goneWith(guarded((web, wall) => wall.allows(anyone, web.at.shell)))).toBe(1);
  expect(goneWith(guarded((web, wall) => wall.allows(anyone, web.at.web)))).toBeUndefined();
  expect(goneWith(guarded((web, wall) => wall.allows(anyone, web)))).toBeUndefined();
  expect(goneWith(guarded((web, wall) => wall.allows(anyone, [web.at.shell, web.at.web])))).toBeUndefined();
  expect(goneWith(guarded((web, wall) => wall.allows('10.0.0.0/8', web.at.shell)))).toBeUndefined();
  expect(goneWith(guarded((_, wall) => wall.allows(anyone, anyone)))).toBeUndefined();
  expect(
    goneWith(
      guarded((web, wall) => wall.allows(anyone, web.at.shell)),
      7,
    ),
  ).toBeUndefined();
});

test('firewalls made alike have a rule from one statement, two have two', () => {
  const alike = (site: Site) => {
    site.servers(2, 'server', (server) => {
      const web = server.webServer('web', { listens });
      server.firewall('wall', { incoming: 'deny' }).allows(anyone, web.at.shell);
    });
  };
  const apart = (site: Site) => {
    const [one, two] = ['one', 'two'].map((name) => site.webServer(name, { listens }));
    one!.firewall('wall', { incoming: 'deny' }).allows(anyone, one!.at.shell);
    two!.firewall('wall', { incoming: 'deny' }).allows(anyone, two!.at.shell);
  };
  expect(goneWith(alike)).toBe(1);
  expect(goneWith(apart)).toBe(2);
});
