import fc from 'fast-check';
import { audit } from '../../src/audit/audit.js';
import type { Audit, Finding } from '../../src/audit/finding.js';
import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { rules } from '../../src/rules/index.js';
import { aspects } from '../../src/vocabulary/words.js';
import { tapes } from '../analyses/support/tape.js';
import { randomDocument } from './random-document.js';

const today = '2026-11-21';
// Shrinking takes minutes, and the seed finds the same model again.
const runs = { numRuns: 60, seed: 20_261_121, endOnFailure: true };

function auditOf(document: ArchitectureDocument, ruleSet = rules): Audit {
  return audit(createGraph(structuredClone(document)), { today, rules: ruleSet });
}

function all({ findings, accepted }: Audit): readonly Finding[] {
  return [...findings, ...accepted];
}

test('no model breaks a rule, and every finding holds together', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const document = randomDocument(numbers);
      const result = auditOf(document);
      const ids = new Set([...document.elements, ...document.flows].map(({ id }) => id));
      for (const { message, evidence, subjects = [], element, flow } of all(result)) {
        expect(message).not.toMatch(/\{\{|undefined|\s\s|^\s/);
        for (const id of [...evidence.elements, ...evidence.flows, ...subjects]) expect(ids).toContain(id);
        const shown = [...evidence.elements, ...evidence.flows];
        expect(shown).toEqual(expect.arrayContaining([element, flow].flatMap((id) => id ?? [])));
      }
      const prints = all(result).map(({ fingerprint }) => fingerprint);
      expect(new Set(prints).size).toBe(prints.length);
      expect(new Set(all(result).map(({ handle }) => handle)).size).toBe(prints.length);
      expect(result.completeness).toBeGreaterThanOrEqual(0);
      expect(result.completeness).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

test('the order in which rules run does not show', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const document = randomDocument(numbers);
      const [there, back] = [auditOf(document), auditOf(document, [...rules].reverse())];
      expect(back.findings).toEqual(there.findings);
      expect(back.accepted).toEqual(there.accepted);
    }),
    { ...runs, numRuns: 30 },
  );
});

/** Silent where another rule, which needs to know more, names a greater fault. */
const leftToOthers: Readonly<Record<string, readonly string[]>> = {
  // An address that nobody uses, where it turns out that packets get in.
  'network/public-ip-internal-role': [
    'network/internet-unguarded',
    'network/firewall-no-default-deny',
    'network/firewall-any-any',
    'network/db-internet-reachable',
  ],
};

/** What is told to be complete turns questions into findings; it makes none go away but those that others take over. */
test('unknown is not no: saying less never finds more', () => {
  fc.assert(
    fc.property(tapes, (numbers) => {
      const document = { ...randomDocument(numbers), waivers: [] };
      const complete = auditOf({ ...document, facts: { complete: aspects } });
      const prints = new Set(complete.findings.map(({ fingerprint }) => fingerprint));
      const more = auditOf(document).findings.filter(({ fingerprint }) => !prints.has(fingerprint));
      const extra = more.filter((finding) => !complete.findings.some((other) => takesOver(other, finding)));
      expect(extra.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }),
    runs,
  );
});

/** It may be about the place that something stands in, or name only the first of many. */
function takesOver(other: Finding, { rule }: Finding): boolean {
  return leftToOthers[rule]?.includes(other.rule) ?? false;
}

/** A fact that is taken out, wherever it stands. */
function without(document: ArchitectureDocument, fact: string): ArchitectureDocument {
  return JSON.parse(JSON.stringify(document), function (this: unknown, key, value) {
    return key === fact ? undefined : value;
  });
}

test.each(['healthCheck', 'expires', 'minimumVersion', 'names', 'sends', 'fencing', 'failover'])(
  'unknown is not no: without %s nothing grave is found that was not found with it',
  (fact) => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const document = { ...randomDocument(numbers), waivers: [] };
        const grave = (audited: ArchitectureDocument) =>
          auditOf(audited).findings.filter(({ severity }) => severity !== 'low');
        const before = new Set(grave(document).map(({ rule }) => rule));
        const after = grave(without(document, fact)).filter(({ rule }) => !before.has(rule));
        expect(after.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      }),
      { ...runs, numRuns: 40 },
    );
  },
);
