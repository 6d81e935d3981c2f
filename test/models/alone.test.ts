import managedCloud from '../../models/managed-cloud.js';
import smallAndHonest from '../../models/small-and-honest.js';
import threeZoneShop from '../../models/three-zone-shop.js';
import { audit } from '../../src/audit/audit.js';
import type { Audit } from '../../src/audit/finding.js';
import { presetSettings } from '../../src/audit/presets.js';
import type { ArchitectureDocument } from '../../src/graph/architecture.js';
import { createGraph } from '../../src/graph/create-graph.js';
import { validateDocument } from '../../src/graph/validate-document.js';
import { rules } from '../../src/rules/index.js';
import { collect } from '../../src/vocabulary/collect.js';
import { mutations } from './alone/index.js';
import { type GoodModel, type Mutation, spoiltBy } from './alone/mutation.js';

const today = '2026-11-21';

const good: Readonly<Record<GoodModel, ArchitectureDocument>> = {
  small: collect(smallAndHonest).documents[0]!,
  shop: collect(threeZoneShop).documents[0]!,
  cloud: collect(managedCloud).documents[0]!,
};

/** The recommended rules, and the one that is looked at. */
function auditOf(
  document: ArchitectureDocument,
  rule: string,
  { options = {}, today: day = today }: Partial<Mutation> = {},
): Audit {
  const { severities } = presetSettings('recommended', rules, [], []);
  const others = Object.fromEntries(Object.entries(severities ?? {}).filter(([id]) => id !== rule));
  const result = validateDocument(structuredClone(document));
  if (!('document' in result)) throw new Error(JSON.stringify(result.problems));
  const settings = { severities: others, options: rule === '' ? {} : { [rule]: options } };
  return audit(createGraph(result.document), { today: day, rules, settings });
}

function loud({ findings }: Audit): readonly string[] {
  return [...new Set(findings.filter(({ severity }) => severity !== 'low').map(({ rule }) => rule))];
}

test.each(Object.entries(good))('%s: a good model has nothing above low', (_name, document) => {
  expect(loud(auditOf(document, ''))).toEqual([]);
});

test('every rule has a mutation that makes it speak', () => {
  expect(Object.keys(mutations).sort()).toEqual(rules.map(({ id }) => id).sort());
});

test.each(Object.entries(mutations))('%s speaks alone', (rule, mutation) => {
  const { of, prepare, spoil, options = {}, beside = {} } = mutation;
  const asked = prepare ? spoiltBy(good[of], prepare) : good[of];
  const before = auditOf(asked, rule, { options });
  expect(before.findings.filter((finding) => finding.rule === rule)).toEqual([]);
  const after = auditOf(spoiltBy(asked, spoil), rule, mutation);
  expect(after.findings.map((finding) => finding.rule)).toContain(rule);
  expect(loud(after).filter((other) => other !== rule)).toEqual(Object.keys(beside));
});
