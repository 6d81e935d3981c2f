import type { Finding } from '../../audit/finding.js';
import type { Flow } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import type { ElementExplanation } from '../explanation/element-explanation.js';
import { exposureSentences } from '../explanation/exposure-words.js';
import { stepWords } from '../explanation/step-words.js';
import type { Way } from '../explanation/ways.js';
import { isProvider } from '../failure/failure-ground.js';
import { few } from '../failure/journey-label.js';
import { findingMarks } from '../finding-marks.js';
import { counted, sentence } from '../words.js';
import { failureRows } from './failure-rows.js';
import { guardSections } from './guard-sections.js';
import { calmed, hanging, oneLine } from './layout.js';
import { modelTitle } from './model-title.js';
import { type Brush, plain } from './paint.js';
import { bounded, labelled, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostFlows = 8;
const mostFindings = 10;
const mostUntold = 8;

/** Everything that is known of one element, what happens when it fails first. */
export function elementBlock(explanation: ElementExplanation, style: TerminalStyle): string[] {
  const { explained, element } = explanation;
  const { ground } = explained;
  const noun = isProvider(ground, element) ? 'provider' : kinds[element.kind].noun;
  return calmed([
    ...modelTitle(ground.model, style),
    '',
    ...hanging('', `${ground.label(element)}, ${noun}`, style.width, plain, style.paint.strong),
    ...section('WHAT IT IS', '', labelled(facts(explanation), style), style),
    ...section('WHEN IT FAILS', '', labelled(failureRows(explanation), style), style),
    ...neededSection(explanation, style),
    ...needsSection(explanation, style),
    ...outsideSection(explanation, style),
    ...guardSections(explanation, style),
    ...findingSections(explanation, style),
    ...untoldSection(explanation, style),
  ]);
}

function facts(explanation: ElementExplanation): readonly (readonly [string, string])[] {
  const { explained, element, role, why, whyIsOwn, places, inside, holders } = explanation;
  const { label, model } = explained.ground;
  const at = element.at ? `${oneLine(element.at.file)}:${element.at.line}:${element.at.column}` : '';
  const owner = element.facts.owner ?? model.facts.owner ?? '';
  const rows: readonly (readonly [string, string])[] = [
    ['Id', element.id],
    ['Role', role],
    ['Stands in', few(places.map(label), 6)],
    ['Inside', few(inside.map(label), 8)],
    ['Served by', few(holders.map(label), 8)],
    [whyIsOwn ? 'Why' : 'Why such', why],
    ['Owner', owner],
    ['Written in', at],
  ];
  return rows.filter(([, text]) => text !== '');
}

function neededSection(explanation: ElementExplanation, style: TerminalStyle): string[] {
  const { explained, element, wayFromUser, neededBy } = explanation;
  const last = wayFromUser?.at(-1)?.to;
  const { label } = explained.ground;
  const ends = last && last !== element ? ` (to ${label(last)} in it)` : '';
  const way = wayFromUser
    ? [
        ...hanging('', `The way from a user${ends}:`, style.width - 2, plain),
        ...wayLines(wayFromUser, explanation, style),
      ]
    : [];
  const direct =
    neededBy.length === 0
      ? []
      : ['', ...hanging('', `Used by ${few(sources(neededBy, explanation), 8)}.`, style.width - 2, plain)];
  if (element.kind === 'firewall' && way.length === 0) return [];
  const none = ['No request of a user leads to it.'];
  return section('WHO NEEDS IT', '', way.length + direct.length === 0 ? none : [...way, ...direct], style);

  function sources(flows: readonly Flow[], { explained: { ground } }: ElementExplanation): readonly string[] {
    return [...new Set(flows.flatMap(({ from }) => ground.model.byId.get(from) ?? []).map(ground.label))];
  }
}

function needsSection(explanation: ElementExplanation, style: TerminalStyle): string[] {
  const { explained, needs, waysToStores } = explanation;
  const { model } = explained.ground;
  const direct = bounded(needs, mostFlows, (flow) => {
    const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
    return from && to ? lines([stepWords({ from, to, flow }, explained)], style) : [];
  });
  const ways = waysToStores
    .filter((way) => way.length > 1)
    .flatMap((way) => {
      const end = way.at(-1)?.to;
      const title = `On to ${end ? explained.ground.label(end) : 'a store'}:`;
      return ['', ...hanging('', title, style.width - 2, plain), ...wayLines(way, explanation, style)];
    });
  return section('WHAT IT NEEDS', '', [...direct, ...ways], style);
}

function wayLines(way: Way, { explained }: ElementExplanation, style: TerminalStyle): string[] {
  return way.flatMap((step, index) => hanging(`${index + 1}. `, stepWords(step, explained), style.width - 2, plain));
}

function outsideSection({ exposure, explained }: ElementExplanation, style: TerminalStyle): string[] {
  return exposure ? section('FROM OUTSIDE', '', lines(exposureSentences(exposure, explained), style), style) : [];
}

function findingSections(explanation: ElementExplanation, style: TerminalStyle): string[] {
  const { explained, findings, findingsInside, accepted } = explanation;
  const marks = findingMarks(explained.ground.audit);
  const row = (finding: Finding, text: string, brush: Brush) =>
    hanging(`${marks.get(finding)}  `, text, style.width - 2, brush);
  const list = (some: readonly Finding[]) =>
    bounded(some, mostFindings, (finding) => {
      const { message, rule, handle, severity } = finding;
      return row(finding, `${message} (${rule}, ${handle})`, style.paint.severity[severity]);
    });
  const waived = bounded(accepted, mostFindings, (finding) => {
    const { because = '', until } = finding.accepted ?? {};
    const terms = until === undefined ? '' : ` Until ${until}.`;
    return row(finding, `${finding.message} Accepted: ${sentence(because)}${terms}`, plain);
  });
  const own = findings.length === 0 ? ['None.'] : list(findings);
  return [
    ...section('FINDINGS', findings.length === 0 ? '' : String(findings.length), own, style),
    ...section('FINDINGS ON WHAT STANDS IN IT', String(findingsInside.length), list(findingsInside), style),
    ...section('ACCEPTED', String(accepted.length), waived, style),
  ];
}

function untoldSection({ untold }: ElementExplanation, style: TerminalStyle): string[] {
  const body = bounded(untold, mostUntold, ({ wanted }) => hanging('?  ', wanted, style.width - 2, style.paint.muted));
  return section('NOT TOLD OF IT', counted(untold.length, 'fact'), body, style);
}
