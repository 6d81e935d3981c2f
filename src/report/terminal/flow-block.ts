import type { Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { ExplainedModel } from '../explanation/explained-model.js';
import { stepWords } from '../explanation/step-words.js';
import { findingMarks } from '../finding-marks.js';
import { calmed, hanging, oneLine } from './layout.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { bounded, labelled, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostFindings = 10;

/** One flow: how it travels, whether its source can do without it, what is found on it. */
export function flowBlock(flow: Flow, explained: ExplainedModel, style: TerminalStyle): string[] {
  const { model, audit } = explained.ground;
  const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
  const words = from && to ? stepWords({ from, to, flow }, explained) : flow.id;
  const marks = findingMarks(audit);
  const on = [...audit.findings, ...audit.accepted].filter(
    (finding) => finding.flow === flow.id || finding.evidence.flows.includes(flow.id),
  );
  const findings = bounded(on, mostFindings, (finding) =>
    hanging(
      `${marks.get(finding)}  `,
      `${finding.message} (${finding.rule}, ${finding.handle})`,
      style.width - 2,
      plain,
    ),
  );
  const rows: readonly (readonly [string, string])[] = [
    ['Id', flow.id],
    ['Needed', neededWords(flow, explained)],
    ['Written in', flow.at ? `${oneLine(flow.at.file)}:${flow.at.line}:${flow.at.column}` : ''],
  ];
  return calmed([
    ...modelTitle(model, style),
    '',
    ...hanging('', `${words}.`, style.width, plain, style.paint.strong),
    '',
    ...labelled(
      rows.filter(([, text]) => text !== ''),
      style,
    ),
    ...section('FINDINGS THAT IT SHOWS', String(on.length), findings, style),
  ]);
}

function neededWords({ verb, facts, pool }: Flow, { ground }: ExplainedModel): string {
  const { hard } = verbs[verb];
  if (facts.optional || hard === 'no') return 'No: its source goes on without it.';
  const group = pool === undefined ? undefined : ground.model.poolById.get(pool);
  if (group && group.flows.length > 1) {
    const { need } = group;
    const share = need < 1 ? `a share of ${need}` : String(need);
    return `One of ${group.flows.length} alike, of which ${share} ${need <= 1 ? 'is' : 'are'} needed.`;
  }
  if (hard === 'reads') return 'Yes, for reading.';
  return hard === 'writes' ? 'Yes, for writing.' : 'Yes: without it its source does not work.';
}
