import type { MissingFigure } from '../../analyses/capacity/result.js';
import { type Names, namesIn } from '../document/names.js';
import type { Explained } from '../explained.js';
import { type LoadRow, loadRows } from '../load-rows.js';
import { connectionWords, demandWords, leftWords, limitWords, stressWords, useWords } from '../load-words.js';
import { sharedName } from '../shared-name.js';
import { counted } from '../words.js';
import { wrapCells } from './cells.js';
import { calmed } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { bounded, lines, section } from './section.js';
import type { TerminalOptions, TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const silence = 'No flow tells how many requests it carries: nothing can be said of the load.';
const mostRows = 40;
const mostMissing = 10;

/** The load of models as people read it in a terminal: what arrives, what it takes, now and at the worst. */
export async function loadToTerminal(entries: readonly Explained[], options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  const blocks = entries.map((entry) => calmed(modelBlock(entry, style)));
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function modelBlock({ model, analyses: { load } }: Explained, style: TerminalStyle): string[] {
  const names = namesIn(model);
  const rows = loadRows(load.elements);
  const inner = { ...style, width: style.width - 2 };
  return [
    ...modelTitle(model, style),
    ...(load.hasDemand ? [] : wrapCells(silence, style.width)),
    ...section(
      'LOAD',
      'requests per second; the single failure, and the loss of a place, that use each most',
      elementTable(rows, names, inner),
      style,
    ),
    ...section('CONNECTIONS', 'open at the same time', connectionLines(rows, names, style), style),
    ...section(
      'TOGETHER',
      'what those take that share requests, and what is left without the largest of them',
      sharedTable(load, names, inner),
      style,
    ),
    ...section('GOES ROUND', 'calls that grow each time', lines(load.runaway.map(names.list), style), style),
    ...section('NOT TOLD', counted(load.missing.length, 'figure'), missingLines(load.missing, style), style),
    ...section('ASSUMED', '', lines(load.assumptions, style), style),
    ...untried(load.failures, style),
  ];
}

function elementTable(rows: readonly LoadRow[], names: Names, style: TerminalStyle): string[] {
  const shown = rows.slice(0, mostRows);
  const rest = rows.length - shown.length;
  if (shown.length === 0) return [];
  return [
    ...tableLines(
      [
        { head: 'element', share: 3 },
        { head: 'gets' },
        { head: 'takes' },
        { head: 'now', share: 2 },
        { head: 'worst failure', share: 3 },
        { head: 'zone lost', share: 3 },
      ],
      shown.map((row) => cells(row, names)),
      style,
    ),
    ...(rest > 0 ? [`and ${rest} more; --json tells them all`] : []),
  ];
}

function cells({ elements, load, failed, lost }: LoadRow, names: Names): readonly string[] {
  return [
    names.list(elements),
    demandWords(load.demand),
    limitWords(load.capacity),
    useWords(load.utilisation, load.demand),
    stressWords(load.worst, anyOf(failed.map(names.one))),
    stressWords(load.zoneLoss, anyOf(lost.map(names.one))),
  ];
}

function connectionLines(rows: readonly LoadRow[], names: Names, style: TerminalStyle): string[] {
  const told = rows.filter(({ load: { connections } }) => connections !== undefined);
  return bounded(told, mostRows, ({ elements, load: { connections } }) =>
    lines([`${names.list(elements)}: ${connectionWords(connections)}`], style),
  );
}

/** Of elements that are told together each may have another. */
function anyOf(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]} or another of ${names.length}` : names.join(' or ');
}

function sharedTable({ shared }: Explained['analyses']['load'], names: Names, style: TerminalStyle): string[] {
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
  const heads = ['who', 'get', 'take', 'less largest', 'zone lost'];
  const rest = told.length - rows.length;
  return [
    ...tableLines(
      heads.map((head, index) => (index === 0 || index === 4 ? { head, share: 2 } : { head })),
      rows,
      style,
    ),
    ...(rest > 0 ? [`and ${rest} more; --json tells them all`] : []),
  ];
}

function missingLines(missing: readonly MissingFigure[], style: TerminalStyle): string[] {
  return bounded(missing, mostMissing, ({ wanted, unlocks }) =>
    lines([`${wanted} (${counted(unlocks, 'element waits', 'elements wait')})`], style),
  );
}

function untried({ tried, candidates }: Explained['analyses']['load']['failures'], { width }: TerminalStyle): string[] {
  if (tried === candidates) return [];
  return [
    '',
    ...wrapCells(
      `Only ${tried} of ${candidates} single failures were tried, those that could do most harm first.`,
      width,
    ),
  ];
}
