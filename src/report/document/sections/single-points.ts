import type { AnalysedJourney, SinglePoint } from '../../../analyses/faults/result.js';
import { kinds } from '../../../vocabulary/kinds.js';
import type { Telling } from '../report-document.js';
import { heading, paragraph, type ReportNode, table } from '../tree.js';
import { counted, firstOf } from '../words.js';

const mostNames = 4;

/** What stops which journeys all by itself, the widest first. */
export function singlePoints({ faults, nameOf }: Telling): readonly ReportNode[] {
  const title = heading(2, 'What a single failure breaks');
  if (faults.journeys.length === 0) {
    return [
      title,
      paragraph('The model shows no way from a user to a store, so there is no journey that could break.'),
    ];
  }
  const broken = faults.journeys.filter(({ state }) => state === 'broken');
  const asModelled = broken.map(({ name }) =>
    paragraph(`As modelled, "${name}" never works: something on its way blocks it, or is missing.`),
  );
  if (faults.singlePoints.length === 0) {
    return [title, ...asModelled, paragraph('Nothing that fails alone breaks a journey.')];
  }
  return [
    title,
    ...asModelled,
    paragraph(
      'Each of these, failing alone, breaks the journeys beside it. Where several are alike in this, the innermost is named.',
    ),
    table(['fails', 'what it is', 'journeys that break', 'stops too', 'data lost'], faults.singlePoints.map(row)),
  ];

  function row({ root, also, journeys, blastRadius, dataLoss }: SinglePoint) {
    const around = also.length === 0 ? '' : `, as with ${firstOf(also.map(nameOf), mostNames)}`;
    return [
      [`${nameOf(root)}${around}`],
      [kinds[root.kind].noun],
      [firstOf(journeys.map(journeyName), mostNames)],
      [blastRadius.length === 0 ? 'nothing else' : counted(blastRadius.length, 'element')],
      [dataLoss.length === 0 ? 'none' : firstOf(dataLoss.map(nameOf), mostNames)],
    ];
  }

  function journeyName({ name }: AnalysedJourney): string {
    return name;
  }
}
