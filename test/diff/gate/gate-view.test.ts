import type { Audit } from '../../../src/audit/finding.js';
import { onlyFresh, withoutWaivers } from '../../../src/diff/gate/gate-view.js';
import { severityOfWeakening } from '../../../src/diff/gate/weakening-severity.js';
import { architecture, mysql } from '../../../src/index.js';
import { audited } from '../audited.js';

const rule = 'data/encryption-at-rest';

function shop(): Audit {
  const site = architecture('Shop');
  const db = site.server('store').database('db', { listens: mysql(), holds: ['personal'], encryptedAtRest: false });
  db.accepts({ rule, because: 'For now', until: '2027-01-01' });
  return audited(site);
}

/** As an audit comes back from where it was kept: its waivers are copies of those of the model. */
function kept({ model, ...result }: Audit): Audit {
  return { ...(JSON.parse(JSON.stringify(result)) as Omit<Audit, 'model'>), model };
}

describe.each([
  ['made', shop()],
  ['kept', kept(shop())],
])('an audit that was %s', (_, audit) => {
  const waivers = audit.model.waivers;

  test('without its waivers finds what they accept, in its place, under the number that it had', () => {
    const seen = withoutWaivers(audit, waivers);
    expect(seen.findings.map((finding) => finding.rule)).toContain(rule);
    expect(seen.accepted).toEqual([]);
    expect(seen.findings).toHaveLength(audit.findings.length + 1);
    expect(seen.whole).toBe(audit);
  });

  test('is left as it is by waivers of others', () => {
    const [waiver] = waivers;
    expect(withoutWaivers(audit, [{ ...waiver!, because: 'Another reason' }])).toBe(audit);
    expect(withoutWaivers(audit, [])).toBe(audit);
  });

  test('says how bad it is what a waiver accepts', () => {
    expect(severityOfWeakening({ sort: 'waiver', waiver: waivers[0]! }, audit)).toBe('high');
  });
});

test('what was there before stands with the baseline', () => {
  const audit = shop();
  const [first, ...others] = audit.findings;
  const seen = onlyFresh(audit, new Set([first!]));
  expect(seen.findings).toEqual([first]);
  expect(seen.baselined).toEqual(others);
  expect(onlyFresh(audit, new Set(audit.findings))).toBe(audit);
});
