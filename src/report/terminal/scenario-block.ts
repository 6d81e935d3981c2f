import type { AnalysedJourney, Consequence } from '../../analyses/faults/result.js';
import { isComplete } from '../../audit/questions/is-complete.js';
import type { Element } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import { isProvider } from '../failure/failure-ground.js';
import { firstAid, promotionsByHand } from '../failure/first-aid.js';
import { few, journeyLabel } from '../failure/journey-label.js';
import { noticeSentences } from '../failure/notice-words.js';
import { reasonChains, reasonWords } from '../failure/reason-chain.js';
import { remediesForFailed, watchRemedies } from '../failure/remedies.js';
import type { Scenario } from '../failure/scenario.js';
import { verdictOf } from '../failure/verdict.js';
import { whoNotices } from '../failure/who-notices.js';
import { counted } from '../words.js';
import { hanging } from './layout.js';
import { modelTitle } from './model-title.js';
import { plain } from './paint.js';
import { bounded, labelled, lines, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostFailed = 12;
const mostJourneys = 10;
const mostReasons = 15;
const mostRemedies = 8;
const mostUntouched = 12;

/** What happens when elements fail together, the verdict first. */
export function scenarioBlock(scenario: Scenario, style: TerminalStyle): string[] {
  const { ground, stopped, worseOff, untouched, parts } = scenario;
  return [
    ...modelTitle(ground.model, style),
    '',
    ...hanging('', verdictOf(scenario), style.width, plain, style.paint.strong),
    ...failedSection(scenario, style),
    ...journeySections(scenario, style),
    ...section('STOPS WITH IT', counted(stopped.length, 'element'), reasons(stopped, scenario, style), style),
    ...section('WORSE OFF', counted(worseOff.length, 'element'), reasons(worseOff, scenario, style), style),
    ...section(
      'UNTOUCHED',
      `${untouched.length} of ${counted(parts, 'element')}`,
      untouchedNames(scenario, style),
      style,
    ),
    ...dataSection(scenario, style),
    ...noticeSection(scenario, style),
    ...remedySections(scenario, style),
    ...section('TAKEN FOR GRANTED', '', lines(ground.faults.assumptions, style), style),
  ];
}

function failedSection({ ground, failed, simulation }: Scenario, style: TerminalStyle): string[] {
  const { label, model, expired, on } = ground;
  const byHand = new Set(simulation.failed);
  const body = bounded(failed, mostFailed, (element) => {
    const place = element.parent === undefined ? undefined : model.byId.get(element.parent);
    const where = place ? ` ${place.kind === 'server' ? 'on' : 'in'} ${label(place)}` : '';
    const what = isProvider(ground, element) ? 'provider' : kinds[element.kind].noun;
    const ran = expired.includes(element) ? `, ran out on ${element.facts.expires}` : '';
    const both = ran !== '' && byHand.has(element) ? ' and was named' : '';
    return hanging('', `${label(element)}, ${what}${where}${ran}${both}`, style.width - 2, plain);
  });
  return section('FAILS', on === undefined ? '' : `on ${on}`, body, style);
}

function journeySections(scenario: Scenario, style: TerminalStyle): string[] {
  const { ground, broken, madeUpFor, degraded, working, neverWorked } = scenario;
  const made = madeUpFor.length === 0 ? '' : `${madeUpFor.length} made up for, `;
  const counts = `${broken.length} broken, ${made}${degraded.length} degraded, ${working.length} as before`;
  const names = (journeys: readonly AnalysedJourney[]) =>
    few(
      journeys.map((journey) => journeyLabel(journey, ground)),
      mostJourneys,
    );
  const others: readonly (readonly [string, readonly AnalysedJourney[], string])[] = [
    ['Made up for', madeUpFor, ': another copy is read instead'],
    ['Degraded', degraded, `: ${degraded.length === 1 ? 'goes' : 'go'} on with something missing or no spare left`],
    ['As before', working, ''],
    ['Never worked', neverWorked, ''],
  ];
  const rows = others.flatMap(([word, journeys, rest]) =>
    journeys.length === 0 ? [] : [[word, `${names(journeys)}${rest}`] as const],
  );
  const column = Math.max(...['Broken', ...rows.map(([word]) => word)].map(({ length }) => length)) + 2;
  const chains = bounded([...alikeBroken(scenario)], mostJourneys, ([reason, journeys]) => [
    ...hanging('Broken'.padEnd(column), names(journeys), style.width - 2, style.paint.bad),
    ...hanging(' '.repeat(column), `because ${reason}.`, style.width - 2, plain),
  ]);
  return section('JOURNEYS', counts, [...chains, ...labelled(rows, style)], style);
}

function untouchedNames({ ground, untouched }: Scenario, style: TerminalStyle): string[] {
  const names = untouched.length === 0 ? 'Nothing.' : few(untouched.map(ground.label), mostUntouched);
  return hanging('', names, style.width - 2, plain);
}

/** Broken journeys by the one reason that is given for them. */
function alikeBroken(scenario: Scenario): ReadonlyMap<string, readonly AnalysedJourney[]> {
  const chainOf = reasonChains(scenario);
  const groups = new Map<string, AnalysedJourney[]>();
  for (const journey of scenario.broken) {
    const reason = chainOf(journey).join('; ');
    const group = groups.get(reason);
    if (group) group.push(journey);
    else groups.set(reason, [journey]);
  }
  return groups;
}

/** Elements for which one sentence gives the reason stand together. */
function reasons(consequences: readonly Consequence[], { ground }: Scenario, style: TerminalStyle): string[] {
  const groups = new Map<string, Element[]>();
  for (const { element, reason } of consequences) {
    const group = groups.get(reason);
    if (group) group.push(element);
    else groups.set(reason, [element]);
  }
  const shown = [...groups].slice(0, mostReasons);
  const rest = consequences.length - shown.reduce((sum, [, elements]) => sum + elements.length, 0);
  return [
    ...shown.flatMap(([reason, elements]) =>
      hanging('', reasonOf(elements, reason, ground.label), style.width - 2, plain),
    ),
    ...(rest > 0 ? [`and ${counted(rest, 'more element', 'more elements')}`] : []),
  ];
}

function reasonOf(elements: readonly Element[], reason: string, label: (element: Element) => string): string {
  const [first] = elements;
  if (elements.length === 1 && first) return `${reasonWords(first, reason, label)}.`;
  return `${few(elements.map(label), 6)}: ${ofEach(reason)}`;
}

function ofEach(reason: string): string {
  if (reason.startsWith('It ')) return `each ${reason.slice(3)}`;
  return `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`.replace(/^too few of its /, 'too few of their ');
}

function dataSection(scenario: Scenario, style: TerminalStyle): string[] {
  const { ground, simulation } = scenario;
  const { label } = ground;
  const { dataLoss, lostWrites } = simulation;
  const why = isComplete(ground.model, 'backups') ? 'no copy is left' : 'the model tells no other copy';
  const lost = dataLoss.length === 0 ? [] : [`Lost, as ${why}: ${few(dataLoss.map(label), 8)}.`];
  const writes =
    lostWrites.length === 0
      ? []
      : [
          `The last writes to ${few(lostWrites.map(label), 8)} may be lost: the replica that took over may have lagged behind.`,
        ];
  const told = [...lost, ...writes];
  return section('DATA', '', told.length === 0 ? noneLost(scenario, style) : lines(told, style), style);
}

/** A copy that lags is no loss while nobody promotes it. */
function noneLost(scenario: Scenario, style: TerminalStyle): string[] {
  const lagging = promotionsByHand(scenario).flatMap(({ copy, mayLag }) => (mayLag ? scenario.ground.label(copy) : []));
  if (lagging.length === 0) return ['None is lost.'];
  const text = `None is lost if what failed comes back as it was. Promoting ${few(lagging, 4)} instead may lose the last writes.`;
  return hanging('', text, style.width - 2, plain);
}

function noticeSection(scenario: Scenario, style: TerminalStyle): string[] {
  const { ground, broken } = scenario;
  const noticing = whoNotices(scenario);
  const isSilent = noticing.watchers.every(({ isDown }) => isDown);
  const users = [...new Set(broken.map(({ from }) => from))].flatMap((id) => ground.model.byId.get(id) ?? []);
  const first =
    isSilent && users.length > 0 ? [`As far as is told, the first to notice: ${few(users.map(ground.label))}.`] : [];
  return section('WHO NOTICES', '', lines([...noticeSentences(noticing, ground), ...first], style), style);
}

function remedySections(scenario: Scenario, style: TerminalStyle): string[] {
  const { ground, failed } = scenario;
  const remedies = [...remediesForFailed(failed, ground), ...watchRemedies(whoNotices(scenario), ground)];
  const later = remedies.map(({ text, finding, mark }) =>
    finding ? `${text} (${mark} ${finding.handle}, ${finding.rule})` : text,
  );
  const now = bounded(firstAid(scenario), mostRemedies, (text) => lines([text], style));
  const more = bounded(later, mostRemedies, (text) => lines([text], style));
  return [
    ...section('WHAT TO DO NOW', '', now, style),
    ...section('WHAT TO DO SO THAT IT DOES NOT HAPPEN AGAIN', '', more, style),
  ];
}
