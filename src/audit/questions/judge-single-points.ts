import type { Faults, SinglePoint } from '../../analyses/faults/result.js';
import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { RuleContext } from '../rule.js';
import { alike } from './alike.js';
import { append } from './append.js';
import { isProduction } from './environment-of.js';
import { faultsIfChecked } from './faults-if-checked.js';

/** Alike elements, each of which alone breaks the same journeys. */
export interface SinglePointGroup {
  readonly roots: readonly Element[];
  readonly point: SinglePoint;
}

type Judge = Pick<RuleContext, 'model' | 'faults' | 'pass' | 'unknown'>;

/**
 * The verdict of the failure analysis on some elements: which of those in production are the root of a single point. What
 * is fine is passed; where the verdict rests on something untold, the question stays open. What a missing health check does
 * belongs to the balancer, not to each server behind it.
 */
export function judgeSinglePoints(context: Judge, elements: readonly Element[]): readonly SinglePointGroup[] {
  const { model, faults, pass, unknown } = context;
  const points = new Map<Element, SinglePoint>();
  for (const element of elements.filter((one) => isProduction(model, one))) {
    const point = faults.singlePointOf(element);
    if (point?.onlyListed) continue;
    if (!point) {
      if (!standsInTheWay(model, element)) continue;
      if (faults.journeys.some(({ state }) => state !== 'broken')) pass(element);
      else unknown(element, faults.journeys.length > 0 ? 'journeys that work' : 'journeys');
      continue;
    }
    const untold = untoldFailover(model, element);
    if (untold) unknown(untold, 'failover');
    else if (point.root === element && isRootIfChecked(model, faults, element)) points.set(element, point);
  }
  return grouped(points);
}

/** The second analysis is only made where there is something to ask of it. */
function isRootIfChecked(model: Architecture, faults: Faults, element: Element): boolean {
  return faultsIfChecked(model, faults).singlePointOf(element)?.root === element;
}

/** Alike roots of one kind that break the same journeys. */
function grouped(points: ReadonlyMap<Element, SinglePoint>): readonly SinglePointGroup[] {
  return alike([...points.keys()]).flatMap((roots) => {
    const byJourneys = new Map<string, Element[]>();
    for (const root of roots) {
      const key = JSON.stringify(points.get(root)?.journeys.map(({ id }) => id));
      append(byJourneys, key, root);
    }
    return [...byJourneys.values()].flatMap((same) => {
      const point = same[0] && points.get(same[0]);
      return point ? [{ roots: same, point }] : [];
    });
  });
}

/** Something asks it, or passes through it. */
function standsInTheWay(model: Architecture, element: Element): boolean {
  if (element.kind === 'firewall') return element.facts.appliance === true;
  return [element, ...model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? [])].some(
    (one) => passedThrough(model).has(one.id) || model.incoming(one).some(({ verb }) => verbs[verb].sort === 'traffic'),
  );
}

const known = new WeakMap<Architecture, ReadonlySet<ElementId>>();

/** What flows are said to lead through: gateways, uplinks. */
function passedThrough(model: Architecture): ReadonlySet<ElementId> {
  const before = known.get(model);
  if (before) return before;
  const traffic = model.flows.filter(({ verb }) => verbs[verb].sort === 'traffic');
  const found = new Set(traffic.flatMap(({ facts }) => facts.through ?? []));
  known.set(model, found);
  return found;
}

/** What would take over, if it did, and does not say. */
function untoldFailover(model: Architecture, element: Element): Element | Flow | undefined {
  const group = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? [])[0];
  if (group) {
    const hasActiveMember = group.facts.mode === 'active-passive' || group.facts.writer !== undefined;
    return hasActiveMember && group.facts.failover === undefined ? group : undefined;
  }
  const copies = model.incoming(element).filter(({ verb }) => verb === 'replicates');
  const isTold = copies.some(({ facts }) => facts.failover !== undefined);
  return isTold ? undefined : copies[0];
}
