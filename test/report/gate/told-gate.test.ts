import type { Audit } from '../../../src/audit/finding.js';
import { compareSides } from '../../../src/diff/compare-sides.js';
import { usualLimits } from '../../../src/diff/gate/gate-limits.js';
import { judgeComparison } from '../../../src/diff/gate/judge-comparison.js';
import { anyone, architecture, mysql } from '../../../src/index.js';
import { toldChange } from '../../../src/report/change/told-change.js';
import { toldGate } from '../../../src/report/gate/told-gate.js';
import { changeToMarkdown } from '../../../src/report/markdown/change-to-markdown.js';
import { changeToTerminal } from '../../../src/report/terminal/change-to-terminal.js';
import type { Day } from '../../../src/vocabulary/units.js';
import { audited } from '../../diff/audited.js';

interface Stores {
  readonly encryptedAtRest?: boolean;
  readonly isAccepted?: boolean;
  readonly until?: Day;
  /** How many of them are let in from outside by a rule of their own, at the firewall of the first site and of the second. */
  readonly open?: readonly [from: number, to: number];
}

function stores(
  name: string,
  number: number,
  { encryptedAtRest = true, isAccepted, until, open = [0, 0] }: Stores = {},
): Audit {
  const site = architecture(name);
  const border = site.firewall('border', { incoming: 'deny' });
  const all = Array.from({ length: number }, (_, index) =>
    site.server(`server-${index}`).database(`db-${index}`, {
      listens: mysql({ port: 3306 + index }),
      holds: ['personal'],
      encryptedAtRest,
    }),
  );
  for (const store of all.slice(...open)) border.allows(anyone, store);
  if (isAccepted) site.accepts({ rule: 'data/encryption-at-rest', because: 'For now', ...(until && { until }) });
  return audited(site);
}

function told(base: readonly Audit[], head: readonly Audit[]) {
  const comparison = compareSides({ audits: base, isWhole: true }, { audits: head, isWhole: true });
  const gate = toldGate(judgeComparison(comparison, usualLimits), comparison, { notes: [], problems: [] });
  return toldChange(comparison, 'main', gate);
}

const terminal = (change: ReturnType<typeof told>) =>
  changeToTerminal(change, { colour: false, width: 200, sourceLines: () => undefined });

test('a model that is gone is named, also where it is the only one, and never twice in a line', async () => {
  const shop = stores('Shop', 1);
  expect(await terminal(told([shop], []))).toContain("REFUSED\n\n  model  The model 'Shop' is gone.\n");
  const both = told([shop, stores('Other', 1)], []);
  expect(await terminal(both)).toContain("  model  The model 'Shop' is gone.\n  model  The model 'Other' is gone.\n");
  expect(changeToMarkdown(both, () => undefined)).toContain("- **model** The model 'Shop' is gone.\n");
});

test('of very much that is new the first is told, and where the rest stands', async () => {
  const many = (number: number) => told([stores('Shop', number)], [stores('Shop', number, { open: [0, number] })]);
  const text = await terminal(many(24));
  expect(text).toMatch(/REFUSED\n\n(?: {2}C.+\n){20} {2}and 4 more below\n\n/);
  expect(text.match(/Remedy {2}Let in only/g)).toHaveLength(1);
  expect(text.match(/Remedy {2}As for C1\.\n/g)).toHaveLength(23);
  expect(await terminal(many(40))).toContain('  and 20 more, the first of them below\n');
  expect(changeToMarkdown(many(24), () => undefined)).toMatch(/(?:- \*\*C.+\n){20}- and 4 more\n\n## What changes/);
});

test('of rules those that came are told first, and of many how many there are', async () => {
  const [before, after] = (
    [
      [0, 8],
      [8, 16],
    ] as const
  ).map((open) => stores('Shop', 16, { open }));
  const text = changeToMarkdown(told([before!], [after!]), () => undefined);
  expect(text).toContain(
    "Firewall 'border': new rule: allow anyone to db-8; new rule: allow anyone to db-9; new rule: allow anyone to db-10; new rule: allow anyone to db-11; new rule: allow anyone to db-12; and 3 more new rules; rule gone: allow anyone to db-0;",
  );
  expect(text).toContain('; rule gone: allow anyone to db-4; and 3 more rules gone.');
});

test('what is accepted now has the mark that it has in the picture', async () => {
  const open = { encryptedAtRest: false };
  const text = await terminal(told([stores('Shop', 1, open)], [stores('Shop', 1, { ...open, isAccepted: true })]));
  expect(text).toMatch(/accepted {2}H\d is accepted now: /);
});

test('a waiver that counts for longer is none that was added', async () => {
  const until = (day: Day) => stores('Shop', 1, { encryptedAtRest: false, isAccepted: true, until: day });
  const text = await terminal(told([until('2027-01-01')], [until('2027-06-01')]));
  expect(text).toContain('The gate refuses this change: 1 waiver made longer.');
  expect(text).toContain('run the gate with --allow-waivers');
});
