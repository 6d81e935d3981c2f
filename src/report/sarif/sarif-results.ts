import type { Audit, Finding } from '../../audit/finding.js';
import type { Waiver } from '../../graph/architecture.js';
import { findingMarks } from '../finding-marks.js';
import { placeOf } from '../place-of.js';
import type { ReportOptions } from '../report-options.js';
import { waiverWords } from '../waiver-words.js';
import { evidenceTeller, namedElement, namedFlow } from './sarif-evidence.js';
import { levels } from './sarif-levels.js';
import { locationOf, type Named, physical } from './sarif-location.js';
import type { Result, Suppression } from './sarif-log.js';
import { sarifText } from './sarif-text.js';

type Told = (finding: Finding) => Result;

/** Every finding of a model, suppressed ones last; then those of the model before that are gone, where it is compared. */
export function sarifResults(audit: Audit, indexOf: ReadonlyMap<string, number>, options: ReportOptions): Result[] {
  const told = teller(audit, indexOf, options);
  const comparison = options.comparisonOf?.(audit);
  const state = (finding: Finding) =>
    comparison && { baselineState: comparison.fresh.has(finding) ? ('new' as const) : ('unchanged' as const) };
  const { base, absent = [] } = comparison ?? {};
  const gone = base ? absent.map(teller(base, indexOf, options)) : [];
  return [
    ...[...audit.findings, ...audit.accepted, ...(audit.baselined ?? [])].map((finding) => ({
      ...told(finding),
      ...state(finding),
    })),
    ...gone.map((result) => ({ ...result, baselineState: 'absent' as const })),
  ];
}

function teller(audit: Audit, indexOf: ReadonlyMap<string, number>, options: ReportOptions): Told {
  const marks = findingMarks(audit);
  const evidenceOf = evidenceTeller(audit, options);
  const { name, facts } = audit.model;
  const [known, accepted] = [new Set(audit.baselined), new Set(audit.accepted)];
  return (finding) => {
    const { leftOut, ...evidence } = evidenceOf(finding);
    return {
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      kind: 'fail',
      level: levels[finding.severity],
      message: { text: sarifText(finding.message) },
      locations: [locationOf(placeOf(finding, audit, options), subjectOf(finding, audit))],
      partialFingerprints: fingerprints(finding),
      ...evidence,
      suppressions: suppressionsOf(accepted.has(finding) ? finding.accepted : undefined, known.has(finding)),
      properties: {
        model: sarifText(name),
        ...(facts.environment !== undefined && { environment: facts.environment }),
        severity: finding.severity,
        mark: marks.get(finding) ?? '',
        handle: finding.handle,
        impact: sarifText(finding.impact),
        remedy: sarifText(finding.remedy),
        ...(leftOut > 0 && { evidenceLeftOut: leftOut }),
      },
    };
  };
}

/**
 * Ours, and once more under the name by which GitHub tells alerts apart, which would otherwise make one of the line's text.
 */
function fingerprints({ fingerprint }: Finding): Result['partialFingerprints'] {
  return { 'stanchion/v1': fingerprint, primaryLocationLineHash: `${fingerprint.slice(0, 16)}:1` };
}

function subjectOf({ element, flow }: Finding, { model }: Audit): Named {
  const [about, along] = [model.byId.get(element ?? ''), model.flowById.get(flow ?? '')];
  if (about) return namedElement(about);
  return along ? namedFlow(along) : { kind: 'model', name: model.name, id: model.name };
}

/** An empty list says that nothing suppresses it; one left out would say nothing. */
function suppressionsOf(accepted: Waiver | undefined, isBaselined: boolean): readonly Suppression[] {
  if (accepted) {
    return [
      {
        kind: 'inSource',
        status: 'accepted',
        justification: sarifText(waiverWords(accepted)),
        ...(accepted.at && { location: { physicalLocation: physical(accepted.at) } }),
      },
    ];
  }
  if (!isBaselined) return [];
  return [
    {
      kind: 'external',
      status: 'accepted',
      justification: 'It is in the baseline: it was known when that was written.',
    },
  ];
}
