import { analyseNetwork } from '../../../src/analyses/network/analyse-network.js';
import type { FirewallRule, RuleEnd } from '../../../src/graph/architecture.js';
import { type Drafting, draft } from '../support/document.js';

const anyone: RuleEnd = { anyone: true };
const cidr = (block: string): RuleEnd => ({ cidr: block });
const at = (element: string, listener?: string): RuleEnd => ({ element, ...(listener !== undefined && { listener }) });
const rule =
  (action: FirewallRule['action']) =>
  (from: RuleEnd | readonly RuleEnd[], to: RuleEnd | readonly RuleEnd[], port?: number): FirewallRule => ({
    action,
    from: [from].flat(),
    to: [to].flat(),
    ...(port !== undefined && { ports: [{ protocol: 'tcp', from: port, to: port }] }),
  });
const allow = rule('allow');
const deny = rule('deny');

const http = [{ name: '', protocol: 'http' }] as const;

const passages = (d: Drafting) =>
  Object.fromEntries(analyseNetwork(d.graph()).flows.map(({ flow, passage }) => [flow.id, passage]));
const told = (d: Drafting) =>
  analyseNetwork(d.graph()).anomalies.map(({ guard, index, anomaly }) => `${guard.id} ${index} ${anomaly}`);

describe('a rule that names a block', () => {
  function leaving(place: string | undefined, block: string): Drafting {
    const d = draft();
    d.element('zone', 'outer', { facts: { open: true } });
    d.element('zone', 'z', { in: 'outer', facts: { open: true, cidr: '10.0.1.0/24' } });
    d.element('server', 's', { in: 'z', facts: { address: '10.0.1.5' } });
    d.element('appServer', 'app', { in: 's' });
    d.element('externalService', 'x');
    d.element('firewall', 'fw', {
      ...(place !== undefined && { in: place }),
      facts: { incoming: 'deny', outgoing: 'deny' },
      rules: [allow(cidr(block), anyone)],
    });
    d.flow('app', 'calls', 'x');
    return d;
  }

  test.each([
    ['the site', undefined, '10.0.1.0/24'],
    ['a zone whose own addresses are not told', 'outer', '10.0.1.0/24'],
    ['a zone', 'z', '10.0.1.0/24'],
    ['a zone, and its block is wider', 'z', '10.0.0.0/8'],
    ['a server', 's', '10.0.1.5/32'],
  ])('of what stands in %s is about what leaves it', (_, place, block) => {
    expect(Object.values(passages(leaving(place, block)))).toEqual(['open']);
  });

  test('of others is about what comes in alone', () => {
    expect(Object.values(passages(leaving('z', '10.0.2.0/24')))).toEqual(['blocked']);
  });
});

describe('what leaves', () => {
  test('is not known where nothing is said of it, in a model that tells all of its firewalls too', () => {
    const d = draft();
    d.element('zone', 'z');
    d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny' } });
    d.element('appServer', 'a', { in: 'z' });
    d.element('database', 'd');
    d.flow('a', 'reads', 'd');
    const { flows, undeclared } = analyseNetwork(d.graph({ complete: ['firewalls'] }));
    expect(flows.map(({ passage }) => passage)).toEqual(['unknown']);
    expect(undeclared).toEqual([{ guard: expect.objectContaining({ id: 'fw' }), side: 'outgoing' }]);
  });
});

describe('requests', () => {
  test('are handed on by a bastion that a flow is led through', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('zone', 'z', { facts: { open: true } });
    d.element('bastion', 'bas', { in: 'z' });
    d.element('database', 'db', { in: 'z' });
    d.element('firewall', 'fw', { in: 'db', facts: { incoming: 'deny' }, rules: [allow(at('bas'), at('db'))] });
    d.flow('u', 'administers', 'db', { through: ['bas'] });
    const reached = analyseNetwork(d.graph()).internet.map(({ element, reach, passage }) => [
      element.id,
      reach,
      passage,
    ]);
    expect(reached).toContainEqual(['bas', 'packet', 'open']);
    expect(reached).toContainEqual(['db', 'packet', 'blocked']);
    expect(reached).toContainEqual(['db', 'relay', 'open']);
  });
});

describe('the internet', () => {
  test('as a zone with every address is not blocked where nothing blocks it', () => {
    const d = draft();
    d.element('zone', 'internet', { facts: { trust: 'internet', cidr: ['0.0.0.0/0', '::/0'], open: true } });
    d.element('zone', 'dmz', { facts: { open: true } });
    d.element('webServer', 'web', { in: 'dmz', listeners: http });
    expect(analyseNetwork(d.graph()).internet.map(({ passage }) => passage)).toEqual(['open']);
  });

  test('that is let in but for a block is told with it, and an untold family is no exception', () => {
    const d = draft();
    d.element('zone', 'dmz');
    d.element('loadBalancer', 'lb', { in: 'dmz', listeners: http });
    d.element('firewall', 'fw', {
      in: 'dmz',
      facts: { incoming: 'deny' },
      rules: [
        deny(cidr('203.0.113.0/25'), at('lb')),
        deny(cidr('8.8.8.0/24'), at('lb')),
        allow(cidr('0.0.0.0/0'), at('lb')),
      ],
    });
    const [lb] = analyseNetwork(d.graph()).internet;
    expect([lb?.passage, lb?.exceptFrom]).toEqual(['open', ['8.8.8.0/24', '203.0.113.0/25']]);
  });
});

