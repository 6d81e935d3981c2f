import type { Element, ElementId, Flow, FlowId, Journey, Pool, Waiver } from '../graph/architecture.js';

/** One thing that a model says otherwise than before. */
export interface FactChange {
  /** `instances`, `capacity.connections`, `listeners.https.protocol`, `rules`, `members`. */
  readonly path: string;
  /** As the base has it, ids included; undefined: it was not stated. */
  readonly before: unknown;
  /** As the head has it; undefined: it is not stated any more. */
  readonly after: unknown;
}

/** Something that both models have. */
export interface Change<T> {
  readonly before: T;
  readonly after: T;
  readonly facts: readonly FactChange[];
}

export interface ElementChange extends Change<Element> {
  /** It has another name. That a place round it has another one is no change of what stands in it. */
  readonly isRenamed: boolean;
  /** Another `parent`, other `standsIn`: where it stands. Not among `facts`. */
  readonly moves: readonly FactChange[];
}

/** Each in the order of its model; changes in the order of the head. */
export interface Difference<T, C extends Change<T> = Change<T>> {
  /** Of the head. */
  readonly added: readonly T[];
  /** Of the base. */
  readonly removed: readonly T[];
  readonly changed: readonly C[];
}

/** What makes one model of another. Lines and columns never count. */
export interface ModelDiff {
  /** Of the model as a whole: `name`, `complete`, `criticality` … */
  readonly facts: readonly FactChange[];
  /** What a cluster has for members is the fact `members` of its element. */
  readonly elements: Difference<Element, ElementChange>;
  readonly flows: Difference<Flow>;
  readonly pools: Difference<Pool>;
  readonly journeys: Difference<Journey>;
  readonly waivers: Difference<Waiver>;
  /** The id in the head of every element of the base that is still there. */
  readonly toHead: ReadonlyMap<ElementId, ElementId>;
  /** The same of flows. */
  readonly flowsToHead: ReadonlyMap<FlowId, FlowId>;
}
