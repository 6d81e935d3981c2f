import type { Label } from '../../analyses/faults/labels.js';
import type { AnalysedJourney, Consequence } from '../../analyses/faults/result.js';
import type { Element } from '../../graph/architecture.js';
import type { Scenario } from './scenario.js';

/** Why a journey of one scenario is broken, reason by reason. */
export type ReasonChain = (journey: AnalysedJourney) => readonly string[];

interface Reasons {
  /** By how sentences call the elements. */
  readonly byLabel: ReadonlyMap<string, Consequence>;
  readonly failed: ReadonlySet<string>;
  /** The ways that journeys take with nothing failed. */
  readonly usual: ReadonlyMap<string, AnalysedJourney>;
}

/**
 * The reasons of a scenario for its broken journeys: each from the first on the usual way that is concerned to something that
 * failed of itself. `'visitor' visits 'www', which is down`, `'www' points to 'haproxy', which failed`.
 */
export function reasonChains(scenario: Scenario): ReasonChain {
  const { ground, simulation, failed } = scenario;
  const reasons: Reasons = {
    byLabel: new Map(simulation.elements.map((one) => [ground.label(one.element), one])),
    failed: new Set(failed.map(ground.label)),
    usual: new Map(ground.before.journeys.map((journey) => [keyOf(journey), journey])),
  };
  const known = new Map<string, readonly string[]>();
  return (journey) => {
    const start = startOf(journey, scenario, reasons);
    if (start === undefined) return ['no way that works is left'];
    const chain = known.get(start) ?? chainFrom(start, reasons, ground.label);
    known.set(start, chain);
    return chain;
  };
}

function keyOf({ id, mode }: AnalysedJourney): string {
  return JSON.stringify([id, mode]);
}

function chainFrom(start: string, reasons: Reasons, label: Label): readonly string[] {
  if (reasons.failed.has(start)) return [`${start} failed`];
  return shortestChain(start, reasons).flatMap((named) => {
    const consequence = reasons.byLabel.get(named);
    return consequence ? [reasonWords(consequence.element, ofMode(consequence), label)] : [];
  });
}

/** The store where that is down; else the first on the journey's usual way that does not do what the journey asks. */
function startOf(journey: AnalysedJourney, { ground }: Scenario, { byLabel, usual }: Reasons): string | undefined {
  const flows = usual.get(keyOf(journey))?.path ?? [];
  const way = [journey.from, ...flows.map(({ to }) => to), journey.to];
  const labels = way.flatMap((id) => ground.model.byId.get(id) ?? []).map(ground.label);
  const last = labels.at(-1);
  if (last !== undefined && byLabel.get(last)?.state === 'dead') return last;
  const isHalf = ({ lost }: Consequence) => lost !== undefined && journey.mode !== 'all' && lost !== journey.mode;
  return labels.find((label) => byLabel.has(label) && !isHalf(byLabel.get(label)!));
}

/** A journey that is broken asks for what does not work: that the rest still does need not be told. */
function ofMode({ lost, reason }: Consequence): string {
  return lost === undefined ? reason : reason.slice(reason.indexOf(': ') + 2).replace(/^it /, 'It ');
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
export function reasonWords(element: Element, reason: string, label: Label): string {
  const clause = reason.replace(/\.$/, '');
  if (clause.startsWith('It ')) return `${label(element)} ${clause.slice(3)}`;
  return `${label(element)}: ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
}
