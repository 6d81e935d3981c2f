import { type Audit, type Finding, severities } from '../audit/finding.js';

export interface SubjectsCompared {
  /** Of a finding of the head: it is about something that its rule did not tell of before, or somebody had accepted. */
  isMore(finding: Finding): boolean;
  /** Of a finding of the head: its rule told of all that it is about before, no less badly, be it accepted or not. */
  isKnown(finding: Finding): boolean;
  /** Of a finding of the head: no one finding of its rule was about all of that before. */
  isCombined(finding: Finding): boolean;
  /** Of a finding of the base: its rule tells of nothing that it was about any more. */
  isGone(finding: Finding): boolean;
}

/**
 * Elements alike with one fault are one finding: with one more of them it has another fingerprint, and the fault of the others is
 * neither new nor mended.
 */
export function compareSubjects(base: Audit, head: Audit, inHead: (id: string) => string): SubjectsCompared {
  const ofBase = [...base.findings, ...(base.baselined ?? [])];
  const before = subjectsTold(ofBase, inHead);
  const all = [...ofBase, ...base.accepted];
  const asBad = severities.map((_, least) =>
    subjectsTold(
      all.filter(({ severity }) => severities.indexOf(severity) <= least),
      inHead,
    ),
  );
  const together = subjectsTogether(all, inHead);
  const after = subjectsTold([...head.findings, ...head.accepted, ...(head.baselined ?? [])], (id) => id);
  return {
    isMore: (finding) => {
      const known = before.get(kindOf(finding));
      return known === undefined || idsOf(finding).some((id) => !known.has(id));
    },
    isKnown: (finding) => {
      const known = asBad[severities.indexOf(finding.severity)]?.get(kindOf(finding));
      return known !== undefined && idsOf(finding).every((id) => known.has(id));
    },
    isCombined: (finding) => {
      const known = together.get(kindOf(finding)) ?? [];
      return !known.some((ids) => idsOf(finding).every((id) => ids.has(id)));
    },
    isGone: (finding) => {
      const known = after.get(kindOf(finding));
      return known === undefined || !idsOf(finding).some((id) => known.has(inHead(id)));
    },
  };
}

/** What findings of one rule and one sort are about, all together. */
function subjectsTold(
  findings: readonly Finding[],
  called: (id: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const told = new Map<string, Set<string>>();
  for (const finding of findings) {
    const ids = told.get(kindOf(finding)) ?? new Set();
    for (const id of idsOf(finding)) ids.add(called(id));
    told.set(kindOf(finding), ids);
  }
  return told;
}

/** What each finding of one rule and one sort is about. */
function subjectsTogether(
  findings: readonly Finding[],
  called: (id: string) => string,
): ReadonlyMap<string, readonly ReadonlySet<string>[]> {
  const told = new Map<string, Set<string>[]>();
  for (const finding of findings) {
    const list = told.get(kindOf(finding)) ?? [];
    list.push(new Set(idsOf(finding).map(called)));
    told.set(kindOf(finding), list);
  }
  return told;
}

/** Findings of one kind tell of the same fault, of whatever elements. */
export function kindOf({ rule, identity }: Finding): string {
  return JSON.stringify([rule, identity?.discriminator]);
}

/** Where nobody can say what a finding is about, it is about itself. */
function idsOf({ identity, fingerprint }: Finding): readonly string[] {
  return identity?.ids ?? [fingerprint];
}
