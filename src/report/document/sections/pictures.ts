import { capitalised } from '../../words.js';
import { heading, paragraph } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

const shows: Readonly<Record<string, string>> = {
  overview: 'Who uses it, what a request passes, and where the data end up.',
  deployment: 'What runs on which server, in which zone, and what fails together.',
  network: 'Zones, what guards them, what gets through, and what the internet reaches.',
  transport: 'The way of a request, hop by hop: where it is encrypted, and where TLS ends.',
  data: 'What keeps data of which classes, who reads and writes it, and what copies there are.',
  monitoring: 'What watches what, who is told, and what nobody watches.',
};

export function pictures({ pictures: all, audit }: Telling): readonly ReportNode[] {
  if (all.length === 0) return [];
  const badges = paragraph('Badges such as H2 are findings: they are told below under that number.');
  return [
    heading(2, 'Pictures'),
    ...(audit.findings.length + audit.accepted.length > 0 ? [badges] : []),
    ...all.flatMap(({ name, shows: own, file, alt }): readonly ReportNode[] => [
      heading(3, capitalised(name)),
      ...sentence(own ?? (Object.hasOwn(shows, name) ? shows[name] : undefined)),
      { type: 'picture', file, alt },
    ]),
  ];
}

function sentence(text: string | undefined): readonly ReportNode[] {
  return text === undefined ? [] : [paragraph(text)];
}
