import type { Architecture } from '../graph/architecture.js';
import { type Finding, severities } from './finding.js';

const families = [
  'availability',
  'data',
  'transport',
  'network',
  'access',
  'operations',
  'deployment',
  'capacity',
  'privacy',
  'hygiene',
];

type Key = readonly (number | string)[];

/**
 * Findings in the one order: severity, family, place of the subject in the model, the rule's id by code units, then
 * the fingerprint, so that two findings never change places between runs.
 */
export function inFindingOrder(model: Architecture, findings: readonly Finding[]): readonly Finding[] {
  const flowPlace = new Map(model.flows.map(({ id }, index) => [id, index]));
  const keyed = findings.map((finding) => ({ finding, key: keyOf(finding) }));
  return keyed.sort((left, right) => compareKeys(left.key, right.key)).map(({ finding }) => finding);

  function keyOf(finding: Finding): Key {
    const { severity, rule, fingerprint } = finding;
    return [severities.indexOf(severity), ...familyKey(rule), ...subjectKey(finding), rule, fingerprint];
  }

  /** The model as a whole first, then each element with the flows that start there. */
  function subjectKey({ element, flow }: Finding): Key {
    const source = flow === undefined ? undefined : model.flowById.get(flow)?.from;
    const place = model.numberById.get(element ?? source ?? '') ?? -1;
    return [place, flow === undefined ? -1 : (flowPlace.get(flow) ?? -1)];
  }
}

function familyKey(rule: string): Key {
  const family = rule.slice(0, rule.indexOf('/'));
  const place = families.indexOf(family);
  return place < 0 ? [families.length, family] : [place, ''];
}

/** Keys are alike in length and types. */
export function compareKeys(left: Key, right: Key): number {
  for (const [index, value] of left.entries()) {
    const other = right[index];
    if (other === undefined || value === other) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}
