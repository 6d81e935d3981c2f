import type { Element, Flow, Listener } from '../../graph/architecture.js';

/** `unknown`: a guard on the way is undeclared or does not tell its rules. */
export type Passage = 'open' | 'blocked' | 'unknown';

/** Why packets are blocked, or not known to pass. */
export interface PassageReason {
  readonly passage: Passage;
  /** The guard that blocks, or that does not tell; left out where a border has none. */
  readonly guard?: Element;
  /** The rule that blocks, by its place in the guard's list, from 0; left out where the guard's default does. */
  readonly rule?: number;
  /** The guard has no memory, lets the packet pass and not its reply. */
  readonly onReturn?: true;
}

export interface ListenerExposure extends PassageReason {
  /** Left out where the element tells none: any port. */
  readonly listener?: Listener;
  /** The blocks of addresses outside that get through, where not the whole internet does. */
  readonly limitedTo?: readonly string[];
  /** Where it is blocked: the blocks of addresses outside that may get through, for all that is told. */
  readonly perhaps?: readonly string[];
  /** Where it is open: the blocks of addresses outside that are not known to get through, of the families that do at large. */
  readonly exceptFrom?: readonly string[];
}

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
  /** The same listener by listener; one entry where none is told. */
  readonly listeners: readonly ListenerExposure[];
}

/** Whether packets, or requests handed on, get from a source to a listener. */
export interface Reach extends PassageReason {
  readonly element: Element;
  /** Left out where the element tells none, or the flow that leads there does not say which. */
  readonly listener?: Listener;
  /**
   * `packet`: the source's own packets arrive. `relay`: what they reach hands on, by declared flows: behind a proxy, a
   * balancer or a bastion the packets are those of that element.
   */
  readonly reach: 'packet' | 'relay';
  /** Where only some of the source gets through: blocks of addresses, and ids of elements. The passage is then `blocked`. */
  readonly limitedTo?: readonly string[];
  /** From the internet, where it is open: the blocks of addresses that are not known to get through. */
  readonly exceptFrom?: readonly string[];
  /** Of relay reach: the last flow, which leads there. */
  readonly by?: Flow;
}

export interface ZoneReach {
  readonly zone: Element;
  /** Of listeners outside of the zone, in the order of the model: packet reach first. Relay reach that is blocked is left out. */
  readonly reaches: readonly Reach[];
}

export interface FlowPassage extends PassageReason {
  readonly flow: Flow;
}

/** A listener that nothing needs, or nothing gets to; the two are different faults. */
export interface UnreachableListener {
  readonly element: Element;
  readonly listener: Listener;
  /** No declared flow ends there. */
  readonly unused: boolean;
  /** No packet of the internet, of a zone or of any element gets through; a guard in the way, where there is one. */
  readonly blocked: boolean;
  readonly guard?: Element;
}

/** A side of a guard, or a zone's border, of which nothing is told. It does not block, and nothing is known to pass. */
export type Undeclared =
  | { readonly guard: Element; readonly side: 'incoming' | 'outgoing' }
  | { readonly zone: Element };

export interface RuleAnomaly {
  readonly guard: Element;
  /** Of a rule with sources on both sides: `incoming`, unless what is told holds of the other alone. */
  readonly side: 'incoming' | 'outgoing';
  /** Its place in the guard's list of rules, from 0. */
  readonly index: number;
  /**
   * Dead, as earlier rules match all of its packets: `shadowed` where some of them are decided the other way, else
   * `covered`. `redundant`: taken away with the other redundant ones, no decision changes, whether the dead stay or go.
   * Of allowances that decide something: `unneeded`, no packet of a declared flow is decided by it; `too wide`, others are besides.
   */
  readonly anomaly: 'shadowed' | 'covered' | 'redundant' | 'unneeded' | 'too wide';
  /** Of a dead rule: the earlier ones that decide its packets. */
  readonly by?: readonly number[];
  /** Of one that is too wide: what it lets through that no declared flow needs. */
  readonly beyond?: Excess;
}

export interface Excess {
  /** Source address, target address and port, each combination counted once. */
  readonly packets: bigint;
  /** Addresses from which no declared flow needs the rule. */
  readonly sources: bigint;
  /** Ports, tcp and udp apart, at which no declared flow needs it. */
  readonly ports: number;
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
  /** What the internet reaches: packet reach of every running element, then relay reach where it is not blocked. */
  readonly internet: readonly Reach[];
  /** What each zone reaches outside of itself, zones in the order of the model. */
  readonly zones: readonly ZoneReach[];
  /** Every declared flow but those of names, in the order of the model. */
  readonly flows: readonly FlowPassage[];
  /** Those of them that are blocked. */
  readonly blocked: readonly FlowPassage[];
  readonly unreachable: readonly UnreachableListener[];
  readonly undeclared: readonly Undeclared[];
  /** What could be mended in the rules, firewall by firewall, in the order of the rules. */
  readonly anomalies: readonly RuleAnomaly[];
  /** The dead ones among them, found without looking at flows. */
  readonly deadRules: readonly RuleAnomaly[];
  /** The unneeded ones among them, found without counting what is too wide. */
  readonly unneededRules: readonly RuleAnomaly[];
}
