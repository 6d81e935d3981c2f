import type { Kind } from '../kinds.js';
import type { Listener, NamedListeners } from '../listeners.js';

/** Present in types only: whether a flow can name the element without naming one of its listeners. */
export declare const reached: unique symbol;
/** Present in types only: what it listens to. */
export declare const listens: unique symbol;

type SeveralListeners = 'several listeners: name one, as in web.at.secure';

type IsUnion<T, Whole = T> = T extends Whole ? ([Whole] extends [T] ? false : true) : never;

/** How an element that listens so is reached by a flow. The text of the refusal is the type itself. */
export type Reached<L> = L extends NamedListeners
  ? IsUnion<keyof L> extends true
    ? SeveralListeners
    : 'directly'
  : 'directly';

/** One listener of an element, as in `web.at.secure`: a target like the element itself. */
export interface Endpoint<K extends Kind, L> {
  readonly kind: K;
  readonly [reached]: 'directly';
  readonly [listens]: L;
}

export type EndpointsOf<K extends Kind, L> = L extends NamedListeners
  ? { readonly [Name in keyof L]: Endpoint<K, L[Name]> }
  : { readonly [Name in never]: Listener };

/** What has listeners of its own. `L` is one listener, named ones, or `'unspecified'`. */
export interface Listening<K extends Kind, L> {
  readonly kind: K;
  readonly [reached]: Reached<L>;
  readonly [listens]: L;
  /** Its listeners by name. */
  readonly at: EndpointsOf<K, L>;
}

/** What one flow can end at: an element with one listener or none told, or one of several by name. */
export interface Target<K extends Kind> {
  readonly kind: K;
  readonly [reached]: 'directly';
}

/** One alone: what is written to several at once is a cluster. */
export interface SingleTarget<K extends Kind> extends Target<K> {}

/** One of these, or any of several of one kind. */
export type AnyOf<K extends Kind> = Target<K> | readonly Target<K>[];
