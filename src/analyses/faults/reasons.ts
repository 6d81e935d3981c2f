import type { Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { GroupPlan } from './clusters.js';
import { type Label, listed } from './labels.js';
import type { PacketWays } from './packet-ways.js';
import type { Scenarios } from './scenarios.js';
import type { Need } from './structure.js';

/** Says in one clause why an element of a scenario does not work: "it writes to 'mysql', which failed". */
export type Explain = (element: number) => string;

export interface ExplainedState {
  readonly scenario: Pick<Scenarios, 'mode' | 'structure' | 'state'>;
  /** What does not work in this mode is still used in the other. */
  goesOn(element: number): boolean;
  readonly ways: PacketWays;
  /** What failed of itself. */
  readonly failed: ReadonlySet<number>;
  /** What of it is a certificate that has run out. */
  readonly expired: ReadonlySet<number>;
  readonly label: Label;
}

export function reasonsFor({ scenario, goesOn, ways, failed, expired, label }: ExplainedState): Explain {
  const { structure, state, mode } = scenario;
  const { universe } = structure;
  const { model } = universe;
  const { works, cause } = state;

  function explain(element: number): string {
    if (failed.has(element)) return expired.has(element) ? 'it has run out' : 'it failed';
    return clauseOf(structure.needs(element).find(({ node }) => node === cause[element])!);
  }

  function down(element: number): string {
    if (!failed.has(element)) return goesOn(element) ? `cannot be used for ${purposes[mode]}` : 'is down';
    return expired.has(element) ? 'has run out' : 'failed';
  }

  function name(element: number): string {
    return label(universe.elements[element]!);
  }

  function clauseOf(need: Need): string {
    switch (need.sort) {
      case 'place':
        return `it ${standing(need.element)} ${name(need.element)}, which ${down(need.element)}`;
      case 'provider':
        return `its provider ${name(need.element)} ${down(need.element)}`;
      case 'instances':
        return `too few of its instances have a place that works: ${need.need} needed`;
      case 'names':
        return 'none of its name servers works';
      case 'group':
        return groupClause(need.plan);
      case 'flow':
        return flowClause(need.flow, need.node);
      case 'pool':
        return poolClause(need);
    }
  }

  function standing(place: number): string {
    const { kind } = universe.elements[place]!;
    if (kind === 'server') return 'stands on';
    return kind === 'dns' ? 'is a name in' : 'stands in';
  }

  function groupClause({ members, active, mechanism, need, acknowledgements }: GroupPlan): string {
    const dead = members.filter((member) => !isUp(member));
    if (dead.length === members.length) return `none of its members works${without(dead)}`;
    const left = members.length - dead.length;
    const mustConfirm = mode === 'write' ? acknowledgements : 0;
    if (left >= need && left - 1 < mustConfirm) {
      const confirming = left === 1 ? 'no replica is left' : `too few replicas are left (${left - 1})`;
      const wanted = mustConfirm > 1 ? `${mustConfirm} must` : 'one must';
      return `${confirming} to confirm writes, and ${wanted}, as its replication is synchronous${without(dead)}`;
    }
    if (left < need || !active) {
      return `${left} of its ${members.length} members work and more are needed (${need})${without(dead)}`;
    }
    const end =
      mechanism && !isUp(mechanism)
        ? `and ${label(mechanism)}, which would fail it over, is down too`
        : 'and nothing takes over';
    return `its active member ${label(active)} is down, ${end}`;
  }

  /** None may be down where a group asks for more replicas than it has. */
  function without(dead: readonly Element[]): string {
    return dead.length === 0 ? '' : `: ${listed(dead.map(label))} ${dead.length === 1 ? 'is' : 'are'} down`;
  }

  function poolClause({ pool, flows, nodes }: Extract<Need, { readonly sort: 'pool' }>): string {
    const dead = flows.filter((_, index) => works[nodes[index]!] === 0);
    const targets = dead.flatMap(({ to }) => model.byId.get(to) ?? []);
    const what = verbs[pool.verb].phrase;
    const left = flows.length - dead.length;
    const isHalf = targets.some((target) => !isUp(target) && goesOn(universe.indexOf.get(target.id)!));
    const out = `${listed(targets.map(label))} cannot be ${isHalf ? `used for ${purposes[mode]}` : 'reached'}`;
    if (left === 0 && isHalf) {
      return `it ${what} ${count(flows.length)}, none of which can be used for ${purposes[mode]}: ${listed(targets.map(label))}`;
    }
    if (left === 0) return `it ${what} ${count(flows.length)}, of which none is left: ${out}`;
    return `it ${what} ${count(flows.length)}, of which ${left} ${left === 1 ? 'is' : 'are'} left and more are needed: ${out}`;
  }

  function count(targets: number): string {
    return targets === 1 ? '1 target' : `${targets} targets`;
  }

  function flowClause(flow: Flow, node: number): string {
    const target = model.byId.get(flow.to);
    if (!target) return `it ${verbs[flow.verb].phrase} '${flow.to}', which the model does not have`;
    const start = `it ${verbs[flow.verb].phrase} ${label(target)}`;
    const block = blockOn(flow, target);
    const culprit = culpritOf(node);
    if (culprit === undefined) {
      return block ? `${start}, which ${label(block)} blocks` : `${start}, which cannot be reached`;
    }
    const element = universe.elements[culprit]!;
    if (element === target) return `${start}, which ${down(culprit)}`;
    if (element.kind === 'certificate') return `${start}, whose certificate ${label(element)} ${down(culprit)}`;
    if (flow.facts.through?.includes(element.id)) return `${start} through ${label(element)}, which ${down(culprit)}`;
    if (element.kind === 'firewall') return `${start}, and ${label(element)} on the way ${down(culprit)}`;
    return `${start}, which cannot be used because ${label(element)} ${down(culprit)}`;
  }

  /** The dead element nearest below a dead gate; undefined where the gate is dead as modelled. */
  function culpritOf(node: number): number | undefined {
    let at = node;
    while (at >= universe.elements.length) at = cause[at]!;
    return at < 0 ? undefined : at;
  }

  function blockOn(flow: Flow, target: Element): Element | undefined {
    const source = model.byId.get(flow.from);
    return source && ways.between(flow, source, target).blockedBy;
  }

  function isUp({ id }: Element): boolean {
    return works[universe.indexOf.get(id) ?? -1] === 1;
  }

  return explain;
}

const purposes = { read: 'reading', write: 'writing' } as const;
