import type { AnalysedJourney, Consequence } from '../../analyses/faults/result.js';
import type { Element, ElementId } from '../../graph/architecture.js';
import type { Scenario } from './scenario.js';

/**
 * Why a journey is broken, from its user on: what of its way does not work and why, up to what failed of itself. `'visitor'
 * visits 'www', which is down`, `'www' points to 'haproxy', which failed`.
 */
export function reasonChain(journey: AnalysedJourney, scenario: Scenario): readonly string[] {
  const { ground, failed } = scenario;
  const usual = ground.before.journeys.find(({ id, mode }) => id === journey.id && mode === journey.mode);
  const consequences = consequencesById(scenario);
  const failedIds = new Set(failed.map(({ id }) => id));
  const failedLabels = failed.map(ground.label);
  const chain: string[] = [];
  for (const id of [journey.from, ...(usual?.path ?? []).map(({ to }) => to)]) {
    const consequence = consequences.get(id);
    if (!consequence || failedIds.has(id)) continue;
    chain.push(saidOf(consequence.element, consequence.reason, scenario));
    if (failedLabels.some((label) => consequence.reason.includes(label))) break;
  }
  if (chain.length > 0) return chain;
  const own = failed.find(({ id }) => id === journey.from || id === journey.to);
  return [own ? `${ground.label(own)} failed` : 'no way that works is left'];
}

const known = new WeakMap<Scenario, ReadonlyMap<ElementId, Consequence>>();

function consequencesById(scenario: Scenario): ReadonlyMap<ElementId, Consequence> {
  const index = known.get(scenario) ?? new Map(scenario.simulation.elements.map((one) => [one.element.id, one]));
  known.set(scenario, index);
  return index;
}

/** The reason with the element's name in the place of "it". */
function saidOf(element: Element, reason: string, { ground }: Scenario): string {
  const name = ground.label(element);
  const clause = reason.replace(/\.$/, '');
  return clause.startsWith('It ')
    ? `${name} ${clause.slice(3)}`
    : `${name}: ${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
}
