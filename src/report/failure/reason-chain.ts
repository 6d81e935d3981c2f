import type { AnalysedJourney, Consequence } from '../../analyses/faults/result.js';
import type { Element } from '../../graph/architecture.js';
import type { Scenario } from './scenario.js';

/** What a scenario says of elements, by how sentences call them. */
export interface Reasons {
  readonly byLabel: ReadonlyMap<string, Consequence>;
  readonly failed: ReadonlySet<string>;
}

export function reasonsIn({ ground, simulation, failed }: Scenario): Reasons {
  return {
    byLabel: new Map(simulation.elements.map((one) => [ground.label(one.element), one])),
    failed: new Set(failed.map(ground.label)),
  };
}

/**
 * Why a journey is broken: from the first on its usual way that is concerned, reason by reason, to something that failed of
 * itself. `'visitor' visits 'www', which is down`, `'www' points to 'haproxy', which failed`.
 */
export function reasonChain(journey: AnalysedJourney, scenario: Scenario, reasons: Reasons): readonly string[] {
  const start = startOf(journey, scenario, reasons);
  if (start === undefined) return ['no way that works is left'];
  if (reasons.failed.has(start)) return [`${start} failed`];
  return shortestChain(start, reasons).flatMap((label) => {
    const consequence = reasons.byLabel.get(label);
    return consequence ? [reasonWords(consequence.element, ofMode(consequence.reason), scenario.ground.label)] : [];
  });
}

/** The store where that is down; else the first on the journey's usual way that does not do what the journey asks. */
function startOf(journey: AnalysedJourney, { ground }: Scenario, { byLabel }: Reasons): string | undefined {
  const usual = ground.before.journeys.find(({ id, mode }) => id === journey.id && mode === journey.mode);
  const way = [journey.from, ...(usual?.path ?? []).map(({ to }) => to), journey.to];
  const labels = way.flatMap((id) => ground.model.byId.get(id) ?? []).map(ground.label);
  const last = labels.at(-1);
  const isDown = (label: string) => byLabel.get(label)?.state === 'dead';
  if (last !== undefined && isDown(last)) return last;
  const other = journey.mode === 'read' ? stillReads : stillWrites;
  return labels.find((label) => byLabel.has(label) && !byLabel.get(label)?.reason.startsWith(other));
}

const stillReads = 'Reading still works, writing does not: ';
const stillWrites = 'Writing still works, reading does not: ';

/** A journey that is broken asks for what does not work: the rest of the sentence need not be told. */
function ofMode(reason: string): string {
  for (const prefix of [stillReads, stillWrites]) {
    if (reason.startsWith(prefix)) return reason.slice(prefix.length).replace(/^it /, 'It ');
  }
  return reason;
}

/** Breadth first along what reasons name, until one names something that failed; only the start where none does. */
function shortestChain(start: string, { byLabel, failed }: Reasons): readonly string[] {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
  const waiting = [start];
  for (const label of waiting) {
    const named = labelsNamedBy(byLabel.get(label));
    if (named.some((one) => failed.has(one))) return backFrom(label, cameFrom);
    for (const next of named) {
      if (cameFrom.has(next) || !byLabel.has(next)) continue;
      cameFrom.set(next, label);
      waiting.push(next);
    }
  }
  return [start];
}

function labelsNamedBy(consequence: Consequence | undefined): readonly string[] {
  return consequence?.reason.match(/'[^']*'/g) ?? [];
}

function backFrom(last: string, cameFrom: ReadonlyMap<string, string | undefined>): readonly string[] {
  const chain: string[] = [];
  for (let label: string | undefined = last; label !== undefined; label = cameFrom.get(label)) chain.unshift(label);
  return chain;
}

/** The reason with the element's name in the place of "it", without a full stop. */
export function reasonWords(element: Element, reason: string, label: (element: Element) => string): string {
  const clause = reason.replace(/\.$/, '');
  if (clause.startsWith('It ')) return `${label(element)} ${clause.slice(3)}`;
  return `${label(element)}: ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
}
