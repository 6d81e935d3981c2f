import { objectiveVerdict } from '../../../analyses/faults/objective-verdict.js';
import type { Importance, JourneyAvailability } from '../../../analyses/faults/result.js';
import type { Element } from '../../../graph/architecture.js';
import { availabilityWords, downtimeWords, methodWords } from '../../availability-words.js';
import { silenceSentences } from '../../silence-sentences.js';
import { counted, percent } from '../../words.js';
import { journeyWords } from '../journey-words.js';
import { bullets, heading, paragraph, strong, table, withCode } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

const mostJourneys = 30;
const mostImportant = 10;

/** How much of the time each journey works, against its objective, and what to fix first. */
export function availability(telling: Telling): readonly ReportNode[] {
  const all = telling.faults.availability;
  if (all.length === 0) return [];
  const title = heading(2, 'Availability', 'availability');
  if (all.every(({ unavailability }) => unavailability === undefined)) return [title, ...untold(all, telling)];
  return [
    title,
    paragraph(
      'In the long run, with failures and repairs that do not depend on one another. Planned maintenance and human error are not in it.',
    ),
    ...journeyTable(all, telling),
    ...atBest(all, telling),
    ...fixFirst(all, telling),
  ];
}

function untold(all: readonly JourneyAvailability[], telling: Telling): readonly ReportNode[] {
  const wanted = [...new Set(all.flatMap(({ assumed }) => assumed))];
  if (wanted.length === 0) return [paragraph('No journey works as modelled, so there is nothing to calculate.')];
  return [
    paragraph(
      ...withCode(
        'Nothing is told of how often anything fails, so nothing is said. Tell `mtbf` and `mttr`, or `availability`, of what the journeys hang on: ',
      ),
      `${telling.names.list(wanted)}.`,
    ),
    ...silences(wanted, telling),
  ];
}

function journeyTable(all: readonly JourneyAvailability[], telling: Telling): readonly ReportNode[] {
  const rows = all.slice(0, mostJourneys).map((one) => row(one, telling));
  const rest = all.length - rows.length;
  return [
    table(['journey', 'works', 'fails in a year', 'objective', 'which is', 'calculated'], rows),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'further journey', 'further journeys')} not listed here.`)] : []),
  ];
}

function row(one: JourneyAvailability, telling: Telling): readonly (Cell | string)[] {
  const { journey, unavailability } = one;
  const verdict = objectiveVerdict(one);
  return [
    journeyWords([journey], telling),
    unavailability === undefined ? 'not told' : availabilityWords(unavailability),
    unavailability === undefined ? '' : downtimeWords(unavailability),
    journey.objective === undefined ? '' : availabilityWords(1 - journey.objective),
    verdict === 'missed' ? [strong(verdict)] : (verdict ?? ''),
    methodWords(one),
  ];
}

/** The same parts are told once, for all the journeys that hang on them. */
function atBest(all: readonly JourneyAvailability[], telling: Telling): readonly ReportNode[] {
  const groups = new Map<
    string,
    { readonly assumed: readonly Element[]; readonly journeys: JourneyAvailability['journey'][] }
  >();
  for (const { assumed, journey, unavailability } of all) {
    if (assumed.length === 0 || unavailability === undefined) continue;
    const key = JSON.stringify(assumed.map(({ id }) => id));
    const group = groups.get(key) ?? { assumed, journeys: [] };
    group.journeys.push(journey);
    groups.set(key, group);
  }
  if (groups.size === 0) return [];
  const reasons = silences(
    [...groups.values()].flatMap(({ assumed }) => assumed),
    telling,
  );
  const which = reasons.length > 0 ? 'never fail' : 'tell no figure and never fail';
  return [
    paragraph(strong('At best.'), ` These ${which} in the calculation, so that the truth is no better:`),
    bullets(
      [...groups.values()].map(({ assumed, journeys }) => {
        return `${journeyWords(journeys, telling)}: ${counted(assumed.length, 'element')}: ${telling.names.list(assumed)}`;
      }),
    ),
    ...reasons,
  ];
}

function silences(assumed: readonly Element[], { names }: Telling): readonly ReportNode[] {
  return silenceSentences([...new Set(assumed)], names.list).map((sentence) => paragraph(sentence));
}

/** Alike ones differ in their last digits only: they keep their order. */
function rounded({ criticality }: Importance): number {
  return Number(criticality.toPrecision(9));
}

function fixFirst(all: readonly JourneyAvailability[], telling: Telling): readonly ReportNode[] {
  const first = new Map<Element, Importance & { readonly of: JourneyAvailability['journey'] }>();
  for (const { importance, journey } of all) {
    for (const one of importance) {
      const before = first.get(one.element);
      if (one.criticality > 0 && one.criticality > (before?.criticality ?? 0))
        first.set(one.element, { ...one, of: journey });
    }
  }
  const ranked = [...first.values()].sort((left, right) => rounded(right) - rounded(left));

  if (ranked.length === 0) return [];
  return [
    paragraph(
      'What to fix first: the share of the time that a journey fails which would not be without the failures of each.',
    ),
    table(
      ['element', 'of the failing time', 'of', 'is itself down', 'has a part in'],
      ranked
        .slice(0, mostImportant)
        .map(({ element, criticality, of, unavailability, fussellVesely }) => [
          [strong(telling.names.one(element))],
          percent(criticality),
          journeyWords([of], telling),
          `${downtimeWords(unavailability)} a year`,
          percent(fussellVesely),
        ]),
    ),
  ];
}
