import { capitalised } from '../../words.js';
import { heading, paragraph } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

const shows: Readonly<Record<string, string>> = {
  overview: 'Who uses it, what a request passes, and where the data end up.',
  deployment: 'What runs on which server, in which zone, and what fails together.',
};

export function pictures({ pictures: all, audit }: Telling): readonly ReportNode[] {
  if (all.length === 0) return [];
  const badges = paragraph('Badges such as H2 are findings: they are told below under that number.');
  return [
    heading(2, 'Pictures'),
    ...(audit.findings.length + audit.accepted.length > 0 ? [badges] : []),
    ...all.flatMap(({ view, file, alt }): readonly ReportNode[] => [
      heading(3, capitalised(view)),
      ...(Object.hasOwn(shows, view) ? [paragraph(shows[view] ?? '')] : []),
      { type: 'picture', file, alt },
    ]),
  ];
}
