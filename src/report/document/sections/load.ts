import { isOverloaded } from '../../../analyses/capacity/is-overloaded.js';
import type { Element } from '../../../graph/architecture.js';
import { type LoadRow, loadRows } from '../../load-rows.js';
import { connectionWords, demandWords, leftWords, limitWords, stressWords, useWords } from '../../load-words.js';
import { sharedName } from '../../shared-name.js';
import { counted } from '../../words.js';
import { bullets, heading, paragraph, strong, table, withCode } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

const mostRows = 60;
const mostFailed = 3;
const mostMissing = 12;

/** How much arrives where, against what it takes; nothing where the model tells no demand. */
export function load(telling: Telling): readonly ReportNode[] {
  const { load: told } = telling;
  if (!told.hasDemand) return [];
  return [
    heading(2, 'Load', 'load'),
    paragraph(
      'Requests per second: what arrives now, and what arrives when the one thing fails that does most harm to each. ' +
        'Pools share what a dead member leaves, groups fail over.',
    ),
    ...elementTable(telling),
    ...sharedTable(telling),
    ...runaway(telling),
    ...missing(telling),
    ...untried(telling),
  ];
}

function elementTable(telling: Telling): readonly ReportNode[] {
  const rows = loadRows(telling.load.elements);
  const rest = rows.length - mostRows;
  return [
    table(
      ['element', 'gets', 'takes', 'used now', 'worst single failure', 'loss of the largest zone', 'connections'],
      rows.slice(0, mostRows).map((row) => cells(row, telling)),
    ),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'further row')}, less used than these, not listed here.`)] : []),
  ];
}

function cells({ elements, load: one, failed, lost }: LoadRow, telling: Telling): readonly (Cell | string)[] {
  const { demand, capacity, utilisation, worst, zoneLoss, connections } = one;
  return [
    [strong(telling.names.every(elements))],
    demandWords(demand),
    limitWords(capacity),
    marked(useWords(utilisation, demand), utilisation),
    marked(stressWords(worst, anyOf(failed, telling)), worst?.utilisation),
    marked(stressWords(zoneLoss, anyOf(lost, telling)), zoneLoss?.utilisation),
    connectionWords(connections),
  ];
}

function marked(words: string, utilisation: number | undefined): Cell | string {
  return isOverloaded(utilisation) ? [strong(words)] : words;
}

/** Of elements that are told together each may have another. */
function anyOf(elements: readonly Element[], { names }: Telling): string {
  const shown = elements.slice(0, mostFailed).map(names.one);
  return elements.length > mostFailed ? `${shown[0]} or another of ${elements.length}` : shown.join(' or ');
}

function sharedTable({ load: { shared }, names }: Telling): readonly ReportNode[] {
  const told = shared.filter(({ capacity }) => capacity !== undefined);
  if (told.length === 0) return [];
  const rows = told
    .slice(0, mostRows)
    .map((one) => [
      sharedName(one, names),
      demandWords(one.demand),
      leftWords(one.capacity, one.demand),
      leftWords(one.withoutLargest(1), one.demand),
      one.zoneLoss ? `${leftWords(one.zoneLoss.capacity, one.demand)} without ${names.one(one.zoneLoss.failed)}` : '',
    ]);
  const rest = told.length - rows.length;
  return [
    paragraph(
      'Of those that share requests, this is left without the largest of them, and without the zone that takes most along:',
    ),
    table(['who', 'get', 'take', 'without the largest', 'without the largest zone'], rows),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'further row')} not listed here.`)] : []),
  ];
}

function runaway({ load: { runaway: loops }, names }: Telling): readonly ReportNode[] {
  if (loops.length === 0) return [];
  return [
    paragraph('These call each other in a circle that grows with each round, so that no figure settles there:'),
    bullets(loops.map(names.list)),
  ];
}

function missing({ load: { missing: all } }: Telling): readonly ReportNode[] {
  if (all.length === 0) return [];
  const shown = all
    .slice(0, mostMissing)
    .map(({ wanted, unlocks }) => withCode(`${wanted} (${counted(unlocks, 'element')})`));
  const rest = all.length - shown.length;
  return [paragraph('More could be said:'), bullets([...shown, ...(rest > 0 ? [`And ${rest} more.`] : [])])];
}

function untried({ load: { failures } }: Telling): readonly ReportNode[] {
  if (failures.tried === failures.candidates) return [];
  return [
    paragraph(
      `Only ${failures.tried} of ${failures.candidates} single failures were tried; those that could do most harm first.`,
    ),
  ];
}
