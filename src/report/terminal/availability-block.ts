import type { JourneyAvailability } from '../../analyses/faults/result.js';
import type { Element } from '../../graph/architecture.js';
import { availabilityWords, downtimeWords, methodWords, objectiveVerdict } from '../availability-words.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { few, journeyLabel } from '../failure/journey-label.js';
import { silenceSentences } from '../silence-sentences.js';
import { counted } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { lines, section } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostRows = 20;
const mostNames = 6;

/** How much of the time each journey works, against its objective; what is missing where no figure is told. */
export function availabilityBlock(ground: FailureGround, style: TerminalStyle): string[] {
  const all = ground.faults.availability;
  if (all.length === 0) return [];
  const told = all.some(({ unavailability }) => unavailability !== undefined);
  const body = told ? figures(all, ground, style) : untold(all, ground, style);
  return section('AVAILABILITY', told ? 'in the long run, without maintenance and human error' : '', body, style);
}

function figures(all: readonly JourneyAvailability[], ground: FailureGround, style: TerminalStyle): string[] {
  const rows = all
    .slice(0, mostRows)
    .map((one) => [
      journeyLabel(one.journey, ground),
      one.unavailability === undefined ? 'not told' : availabilityWords(one.unavailability),
      one.unavailability === undefined ? '' : downtimeWords(one.unavailability),
      one.journey.objective === undefined
        ? ''
        : `${availabilityWords(1 - one.journey.objective)}: ${objectiveVerdict(one) ?? 'not told'}`,
      methodWords(one),
    ]);
  const columns = [
    { head: 'journey', share: 3 },
    { head: 'works' },
    { head: 'fails in a year' },
    { head: 'objective' },
    { head: 'calculated', share: 3 },
  ];
  const rest = all.length - rows.length;
  const assumed = [...new Set(all.flatMap((one) => one.assumed))];
  return [
    ...tableLines(columns, rows, { ...style, width: style.width - 2 }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
    ...(assumed.length === 0 ? [] : ['', ...lines([silent(assumed, ground.label)], style)]),
  ];
}

function silent(assumed: readonly Element[], label: FailureGround['label']): string {
  const reasons = silenceSentences(assumed, (elements) => few(elements.map(label), mostNames));
  const isOne = assumed.length === 1;
  const never = isOne ? 'never fails' : 'never fail';
  const verb = reasons.length > 0 ? never : `${isOne ? 'tells' : 'tell'} no figure and ${never}`;
  const names = few(assumed.map(label), mostNames);
  return [`At best: ${counted(assumed.length, 'element')} ${verb} here: ${names}.`, ...reasons].join(' ');
}

function untold(all: readonly JourneyAvailability[], { label }: FailureGround, style: TerminalStyle): string[] {
  const wanted = [...new Set(all.flatMap(({ assumed }) => assumed))];
  const halves = silenceSentences(wanted, (elements) => few(elements.map(label), mostNames));
  const text =
    wanted.length === 0
      ? 'No journey works as modelled, so there is nothing to calculate.'
      : `Nothing is told of how often anything fails, so nothing is said. Tell mtbf and mttr, or availability, of ${few(wanted.map(label), mostNames)}.${halves.map((half) => ` ${half}`).join('')}`;
  return hanging('', text, style.width - 2, plain);
}
