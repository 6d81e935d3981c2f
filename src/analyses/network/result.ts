import type { Element, Flow } from '../../graph/architecture.js';

/** `unknown`: a guard on the way is undeclared or does not tell its rules. */
export type Passage = 'open' | 'blocked' | 'unknown';

export interface Exposure {
  readonly element: Element;
  readonly passage: Passage;
  /** The guards a packet from the internet meets, outermost first. */
  readonly guards: readonly Element[];
  /** The flow by which somebody outside reaches it, where one is declared. */
  readonly entries: readonly Flow[];
}

export interface Network {
  /** Elements that users or external callers reach directly (packet reach), in the order of the model. */
  readonly entryPoints: readonly Exposure[];
  /** The guards a flow passes: leaving ones inside out, then entering ones outside in. */
  guardsOn(flow: Flow): readonly Element[];
  passage(flow: Flow): Passage;
  /** What is known of a packet from the internet to any port of an element. */
  exposureOf(element: Element): Exposure;
}