describe('an address that is translated', () => {
  test('is named as it is inside', () => {
    const d = draft();
    d.element('zone', 'i', {
      facts: { cidr: '10.0.0.0/24', open: true, translates: [{ from: '10.0.0.0/24', to: '198.51.100.0/24' }] },
    });
    d.element('zone', 't');
    d.element('database', 'db', { in: 't', listeners: [{ name: '', protocol: 'mysql' }] });
    d.element('firewall', 'fw', {
      in: 't',
      facts: { incoming: 'deny' },
      rules: [allow(cidr('198.51.100.0/25'), at('db'))],
    });
    const [zone] = analyseNetwork(d.graph()).zones;
    expect(zone?.reaches.map(({ limitedTo }) => limitedTo)).toEqual([['10.0.0.0/25']]);
  });
});

describe('a shared or public address', () => {
  test('of a group is where requests to the group are sent', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('zone', 'z', { facts: { cidr: '10.0.0.0/24' } });
    d.element('loadBalancer', 'l1', {
      in: 'z',
      facts: { address: '10.0.0.1' },
      listeners: [{ name: '', protocol: 'https' }],
    });
    d.element('loadBalancer', 'l2', {
      in: 'z',
      facts: { address: '10.0.0.2' },
      listeners: [{ name: '', protocol: 'https' }],
    });
    d.cluster('lc', 'loadBalancer', ['l1', 'l2'], { address: '10.0.0.9' });
    d.element('firewall', 'fw', {
      in: 'z',
      facts: { incoming: 'deny' },
      rules: [allow(anyone, cidr('10.0.0.9/32'), 443)],
    });
    d.flow('u', 'visits', 'lc');
    expect(Object.values(passages(d))).toEqual(['open']);
    expect(told(d)).toEqual([]);
    expect(analyseNetwork(d.graph()).internet.map(({ passage }) => passage)).toEqual(['open', 'open']);
  });

  test('of a server is that of what runs on it', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('zone', 'z');
    d.element('server', 's', { in: 'z', facts: { publicAddress: '203.0.113.7' } });
    d.element('webServer', 'web', { in: 's', listeners: http });
    d.element('server', 'hidden', { in: 'z', facts: { publicAddress: false } });
    d.element('webServer', 'inner', { in: 'hidden', listeners: http });
    d.element('firewall', 'fw', {
      in: 'z',
      facts: { incoming: 'deny' },
      rules: [allow(anyone, cidr('203.0.113.7/32'), 80), allow(anyone, at('inner'))],
    });
    d.flow('u', 'visits', 'web');
    expect(Object.values(passages(d))).toEqual(['open']);
    const { internet } = analyseNetwork(d.graph());
    expect(internet.map(({ element, passage }) => [element.id, passage])).toEqual([
      ['web', 'open'],
      ['inner', 'blocked'],
    ]);
    expect(told(d)).not.toContain('fw 0 unneeded');
  });
});

describe('a rule that names a listener of which no port is known', () => {
  test('decides nothing that is known, and nothing is said of the rules around it', () => {
    const d = draft();
    d.element('user', 'u');
    d.element('appServer', 'a', {
      listeners: [
        { name: 't', protocol: 'tcp' },
        { name: 'h', protocol: 'http' },
      ],
    });
    d.element('firewall', 'fw', {
      in: 'a',
      facts: { incoming: 'deny' },
      rules: [allow(at('u'), at('a', 't')), allow(at('u'), at('a', 't'))],
    });
    d.flow('u', 'visits', 'a', {}, 'h');
    expect(Object.values(passages(d))).toEqual(['unknown']);
    expect(told(d)).toEqual([]);
  });
});

describe('rules to mend', () => {
  function ruled(rules: readonly FirewallRule[]): Drafting {
    const d = draft();
    d.element('user', 'u');
    d.element('zone', 'z');
    for (const id of ['a', 'b']) {
      d.element('appServer', id, {
        in: 'z',
        listeners: [
          { name: 'http', protocol: 'http' },
          { name: 'ssh', protocol: 'ssh' },
        ],
      });
    }
    d.element('externalService', 'x');
    d.element('externalService', 'y');
    d.element('firewall', 'fw', { in: 'z', facts: { incoming: 'deny', outgoing: 'deny' }, rules });
    return d;
  }

  test('a rule that keeps a dead one from coming to life is not redundant', () => {
    const d = ruled([allow(at('u'), at('a', 'http')), deny(at('u'), at('a')), allow(at('u'), at('a'))]);
    d.flow('u', 'administers', 'a', {}, 'ssh');
    expect(told(d)).toContain('fw 2 shadowed');
    const { anomalies, deadRules } = analyseNetwork(d.graph());
    expect(deadRules).toEqual(anomalies.filter(({ anomaly }) => anomaly === 'shadowed' || anomaly === 'covered'));
    expect(deadRules.map(({ index }) => index)).toEqual([2]);
    expect(told(d)).not.toContain('fw 1 redundant');
  });

  test('one with sources on both sides is dead only where it is so on both', () => {
    const d = ruled([allow(at('u'), anyone, 80), allow([at('a'), at('u')], anyone, 80)]);
    d.flow('u', 'visits', 'b', {}, 'http');
    d.flow('a', 'calls', 'y');
    expect(told(d).filter((one) => /covered|shadowed|unneeded/.test(one))).toEqual([]);
  });

  test('one with sources on both sides is needed where it is so on one', () => {
    const d = ruled([allow([at('a'), at('u')], [at('b'), at('x')])]);
    d.flow('u', 'visits', 'b', {}, 'http');
    expect(told(d).filter((one) => one.endsWith('unneeded'))).toEqual([]);
    expect(told(d)).toContain('fw 0 too wide');
  });
});
