import type { PairCause } from '../../analyses/faults/result.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { lostWords } from '../failure/journey-label.js';
import { capitalised, counted } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { section } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostPairs = 30;
const mostAlso = 3;

/** What breaks a journey only together, those that break most first. */
export function pairsBlock(ground: FailureGround, style: TerminalStyle): string[] {
  const { causes, tried, candidates } = ground.faults.pairs;
  const sentence = (text: string) => hanging('', text, style.width - 2, plain);
  const capped = `Not everything was tried: ${tried} of ${counted(candidates, 'element')} with all others.`;
  const body = [
    ...sentence(verdictOfPairs(causes, ground)),
    ...(causes.length === 0 ? [] : ['', ...pairTable(causes, ground, style)]),
    ...(tried < candidates ? ['', ...sentence(capped)] : []),
  ];
  return section('PAIRS', causes.length === 0 ? '' : String(causes.length), body, style);
}

function verdictOfPairs([widest, ...others]: readonly PairCause[], ground: FailureGround): string {
  if (widest === undefined) return 'No two elements break a journey together that neither breaks alone.';
  const first = `When ${together(widest.elements, ground)} fail together, ${lostWords(widest.journeys, ground)}.`;
  if (others.length === 0) return `One pair breaks journeys that neither half breaks alone. ${first}`;
  return `${others.length + 1} pairs break journeys that neither half breaks alone. The widest: ${first.charAt(0).toLowerCase()}${first.slice(1)}`;
}

function together([one, other]: PairCause['elements'], { label }: FailureGround): string {
  return `${label(one)} and ${label(other)}`;
}

function pairTable(causes: readonly PairCause[], ground: FailureGround, style: TerminalStyle): string[] {
  const { label } = ground;
  const rows = causes
    .slice(0, mostPairs)
    .map(({ elements, also, journeys }) => [
      together(elements, ground),
      `${capitalised(lostWords(journeys, ground))}.`,
      alsoWords(also, label),
    ]);
  const rest = causes.length - mostPairs;
  const columns = [
    { head: 'fail together', share: 3 },
    { head: 'what breaks', share: 4 },
    { head: 'so do', share: 3 },
  ];
  return [
    ...tableLines(columns, rows, { ...style, width: style.width - 2 }),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

/** Pairs of places around the two: `'a' with 'b'; 'c' with 'd'`. */
function alsoWords(also: PairCause['also'], label: FailureGround['label']): string {
  const shown = also.slice(0, mostAlso).map(([left, right]) => `${label(left)} with ${label(right)}`);
  const rest = also.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join('; ');
}
