import type { Audit, Finding } from '../../src/audit/finding.js';
import { compareSides } from '../../src/diff/compare-sides.js';
import { diffModels } from '../../src/diff/diff-models.js';
import type { Side } from '../../src/diff/pair-audits.js';
import { lostFacts } from '../../src/diff/retell.js';
import type { Architecture } from '../../src/graph/architecture.js';
import { architecture, https } from '../../src/index.js';
import { auditModel } from '../../src/pipeline.js';
import { defineRule } from '../../src/rules-api.js';
import { build } from '../support/build.js';
import { audited, today } from './audited.js';

type Site = ReturnType<typeof architecture>;

interface Given {
  readonly says?: object;
  readonly ofCluster?: object;
  readonly more?: object;
  readonly isPublic?: boolean;
  readonly name?: string;
}

function shop({ says = {}, ofCluster, more = {}, isPublic = false, name = 'db' }: Given) {
  const site = architecture('Shop');
  const server = site.server('server', { ...(isPublic && { publicAddress: true }), ...more });
  const db = server.database(name, says);
  const app = server.appServer('app');
  app.writes(db);
  if (ofCluster) site.cluster('all', [db, site.server('other').database('copy')], ofCluster);
  return site;
}

function change(before: Given, after: Given) {
  const [base, head] = [audited(shop(before)), audited(shop(after))];
  const [changed] = compareSides(
    { audits: [base], isWhole: true },
    { audits: [head], isWhole: true },
    { auditModel: (model) => auditModel(model, today) },
  ).changed;
  const rule = 'data/encryption-at-rest';
  return {
    fixed: (changed?.findings.fixed ?? []).filter((finding) => finding.rule === rule).length,
    weakened: (changed?.weakened ?? []).flatMap((one) => {
      if (one.sort === 'finding') return one.finding.rule === rule ? ['finding'] : [];
      if (one.sort !== 'fact' || one.fact.rule !== rule) return [];
      return [`${one.fact.wanted.split('`').at(-2)} of ${one.fact.about.join(', ')}`];
    }),
  };
}

const open = { holds: ['personal'], encryptedAtRest: false };
const closed = { holds: ['personal'], encryptedAtRest: true };

test('a finding is not fixed where all that it was about is left out, under whatever name', () => {
  expect(change({ says: open }, {})).toEqual({ fixed: 0, weakened: ['finding'] });
  expect(change({ says: open }, { name: 'store' })).toEqual({ fixed: 0, weakened: ['finding'] });
  expect(change({ says: open }, { says: closed })).toEqual({ fixed: 1, weakened: [] });
});

test('what a rule was content with is weakened where the rule does not even ask any more, and only the facts that it needs', () => {
  const lost = ['encryptedAtRest of server/db', 'holds of server/db'];
  expect(change({ says: closed, more: { os: 'Debian 13' } }, {})).toEqual({ fixed: 0, weakened: lost });
  expect(change({ says: closed }, { says: { holds: [] } })).toEqual({ fixed: 0, weakened: [] });
});

test('what a cluster said of its members is missed, and moving it to them loses nothing', () => {
  const told = change({ ofCluster: closed }, { ofCluster: { holds: ['personal'] } });
  expect(told).toEqual({ fixed: 0, weakened: [expect.stringContaining('encryptedAtRest of server/db')] });
  const moved = { says: closed, ofCluster: { holds: ['personal'] } };
  expect(change({ ofCluster: closed }, moved).fixed).toBe(0);
});

test('a public address that nobody states is none: leaving it out is a change', () => {
  expect(change({ isPublic: true, says: closed }, { says: closed })).toEqual({ fixed: 0, weakened: [] });
});

describe('where something stands', () => {
  function votes(racks: readonly (0 | 1 | 2 | undefined)[], drawn = 3) {
    const site = architecture('Votes');
    const places = Array.from({ length: drawn }, (_, number) =>
      site.failureDomain(`row ${number}`).failureDomain(`rack ${number}`),
    );
    const members = racks.map((rack, number) => {
      const standsIn = rack === undefined ? undefined : places[rack];
      return site.server(`server ${number}`, standsIn ? { standsIn } : {}).coordinator(`voter ${number}`);
    });
    site.cluster('votes', members);
    return audited(site);
  }
  const became = (head: ReturnType<typeof votes>) => {
    const rule = 'availability/quorum-weak';
    const [changed] = compareSides(
      { audits: [votes([0, 0, 1])], isWhole: true },
      { audits: [head], isWhole: true },
      { auditModel: (model) => auditModel(model, today) },
    ).changed;
    return {
      fixed: changed?.findings.fixed.filter((finding) => finding.rule === rule).length,
      weakened: changed?.weakened.map((one) => (one.sort === 'finding' ? one.finding.rule : one.sort)),
    };
  };

  test('left out mends nothing, also together with the place and the places round it', () => {
    const kept = { fixed: 0, weakened: ['availability/quorum-weak'] };
    expect(became(votes([undefined, undefined, 1]))).toEqual(kept);
    expect(became(votes([undefined, undefined, undefined], 0))).toEqual(kept);
  });

  test('elsewhere mends', () => {
    expect(became(votes([0, 2, 1]))).toEqual({ fixed: 1, weakened: [] });
  });
});

describe('what the model says of the whole', () => {
  interface Whole {
    readonly facts?: object;
    readonly country?: string;
  }

  function abroad({ facts = {}, country = 'US' }: Whole) {
    const site = architecture('Shop', facts);
    const region = site.region('east', { country });
    const zone = region.availabilityZone('a');
    const server = site.server('server', { standsIn: zone });
    const app = server.appServer('app');
    app.writes(server.database('db', { holds: ['personal'] }));
    site.user('visitor').visits(app);
    return audited(site);
  }

  function weakened(before: Whole, after: Whole) {
    const [base, head] = [abroad(before), abroad(after)];
    const [changed] = compareSides(
      { audits: [base], isWhole: true },
      { audits: [head], isWhole: true },
      { auditModel: (model) => auditModel(model, today) },
    ).changed;
    return {
      fixed: changed?.findings.fixed.map(({ rule }) => rule) ?? [],
      weakened: (changed?.weakened ?? []).flatMap((one) =>
        one.sort === 'finding' ? [one.finding.rule] : one.sort === 'fact' ? [`${one.fact.rule} ${one.fact.about}`] : [],
      ),
    };
  }

  test('a finding is not fixed where what made its rule ask is left out', () => {
    const rule = 'privacy/pii-jurisdiction';
    const asked = { facts: { personalDataStaysIn: ['DE'] } };
    expect(weakened(asked, {})).toEqual({ fixed: [], weakened: [rule] });
    expect(weakened(asked, { ...asked, country: 'DE' })).toEqual({ fixed: [rule], weakened: [] });
    // It is believed: that is for the reviewer to read.
    expect(weakened(asked, { facts: { personalDataStaysIn: ['DE', 'US'] } })).toEqual({ fixed: [rule], weakened: [] });
  });

  test('nor where it is how critical the whole is', () => {
    const rule = 'availability/region-dr-missing';
    const asked = { facts: { criticality: 'mission-critical', recovery: 'none' } };
    expect(weakened(asked, {})).toEqual({ fixed: [], weakened: [rule] });
    expect(weakened(asked, { facts: { recovery: 'none' } })).toEqual({ fixed: [], weakened: [rule] });
    expect(weakened(asked, { facts: { criticality: 'mission-critical' } })).toEqual({ fixed: [], weakened: [rule] });
    expect(weakened(asked, { facts: { ...asked.facts, recovery: 'warm standby' } }).fixed).toEqual([rule]);
  });

  test('what a rule was content with is weakened', () => {
    const content = { facts: { personalDataStaysIn: ['US'] } };
    expect(weakened(content, {})).toEqual({ fixed: [], weakened: ['privacy/pii-jurisdiction '] });
    const recovers = { facts: { criticality: 'mission-critical', recovery: 'warm standby' } };
    expect(weakened(recovers, { facts: { criticality: 'mission-critical' } }).weakened).toEqual([
      'availability/region-dr-missing region/east',
    ]);
  });
});

test('where each of several facts would do to make a rule ask, all of them are missed', () => {
  const rule = defineRule({
    id: 'own/either',
    severity: 'high',
    summary: 'A store that matters is encrypted.',
    impact: 'Whoever gets at the disk reads it.',
    remedy: 'Encrypt it.',
    references: ['CWE-311'],
    messages: { bare: '{{store}} is not encrypted.' },
    check({ model, pass, report }) {
      for (const store of model.byKind.database) {
        if (store.facts.holds === undefined && store.facts.rto === undefined) continue;
        if (store.facts.encryptedAtRest === false) report({ at: store, message: 'bare', data: { store } });
        else pass(store);
      }
    },
  });
  const setup = { rules: [rule], settings: {} };
  const side = (says: object) => ({
    audits: [auditModel(build(shop({ says }))[0]!, today, setup)],
    isWhole: true,
  });
  const missed = (before: object, after: object) => {
    const asked = { auditModel: (model: Architecture) => auditModel(model, today, setup) };
    const [changed] = compareSides(side(before), side(after), asked).changed;
    return changed?.weakened.map((one) => one.sort === 'fact' && one.fact.wanted.split('`').at(-2)) ?? [];
  };
  const [holds, rto] = [{ holds: ['personal'] }, { rto: '1 hour' }];
  expect(missed({ ...holds, ...rto }, {}).sort()).toEqual(['holds', 'rto']);
  expect(missed(holds, {})).toEqual(['holds']);
  expect(missed({ ...holds, ...rto }, rto)).toEqual([]);
});

test('an element of another kind under the same name leaves out nothing', () => {
  const side = (isDatabase: boolean) => {
    const site = architecture('Shop');
    const server = site.server('server');
    const app = server.appServer('app');
    if (isDatabase) app.writes(server.database('store', { holds: ['personal'], encryptedAtRest: false }));
    else app.writes(server.cache('store'));
    return audited(site);
  };
  const [base, head] = [side(true), side(false)];
  expect(lostFacts(base.model, head.model, diffModels(base.model, head.model))).toEqual([]);
});

test('what the connections of a pool say no more is missed', () => {
  const side = (healthCheck?: string | false) => {
    const site = architecture('Shop');
    const lb = site.server('front').loadBalancer('lb');
    const nodes = site.servers(2, 'node', (server) => server.appServer('app'));
    lb.balances(nodes, healthCheck === undefined ? {} : { healthCheck });
    site.user('visitor').visits(lb);
    return audited(site);
  };
  const [base, head] = [side('/health'), side()];
  const [changed] = compareSides(
    { audits: [base], isWhole: true },
    { audits: [head], isWhole: true },
    { auditModel: (model) => auditModel(model, today) },
  ).changed;
  const missed = changed?.weakened.flatMap((one) => (one.sort === 'fact' ? one.fact.rule : []));
  expect(missed).toEqual(['availability/lb-no-health-check']);
});

describe('journeys', () => {
  const single = 'data/db-single-writer';

  /** One who reads and writes a store through one of two ways. */
  function asking(journeys: readonly ('reads' | 'writes')[], { hasStore = true, name = 'orders' } = {}) {
    const site = architecture('Shop');
    const visitor = site.user('visitor');
    const app = site.server('front').appServer('app');
    visitor.visits(app);
    const other = site.server('side').database('other');
    app.reads(other);
    if (hasStore) {
      const orders = site.server('data').database(name);
      app.writes(orders);
      if (journeys.includes('reads')) site.journey('look', { from: visitor, reads: orders });
      if (journeys.includes('writes')) site.journey('buy', { from: visitor, writes: orders });
    }
    return audited(site);
  }

  function became(base: Audit, head: Audit) {
    const [changed] = compareSides(
      { audits: [base], isWhole: true },
      { audits: [head], isWhole: true },
      { auditModel: (model) => auditModel(model, today) },
    ).changed;
    const { fixed = [], untold = [] } = changed?.findings ?? {};
    const has = (findings: readonly Finding[]) => findings.some(({ rule }) => rule === single);
    return has(fixed) ? 'fixed' : has(untold) ? 'untold' : 'as before';
  }

  test('one that nobody asks for any more fixes nothing, also where a store has another name now', () => {
    const base = asking(['reads', 'writes']);
    expect(became(base, asking(['reads']))).toBe('untold');
    expect(became(base, asking(['reads'], { name: 'purchases' }))).toBe('untold');
  });

  test('nor does the first that somebody asks for, where all were asked for', () => {
    expect(became(asking([]), asking(['reads']))).toBe('untold');
    expect(became(asking([]), asking(['reads', 'writes']))).toBe('as before');
  });

  test('where what they lead to is gone, so is what was found on it', () => {
    expect(became(asking(['reads', 'writes']), asking([], { hasStore: false }))).toBe('fixed');
  });

  test('where all of them go, what connections make is asked', () => {
    expect(became(asking(['reads', 'writes']), asking([]))).toBe('as before');
  });
});

describe('a fact that is told by another one now', () => {
  function fixed(before: (site: Site) => void, after: (site: Site) => void) {
    const side = (state: (site: Site) => void): Side => {
      const site = architecture('Shop', { complete: ['firewalls'] });
      state(site);
      return { audits: [audited(site)], isWhole: true };
    };
    const [changed] = compareSides(side(before), side(after), {
      auditModel: (model) => auditModel(model, today),
    }).changed;
    const told = changed?.weakened.map((one) => (one.sort === 'finding' ? one.finding.rule : one.sort)) ?? [];
    return { fixed: changed?.findings.fixed.map(({ rule }) => rule) ?? [], weakened: told };
  }

  test('is not left out: who issued a certificate that nobody else had signed', () => {
    const rule = 'transport/cert-untrusted-public';
    const shown = (by: object) => (site: Site) => {
      const certificate = site.certificate('www', { expires: '2027-06-30', ...by });
      site.user('visitor').visits(site.server('server').webServer('nginx', { listens: https(certificate) }));
    };
    expect(fixed(shown({ selfSigned: true }), shown({ issuer: 'An authority' }))).toEqual({
      fixed: [rule],
      weakened: [],
    });
    expect(fixed(shown({ selfSigned: true }), shown({}))).toEqual({ fixed: [], weakened: [rule] });
  });

  test('nor how often something fails, as a share or in times', () => {
    const rule = 'availability/availability-target-missed';
    const working = (figures: object) => (site: Site) => {
      const visitor = site.user('visitor');
      const db = site.server('server', { availability: 0.9999 }).database('db', { availability: 0.9999 });
      const app = site.server('front', { availability: 0.9999 }).appServer('app', figures);
      visitor.visits(app);
      app.writes(db);
      site.journey('buy', { from: visitor, writes: db, objective: 0.99 });
    };
    const rarely = { mtbf: '10000 hours', mttr: '1 hour' };
    expect(fixed(working({ availability: 0.9 }), working(rarely))).toEqual({ fixed: [rule], weakened: [] });
    expect(fixed(working({ availability: 0.9 }), working({})).weakened).toContain(rule);
  });

  test('and one for which a rule does not even ask is missed: what an element may hold', () => {
    const rule = 'privacy/classification-downgrade';
    const holding = (says: object) => (site: Site) => {
      const server = site.server('server');
      const app = server.appServer('app', says);
      app.reads(server.database('db', { holds: ['health'] }), { carries: ['health'] });
      site.user('visitor').visits(app);
    };
    expect(fixed(holding({ mayHold: ['internal'] }), holding({}))).toEqual({ fixed: [], weakened: [rule] });
    expect(fixed(holding({ mayHold: ['internal'] }), holding({ mayHold: ['health'] }))).toEqual({
      fixed: [rule],
      weakened: [],
    });
  });
});
