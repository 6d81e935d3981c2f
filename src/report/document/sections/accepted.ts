import type { Telling } from '../report-document.js';
import { code, heading, type ReportNode, table } from '../tree.js';

/** What was found and is accepted, with the reason somebody gave. */
export function accepted({ audit }: Telling): readonly ReportNode[] {
  if (audit.accepted.length === 0) return [];
  return [
    heading(2, 'Accepted risks'),
    table(
      ['finding', 'because', 'until', 'by', 'rule'],
      audit.accepted.map(({ message, accepted: waiver, rule }) => [
        [message],
        [waiver?.because ?? ''],
        [waiver?.until ?? 'no date'],
        [waiver?.by ?? ''],
        [code(rule)],
      ]),
    ),
  ];
}
