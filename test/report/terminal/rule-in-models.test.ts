import { architecture } from 'stanchion';
import type { Audit } from '../../../src/audit/finding.js';
import { inForce } from '../../../src/audit/in-force.js';
import { ruleInModel } from '../../../src/report/explanation/rule-in-model.js';
import { ruleInModels } from '../../../src/report/terminal/rule-in-models.js';
import { rules } from '../../../src/rules/index.js';
import { auditOf } from '../support.js';

const plain = { colour: false, width: 80, sourceLines: () => undefined };

function audited(): Audit {
  const site = architecture('shop', { complete: ['backups'] });
  const [first, second] = [
    site.database('first', { holds: ['personal'] }),
    site.database('second', { holds: ['personal'] }),
  ];
  second.accepts({ rule: 'data/backup-missing', because: 'only a cache' });
  const app = site.appServer('app');
  site.user('visitor').visits(app);
  app.writes(first);
  app.writes(second);
  return auditOf(site);
}

const told = (id: string, audit: Audit) => {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(id);
  return ruleInModels(inForce(rule, {}), [ruleInModel(id, audit)], plain);
};

test('findings and accepted ones stand apart', async () => {
  const text = await told('data/backup-missing', audited());
  expect(text).toMatch(/^Outcome: finding \(1 finding, 1 accepted\)\.$/m);
  expect(text).toMatch(/\nFINDINGS\n\n {2}C1 {2}[0-9a-f]{6} {2}.*first.*\n/);
  expect(text).toMatch(/\nACCEPTED\n\n {2}C\d+ {2}[0-9a-f]{6} {2}.*second.*\n/);
});

test('what is in the baseline is told as such', async () => {
  const { findings, ...audit } = audited();
  const outcomes = audit.outcomes.map((outcome) =>
    outcome.rule === 'data/backup-missing' ? { ...outcome, findings: 0, baselined: 1 } : outcome,
  );
  const text = await told('data/backup-missing', { ...audit, outcomes, findings: [], baselined: findings });
  expect(text).toContain('1 accepted, 1 in the baseline');
  expect(text).toContain('\nIN THE BASELINE\n');
});

test('what it waits for', async () => {
  const text = await told('data/encryption-at-rest', audited());
  expect(text).toMatch(/^Outcome: cannot tell \(2 cannot be told\)\.$/m);
  expect(text).toMatch(/\nWHAT IT WAITS FOR\n\n {2}- encryptedAtRest: /);
});

test('what is switched off in a scope, and what nothing was said of', async () => {
  const audit = audited();
  const outcomes = audit.outcomes.map((outcome) => ({ ...outcome, passes: 0, unknown: 0, switchedOff: 2 }));
  expect(await told('data/encryption-at-rest', { ...audit, outcomes })).toContain('(2 switched off).');
  expect(await told('capacity/retry-storm', audit)).toContain('\nOutcome: not applicable.\n');
});
