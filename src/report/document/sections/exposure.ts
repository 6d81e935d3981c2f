import { exposureRows, exposureSummary, hasBorders } from '../../exposure-rows.js';
import {
  anomalyWords,
  blockedWords,
  deciderWords,
  listenerWords,
  passageWords,
  undeclaredWords,
  unreachableWords,
  verdictWords,
} from '../../exposure-words.js';
import { counted } from '../../words.js';
import { bullets, heading, paragraph, strong, table } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { ReportNode } from '../tree.js';

const mostRows = 60;
const mostItems = 20;

/** What the internet reaches, what is blocked and what to mend in the rules; nothing where no border nor entry is told. */
export function exposure(telling: Telling): readonly ReportNode[] {
  const { network, names, audit } = telling;
  if (!hasBorders(network)) return [];
  return [
    heading(2, 'What is exposed', 'exposure'),
    paragraph(verdictWords(exposureSummary(network.internet))),
    ...reachTable(telling),
    ...list(
      'These flows are needed, and blocked:',
      network.blocked.map((one) => blockedWords(one, audit.model, names)),
    ),
    ...list(
      'Rules to mend:',
      network.anomalies.map((one) => anomalyWords(one, audit.model, names)),
    ),
    ...list(
      'Listeners that nothing uses, or nothing gets to:',
      network.unreachable.map((one) => unreachableWords(one, names)),
    ),
    ...list(
      'Not told, so that it does not block and nothing is known to pass:',
      undeclaredWords(network.undeclared, names),
    ),
  ];
}

function reachTable({ network, names, audit: { model } }: Telling): readonly ReportNode[] {
  const rows = exposureRows(network.internet);
  const rest = rows.length - mostRows;
  if (rows.length === 0) return [];
  return [
    table(
      ['what', 'listener', 'passage', 'what decides'],
      rows
        .slice(0, mostRows)
        .map((row) => [
          [strong(names.list(row.elements))],
          listenerWords(row.reach.listener),
          passageWords(row, model, names),
          deciderWords(row, names),
        ]),
    ),
    ...(rest > 0 ? [paragraph(`${counted(rest, 'further row')} not listed here.`)] : []),
  ];
}

function list(title: string, all: readonly string[]): readonly ReportNode[] {
  if (all.length === 0) return [];
  const rest = all.length - mostItems;
  return [paragraph(title), bullets([...all.slice(0, mostItems), ...(rest > 0 ? [`And ${rest} more.`] : [])])];
}
