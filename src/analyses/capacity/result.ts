import type { Element, ElementId, Flow, Pool } from '../../graph/architecture.js';

/**
 * Requests per second. `known` is what is told; where something that is not told may add to it, `isComplete` is false and
 * the demand is at least `known`. Figures that are not known at all are 0 and not complete.
 */
export interface Demand {
  readonly known: number;
  readonly isComplete: boolean;
}

/** What an element takes: each instance's figure times the instances that are kept at the least and at the most. */
export interface Limit {
  readonly guaranteed: number;
  readonly most: number;
}

/** What an element gets while something else is failed, and what it can still take. */
export interface Stress {
  readonly failed: Element;
  /** Only one of its instances is lost, not all of it. */
  readonly isOneInstance: boolean;
  readonly demand: Demand;
  /** Requests per second that the instances still standing take; undefined where not told. */
  readonly capacity: number | undefined;
  /** Known demand by capacity: 1 is full. */
  readonly utilisation: number | undefined;
}

/** The connection pools of all that connect to an element, against the connections it accepts. */
export interface ConnectionLoad {
  /** With the fewest instances of each source, and with the most. */
  readonly fewest: number;
  readonly most: number;
  /** Every flow to it tells the size of its pool. */
  readonly isComplete: boolean;
  readonly capacity: Limit | undefined;
}

export interface ElementLoad {
  readonly element: Element;
  readonly demand: Demand;
  /** Of the known demand: what arrives by `reads`, and by `writes`. */
  readonly reads: number;
  readonly writes: number;
  readonly capacity: Limit | undefined;
  readonly utilisation: number | undefined;
  /** Undefined where no flow to it tells a pool and it declares no limit. */
  readonly connections: ConnectionLoad | undefined;
  /** The single failure that the element survives and that uses it most; undefined where none raises its load. */
  readonly worst: Stress | undefined;
  /** The same among zones, availability zones, failure domains, and regions without any, alone. */
  readonly zoneLoss: Stress | undefined;
}

export interface FlowLoad {
  readonly flow: Flow;
  readonly demand: Demand;
}

/** Several that share one demand: the members of a pool, of a cluster, or the instances of one element. */
export interface SharedLoad {
  readonly subject:
    | { readonly sort: 'pool'; readonly pool: Pool; readonly source: Element }
    | { readonly sort: 'cluster' | 'instances'; readonly element: Element };
  readonly members: readonly Element[];
  readonly demand: Demand;
  /** What those that serve take together; undefined where one of them does not tell. */
  readonly capacity: number | undefined;
  /** What is left when the `k` largest instances are lost; of a failover group, when those that matter most are. */
  withoutLargest(k: number): number | undefined;
  /** The place whose loss leaves least, and what it leaves; undefined where no place holds any of them. */
  readonly zoneLoss: { readonly failed: Element; readonly capacity: number | undefined } | undefined;
}

/** A fact that would let the analysis say more. */
export interface MissingFigure {
  readonly fact: 'requestsPerSecond' | 'perRequest' | 'hitRatio' | 'capacity';
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  /** One sentence of what to say where. */
  readonly wanted: string;
  /** How many elements get a demand or a utilisation that is not complete without it. */
  readonly unlocks: number;
}

export interface Load {
  /** Some flow tells a demand. Without one nothing is claimed: `elements`, `flows` and `shared` are empty. */
  readonly hasDemand: boolean;
  /** Every element that requests lead to, in the order of the model. */
  readonly elements: readonly ElementLoad[];
  loadOf(id: ElementId): ElementLoad | undefined;
  /** Pools of connections against their limit, also where no demand is told. */
  connectionsOf(element: Element): ConnectionLoad | undefined;
  /** Every flow that carries requests, in the order of the model. */
  readonly flows: readonly FlowLoad[];
  readonly shared: readonly SharedLoad[];
  /** Calls that go round and grow each time: no demand settles there, and what is told of these elements is a lower bound. */
  readonly runaway: readonly (readonly Element[])[];
  /** Single failures tried, and those that could change any load: equal where nothing was cut short. */
  readonly failures: { readonly tried: number; readonly candidates: number };
  /** What the model would have to say, that unlocks most first; flows where users enter come before others. */
  readonly missing: readonly MissingFigure[];
  readonly assumptions: readonly string[];
}
