import { type Finding, severities } from '../../../audit/finding.js';
import { ownersIn, ownersOf } from '../../../audit/narrow-to-owner.js';
import { findingMarks } from '../../finding-marks.js';
import { heading, paragraph, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

const nobody = 'nobody is named';

/** Who has what to see to, where several answer for parts. A finding about elements of two owners stands with both. */
export function byOwner({ audit }: Telling): readonly ReportNode[] {
  const { model, findings } = audit;
  const owners = ownersIn(model);
  if (owners.length < 2 || findings.length === 0) return [];
  const marks = findingMarks(audit);
  const row = (owner: string, own: readonly Finding[]) => [
    owner,
    ...severities.map((severity) => shown(own.filter((finding) => finding.severity === severity).length)),
    own.map((finding) => marks.get(finding) ?? '').join(', '),
  ];
  const unowned = findings.filter((finding) => ownersOf(model, finding).length === 0);
  return [
    heading(2, 'By owner', 'by-owner'),
    paragraph('An owner answers for what is theirs by name, and for what stands in it and names nobody else.'),
    table(
      ['owner', ...severities, 'findings'],
      [
        ...owners.map((owner) =>
          row(
            owner,
            findings.filter((finding) => ownersOf(model, finding).includes(owner)),
          ),
        ),
        ...(unowned.length > 0 ? [row(nobody, unowned)] : []),
      ],
    ),
  ];
}

function shown(count: number): string {
  return count === 0 ? '' : String(count);
}
