import type { AnalysedJourney, SinglePoint } from '../../../analyses/faults/result.js';
import { kinds } from '../../../vocabulary/kinds.js';
import { namesOf } from '../name-of.js';
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
    paragraph(`As modelled, '${name}' never works: something on its way blocks it, or is missing.`),
  );
  const own = faults.singlePoints.filter(({ onlyListed }) => !onlyListed);
  const listed = faults.singlePoints.filter(({ onlyListed }) => onlyListed);
  return [
    title,
    ...asModelled,
    ...(own.length === 0 ? [paragraph('Nothing of its own that fails alone breaks a journey.')] : tableOf(own)),
    ...(listed.length === 0 ? [] : [paragraph(aside(listed))]),
  ];

  function tableOf(points: readonly SinglePoint[]): readonly ReportNode[] {
    return [
      paragraph('Each of these, failing alone, breaks the journeys beside it.'),
      table(['fails', 'what it is', 'journeys that break', 'stops with it', 'data lost'], points.map(row)),
    ];
  }

  function row({ root, also, journeys, blastRadius, dataLoss }: SinglePoint) {
    const around = also.length === 0 ? '' : `, and with it ${namesOf(also, nameOf, mostNames)}`;
    return [
      [`${nameOf(root)}${around}`],
      [kinds[root.kind].noun],
      [journeyNames(journeys)],
      [blastRadius.length === 0 ? 'nothing else' : counted(blastRadius.length, 'element')],
      [dataLoss.length === 0 ? 'none' : namesOf(dataLoss, nameOf, mostNames)],
    ];
  }

  function aside(points: readonly SinglePoint[]): string {
    const names = points.map(({ root }) => `${nameOf(root)} (${kinds[root.kind].noun})`);
    return `Every journey also leads through these, whose loss the model does not ask to survive: ${firstOf(names, mostNames * 2)}.`;
  }
}

/** Journeys to like stores have one name: it is told once, with how many there are. */
function journeyNames(journeys: readonly AnalysedJourney[]): string {
  const counts = new Map<string, number>();
  for (const { name } of journeys) counts.set(name, (counts.get(name) ?? 0) + 1);
  return firstOf(
    [...counts].map(([name, count]) => (count === 1 ? name : `${name} (${count} of them)`)),
    mostNames,
  );
}
