import type { Element, Flow } from '../../graph/architecture.js';

/** `unknown`: a guard on the way is undeclared or does not tell its rules. */
export type Passage = 'open' | 'blocked' | 'unknown';

export interface Exposure {
  readonly element: Element;
  /** `open`: from the internet at large. Where only named blocks get through it is `blocked`, and they stand in `limitedTo`. */
  readonly passage: Passage;
  /** The guards a packet from the internet meets, outermost first. */
  readonly guards: readonly Element[];
  /** The flow by which somebody outside reaches it, where one is declared. */
  readonly entries: readonly Flow[];
  /** The blocks of addresses outside that get through to some port, where they are few. */
  readonly limitedTo?: readonly string[];
  /** The listeners that packets from the internet reach, by name. */
  readonly openListeners: readonly string[];
}

/** Why a flow is blocked or unknown. */
export interface PassageReason {
  readonly passage: Passage;
  /** The guard that blocks, or that does not tell; left out where a border has none. */
  readonly guard?: Element;
  /** The guard has no memory, lets the packet pass and not its reply. */
  readonly onReturn?: true;
}

export interface Network {
  /** Elements that users or external callers reach directly (packet reach), in the order of the model. */
  readonly entryPoints: readonly Exposure[];
  /** The guards a flow passes: leaving ones inside out, then entering ones outside in. */
  guardsOn(flow: Flow): readonly Element[];
  passage(flow: Flow): Passage;
  /** The passage with the guard that decides it. */
  passageReason(flow: Flow): PassageReason;
  /** What is known of a packet from the internet to any port of an element. */
  exposureOf(element: Element): Exposure;
}
