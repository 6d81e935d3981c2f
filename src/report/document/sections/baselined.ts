import { findingMarks } from '../../finding-marks.js';
import { code, heading, paragraph, strong, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

/** What is found and was known when the baseline was written. */
export function baselined({ audit }: Telling): readonly ReportNode[] {
  const { baselined: known = [] } = audit;
  if (known.length === 0) return [];
  const marks = findingMarks(audit);
  return [
    heading(2, 'In the baseline', 'baseline'),
    paragraph(
      'These are found as well, and were known when the baseline was written. Nobody has decided to live with them.',
    ),
    table(
      ['no.', 'severity', 'finding', 'rule'],
      known.map((finding) => [
        [strong(marks.get(finding) ?? '')],
        finding.severity,
        finding.message,
        [code(finding.rule)],
      ]),
    ),
  ];
}
