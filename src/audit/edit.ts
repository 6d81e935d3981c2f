import type { Element, ElementId, Flow, FlowId, SourcePosition } from '../graph/architecture.js';

/**
 * A remedy as edits of the author's own source, in the words of the builder: `stanchion fix` writes them. Offered where one
 * edit is plainly right; what it cannot place (no variable, a computed value) it leaves alone and says so.
 */
export type Edit = SetFacts | AddCall | RemoveStatement;

/** Plain data, as an author writes it. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** As a value, where an element stands for the variable that holds it: `failover: { by: elector, within: '30 s' }`. */
export type ValueWithElements =
  | Value
  | Element
  | readonly ValueWithElements[]
  | { readonly [key: string]: ValueWithElements };

/** The variable that holds an element, within a value of a finding's edit. */
export interface ElementValue {
  readonly $element: ElementId;
}

/** Sets options of the call that made an element or flow, or of `architecture(…)`: replaced where stated, added where not. */
export interface SetFacts {
  readonly on: Element | Flow | 'model';
  /** Option → value, named as the builder names them; `undefined` takes the option away. */
  readonly set: { readonly [option: string]: ValueWithElements | undefined };
  /** The options are those of the element's listener of this name; `''` where it has one without a name. */
  readonly listener?: string;
}

/** Adds a statement with the handle of an element, or of the site, behind what made it: `web.firewall('firewall', { … })`. */
export interface AddCall {
  readonly on: Element | 'model';
  readonly call: string;
  readonly args: readonly ValueWithElements[];
}

/** Takes away the whole statement that stands at a position: a firewall's rule, a waiver, a flow. */
export interface RemoveStatement {
  readonly remove: SourcePosition;
}

/** Whose source is edited, as a finding carries it. */
export type EditTarget = { readonly element: ElementId } | { readonly flow: FlowId } | { readonly model: true };

/** An edit as a finding carries it: plain data, in which `{ $element: id }` stands for the variable that holds an element. */
export type FindingEdit =
  | {
      readonly on: EditTarget;
      readonly set: { readonly [option: string]: Value };
      readonly unset?: readonly string[];
      readonly listener?: string;
    }
  | { readonly on: EditTarget; readonly call: string; readonly args: readonly Value[] }
  | { readonly remove: SourcePosition };
