import { findingMarks } from '../../finding-marks.js';
import { code, heading, paragraph, strong, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

/** What was found and is accepted, with the reason that somebody gave. */
export function accepted({ audit }: Telling): readonly ReportNode[] {
  if (audit.accepted.length === 0) return [];
  const marks = findingMarks(audit);
  return [
    heading(2, 'Accepted risks', 'accepted'),
    paragraph('These were found as well. Somebody decided to live with them, and said why in the model.'),
    table(
      ['no.', 'finding', 'because', 'until', 'by', 'rule'],
      audit.accepted.map((finding) => [
        [strong(marks.get(finding) ?? '')],
        finding.message,
        finding.accepted?.because ?? '',
        finding.accepted?.until ?? 'no date',
        finding.accepted?.by ?? '',
        [code(finding.rule)],
      ]),
    ),
  ];
}
