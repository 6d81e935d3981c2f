import type { PairCause } from '../../analyses/faults/result.js';
import type { FailureGround } from '../failure/failure-ground.js';
import { few, lostWords } from '../failure/journey-label.js';
import { capitalised, counted } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { section } from './section.js';
import type { TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostPairs = 30;

/** What breaks a journey only together, those that break most first. */
export function pairsBlock(ground: FailureGround, style: TerminalStyle): string[] {
  const { causes, tried, candidates } = ground.faults.pairs;
  const capped = tried < candidates ? [`Tried with all others: ${tried} of ${counted(candidates, 'element')}.`] : [];
  const none = 'No two elements break a journey together that neither breaks alone.';
  const body = [...(causes.length === 0 ? [none] : pairTable(causes, ground, style)), ...capped];
  const wrapped = body.length === 1 ? hanging('', body.join(' '), style.width - 2, plain) : body;
  return section('PAIRS', causes.length === 0 ? '' : counted(causes.length, 'cause'), wrapped, style);
}

function pairTable(causes: readonly PairCause[], ground: FailureGround, style: TerminalStyle): string[] {
  const { label } = ground;
  const rows = causes.slice(0, mostPairs).map(({ elements: [one, other], also, journeys }) => [
    `${label(one)} and ${label(other)}`,
    `${capitalised(lostWords(journeys, ground))}.`,
    few(
      also.map(([left, right]) => `${label(left)} and ${label(right)}`),
      3,
    ),
  ]);
  const rest = causes.length - mostPairs;
  return [
    ...tableLines(
      [
        { head: 'fail together', share: 3 },
        { head: 'what breaks', share: 4 },
        { head: 'and with them', share: 3 },
      ],
      rows,
      { ...style, width: style.width - 2 },
    ),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}
