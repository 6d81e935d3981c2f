import { objectiveVerdict } from '../../analyses/faults/objective-verdict.js';
import type { JourneyAvailability } from '../../analyses/faults/result.js';
import type { Element } from '../../graph/architecture.js';
import { availabilityWords, downtimeShares, downtimeWords, methodWords } from '../availability-words.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { few, journeyLabel } from '../failure/journey-label.js';
import { silenceSentences } from '../silence-sentences.js';
import { counted, joined, percent } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { lines, section } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostRows = 20;
const mostNames = 6;
const mostBlamed = 3;
const leastBlame = 0.01;

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
    ...notes([...blame(ground), ...(assumed.length === 0 ? [] : [silent(assumed, ground.label)])], style),
  ];
}

function notes(texts: readonly string[], style: TerminalStyle): string[] {
  return texts.length === 0 ? [] : ['', ...lines(texts, style)];
}

/** What to mend first, single point or not. */
function blame({ faults, elements, label }: FailureGround): readonly string[] {
  const shares = downtimeShares(faults);
  const most = elements
    .filter(({ id }) => (shares.get(id) ?? 0) >= leastBlame)
    .sort((left, right) => shares.get(right.id)! - shares.get(left.id)!)
    .slice(0, mostBlamed)
    .map((element) => `${label(element)} (${percent(shares.get(element.id)!)})`);
  const whose = faults.availability.length === 1 ? '' : ' of some journey';
  return most.length === 0 ? [] : [`Mend first what most of the failing time${whose} goes back to: ${joined(most)}.`];
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
