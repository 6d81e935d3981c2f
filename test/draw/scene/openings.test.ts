import { openingsInShort, openingsInWords } from '../../../src/draw/scene/network/openings.js';
import type { Architecture } from '../../../src/graph/architecture.js';
import { anyone, architecture, https, type Site } from '../../../src/index.js';
import { build } from '../../support/build.js';

function told(write: (site: Site) => void) {
  const site = architecture('Site');
  write(site);
  const model = build(site)[0] as Architecture;
  const guard = model.byKind.firewall[0]!;
  return { short: openingsInShort(model, guard), words: openingsInWords(model, guard) };
}

function guarded(site: Site, incoming: 'allow' | 'deny', cidr?: string) {
  const zone = site.zone('inside', cidr === undefined ? {} : { cidr: cidr as '10.0.0.0/8' });
  const web = zone.webServer('web', { listens: { secure: https(site.certificate('c')) } });
  return { web, guard: zone.firewall('guard', { incoming }) };
}

test('where a firewall allows by default, its rules are not all that comes in', () => {
  const { short, words } = told((site) => {
    const { web, guard } = guarded(site, 'allow');
    guard.allows(anyone, web.at.secure);
  });
  expect(short).toEqual(['allows what no rule denies']);
  expect(words).toBe("'guard' allows 443 from the internet; allows what no rule denies");
});

test('an allowance behind a denial is told as a matter of order', () => {
  const { short, words } = told((site) => {
    const { web, guard } = guarded(site, 'deny');
    guard.denies(anyone, web);
    guard.allows(anyone, web.at.secure);
  });
  expect(short).toEqual(['allows and denies, in order']);
  expect(words).toMatch(/; the first rule that fits decides$/);
});

test('rules about what goes out are no openings', () => {
  const { short } = told((site) => {
    const { guard } = guarded(site, 'deny', '10.0.0.0/8');
    guard.allows(anyone, site.externalService('mirror'), { ports: 80 });
    guard.allows('10.1.2.0/24', site.externalService('mail'), { ports: 25 });
  });
  expect(short).toEqual(['lets nothing in']);
});
