import type { Network } from '../../analyses/network/result.js';
import type { Architecture } from '../../graph/architecture.js';
import { type Names, namesIn } from '../document/names.js';
import type { Explained } from '../explained.js';
import { type ExposureRow, exposureRows, exposureSummary } from '../exposure-rows.js';
import {
  anomalyWords,
  blockedWords,
  deciderWords,
  listenerWords,
  passageWords,
  undeclaredWords,
  unreachableWords,
  verdictWords,
} from '../exposure-words.js';
import { counted } from '../words.js';
import { wrapCells } from './cells.js';
import { calmed } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { bounded, lines, section } from './section.js';
import type { TerminalOptions, TerminalStyle } from './style.js';
import { tableLines } from './table-lines.js';

const mostRows = 40;
const mostLines = 20;

/** What a model's names are read from, and how a text of it looks. */
interface Page {
  readonly model: Architecture;
  readonly names: Names;
  readonly style: TerminalStyle;
}

/** What the internet and each zone reach as people read it in a terminal, and what could be mended. */
export async function exposureToTerminal(entries: readonly Explained[], options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  const blocks = entries.map((entry) => calmed(modelBlock(entry, style)));
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function modelBlock({ model, analyses: { network } }: Explained, style: TerminalStyle): string[] {
  const page = { model, names: namesIn(model), style };
  return [
    ...modelTitle(model, style),
    ...wrapCells(verdictWords(exposureSummary(network.internet)), style.width),
    ...section('WHAT THE INTERNET REACHES', '', internetTable(network, page), style),
    ...section('BETWEEN ZONES', 'what whoever stands in a zone reaches outside of it', zoneTable(network, page), style),
    ...sectionsOfFaults(network, page),
    ...section('NOT TOLD', 'it does not block, and nothing is known to pass', untold(network, page), style),
  ];
}

function internetTable({ internet }: Network, page: Page): string[] {
  return boundedTable(
    [{ head: 'what', share: 3 }, ...columns],
    exposureRows(internet).map((row) => cells(row, page)),
    page,
  );
}

function zoneTable({ zones }: Network, page: Page): string[] {
  const rows = zones.flatMap(({ zone, reaches }) =>
    exposureRows(reaches).map((row) => [page.names.one(zone), ...cells(row, page)]),
  );
  return boundedTable([{ head: 'from', share: 2 }, { head: 'what', share: 3 }, ...columns], rows, page);
}

const columns = [{ head: 'listener' }, { head: 'passage', share: 3 }, { head: 'what decides', share: 3 }];

function cells(row: ExposureRow, { model, names }: Page): readonly string[] {
  return [
    names.list(row.elements),
    listenerWords(row.reach.listener),
    passageWords(row, model, names),
    deciderWords(row, names),
  ];
}

function boundedTable(
  heads: Parameters<typeof tableLines>[0],
  rows: readonly (readonly string[])[],
  { style }: Page,
): string[] {
  if (rows.length === 0) return [];
  const rest = rows.length - mostRows;
  return [
    ...tableLines(heads, rows.slice(0, mostRows), { ...style, width: style.width - 2 }),
    ...(rest > 0 ? [`and ${rest} more; --json tells them all`] : []),
  ];
}

function sectionsOfFaults({ blocked, anomalies, unreachable }: Network, { model, names, style }: Page): string[] {
  const flows = bounded(blocked, mostLines, (one) => lines([blockedWords(one, model, names)], style, style.paint.bad));
  const rules = bounded(anomalies, mostLines, (one) => lines([anomalyWords(one, model, names)], style));
  const listeners = bounded(unreachable, mostLines, (one) => lines([unreachableWords(one, names)], style));
  return [
    ...section('BLOCKED FLOWS', counted(blocked.length, 'flow'), flows, style),
    ...section('RULES TO MEND', counted(anomalies.length, 'rule'), rules, style),
    ...section('LISTENERS', 'that nothing uses, or nothing gets to', listeners, style),
  ];
}

function untold({ undeclared }: Network, { names, style }: Page): string[] {
  return lines(undeclaredWords(undeclared, names), style);
}
