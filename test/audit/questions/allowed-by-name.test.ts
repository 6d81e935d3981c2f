import { allowedByName } from '../../../src/audit/questions/allowed-by-name.js';
import { anyone, architecture, http, tcp } from '../../../src/index.js';
import { build } from '../../support/build.js';

function shop({ denies = false, listeners = 1 } = {}) {
  const site = architecture('shop');
  const web = site.webServer('web', listeners === 1 ? { listens: http() } : {});
  const app = site.appServer('app', { listens: { plain: http(), admin: tcp(9000) } });
  const wall = web.firewall('wall', { incoming: 'deny' });
  if (denies) wall.denies('10.0.0.0/8', web);
  else wall.allows(anyone, web);
  app.calls(web);
  app.calls(web, { requestsPerSecond: 1 });
  site.worker('job').calls(app.at.admin);
  const model = build(site)[0]!;
  return {
    model,
    guard: model.byKind.firewall[0]!,
    calls: (from: string) => model.flows.filter((flow) => flow.from === from),
  };
}

const named = (found: ReturnType<typeof allowedByName>) =>
  found?.map(({ call, args }) => [
    call,
    ...args.map((one) => (typeof one === 'object' && one && 'id' in one ? one.id : one)),
  ]);

test('once from what calls to what is called', () => {
  const { model, guard, calls } = shop();
  expect(named(allowedByName(model, guard, calls('app')))).toEqual([['allows', 'app', 'web']]);
});

test('only on its port, where it has several', () => {
  const { model, guard, calls } = shop();
  expect(named(allowedByName(model, guard, calls('job')))).toEqual([['allows', 'job', 'app', { ports: 9000 }]]);
});

test('not where something is denied: the order is for its owner to say', () => {
  const { model, guard, calls } = shop({ denies: true });
  expect(allowedByName(model, guard, calls('app'))).toBeUndefined();
});

test('not for a name or a group: what answers for it is more than one', () => {
  const site = architecture('shop');
  const web = site.webServer('web', { listens: http() });
  web.firewall('wall', { incoming: 'deny' });
  site.user('visitor').visits(site.dns('example.org').record('A', 'www', web));
  const model = build(site)[0]!;
  const visits = model.flows.filter(({ verb }) => verb === 'visits');
  expect(allowedByName(model, model.byKind.firewall[0]!, visits)).toBeUndefined();
});
