import type { Audit } from '../../src/audit/finding.js';
import { compareSides, type ModelChange } from '../../src/diff/compare-sides.js';
import { diffModels } from '../../src/diff/diff-models.js';
import { exempted } from '../../src/diff/exempted.js';
import { usualLimits } from '../../src/diff/gate/gate-limits.js';
import { judgeComparison } from '../../src/diff/gate/judge-comparison.js';
import { architecture } from '../../src/index.js';
import { auditModel, auditScopedAs, setupFor } from '../../src/pipeline.js';
import { build } from '../support/build.js';
import { today } from './audited.js';

const rule = 'data/encryption-at-rest';

interface Given {
  /** `null`: nothing is said of it. */
  readonly encrypted?: boolean | null;
  /** Left out: personal data. */
  readonly holdsUntold?: boolean;
  readonly tags?: string[];
  readonly file?: string;
  readonly hasMore?: boolean;
  readonly place?: string;
}

function compared(scope: object, before: Given, after: Given) {
  const setup = setupFor({ scopes: [scope] });
  const side = ({
    encrypted = false,
    holdsUntold = false,
    tags = [],
    file = 'models/shop.ts',
    hasMore = false,
    place = 'server',
  }: Given) => {
    const shop = architecture('Shop');
    const server = shop.server(place);
    const store = server.database('mysql', {
      ...(!holdsUntold && { holds: ['personal'] }),
      ...(encrypted !== null && { encryptedAtRest: encrypted }),
      tags,
    });
    server.appServer('app').reads(store);
    if (hasMore) server.database('other', { holds: ['personal'], encryptedAtRest: false, tags: ['legacy'] });
    const model = build(shop)[0]!;
    return auditModel({ ...model, at: { file, line: 1, column: 1 } }, today, setup);
  };
  const comparison = compareSides(
    { audits: [side(before)], isWhole: true },
    { audits: [side(after)], isWhole: true },
    {
      auditModel: (model) => auditModel(model, today, setup),
      auditScopedAs: (model, as) => auditScopedAs(model, as, today, setup),
    },
  );
  const verdict = judgeComparison(comparison, { ...usualLimits, failOn: 'low' });
  const told = judgeComparison(comparison, { ...usualLimits, failOn: 'low', weakening: 'tell' });
  return { change: comparison.changed[0], verdict, told };
}

const exemptOf = (change: ModelChange | undefined) =>
  (change?.weakened ?? []).flatMap((one) => (one.sort === 'exempt' ? one.finding.rule : []));

const off = { tags: ['legacy'], rules: { [rule]: 'off' } };

test.each([{ encrypted: null }, { encrypted: null, holdsUntold: true }])(
  'what is left out together with a tag is still missed: %j',
  (left) => {
    for (const encrypted of [false, true]) {
      const { change, verdict, told } = compared(off, { encrypted }, { ...left, tags: ['legacy'] });
      const missed = (change?.weakened ?? []).flatMap((one) =>
        one.sort === 'finding' ? one.finding.rule : one.sort === 'fact' ? one.fact.rule : [],
      );
      expect(missed).toContain(rule);
      expect(change?.findings.fixed.map((finding) => finding.rule)).not.toContain(rule);
      expect([verdict.passes, told.passes]).toEqual([false, true]);
    }
  },
);

test('a fault that comes with the tag that exempts it is refused, and passes with --allow-weakening', () => {
  const { change, verdict, told } = compared(off, { encrypted: true }, { tags: ['legacy'] });
  expect(exemptOf(change)).toEqual([rule]);
  expect(verdict.passes).toBe(false);
  expect(told.passes).toBe(true);
});

test('a fault that was there is not fixed by a tag', () => {
  const { change } = compared(off, {}, { tags: ['legacy'] });
  expect(exemptOf(change)).toEqual([rule]);
  expect(change?.findings.fixed.filter((finding) => finding.rule === rule)).toEqual([]);
});

test('what the base exempts stays exempt, also under a new name', () => {
  const { change, verdict } = compared(off, { encrypted: true, tags: ['legacy'] }, { tags: ['legacy'], place: 'node' });
  expect(exemptOf(change)).toEqual([]);
  expect(verdict.passes).toBe(true);
});

test('a new element does not exempt itself', () => {
  expect(exemptOf(compared(off, {}, { hasMore: true }).change)).toEqual([rule]);
});

test('a file that is moved into an exempt folder does not change what is asked, even where nothing else changes', () => {
  const scope = { files: ['old/**'], rules: { [rule]: 'off' } };
  const { change, verdict } = compared(scope, {}, { file: 'old/shop.ts' });
  expect(exemptOf(change)).toEqual([rule]);
  expect(verdict.passes).toBe(false);
});

test('a severity that a tag lowers counts as it was', () => {
  const scope = { tags: ['legacy'], rules: { [rule]: 'low' } };
  const { change } = compared(scope, { encrypted: true }, { tags: ['legacy'] });
  const severities = change?.weakened.flatMap((one) => (one.sort === 'exempt' ? one.finding.severity : []));
  expect(severities).toEqual([expect.not.stringMatching('low')]);
});

describe('what is no exemption', () => {
  const at = (place: string) => {
    const shop = architecture('Shop');
    shop.server(place).database('mysql', { holds: ['personal'], encryptedAtRest: false });
    return auditModel(build(shop)[0]!, today);
  };
  const told = (base: Audit, head: Audit, held: Audit) =>
    exempted(base, head, diffModels(base.model, head.model), held).map((finding) => finding.rule);
  const only = ({ findings }: Audit) => findings.filter((finding) => finding.rule === rule);

  test.each(['server', 'node'])('what is in the baseline, also under a new name: %s', (place) => {
    const [before, after] = [at('server'), at(place)];
    const found = { ...after, findings: only(after) };
    const silent = { ...after, findings: [] };
    expect(told(before, silent, found)).toEqual([rule]);
    expect(told({ ...before, findings: [], baselined: only(before) }, silent, found)).toEqual([]);
  });

  test('that what is accepted, or in the baseline of the head, is less bad there', () => {
    const audit = at('server');
    const [finding] = only(audit);
    const milder = { ...finding!, severity: 'low' as const };
    const found = { ...audit, findings: [finding!] };
    expect(told(audit, { ...audit, findings: [milder] }, found)).toEqual([rule]);
    expect(told(audit, { ...audit, findings: [], accepted: [milder] }, found)).toEqual([]);
    expect(told(audit, { ...audit, findings: [], baselined: [milder] }, found)).toEqual([]);
    expect(told(audit, { ...audit, findings: [finding!] }, found)).toEqual([]);
  });
});
