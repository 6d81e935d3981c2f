import type {
  ArchitectureFacts,
  AuthorView,
  Cluster,
  Element,
  FirewallRule,
  Flow,
  Journey,
  Pool,
  SourcePosition,
  Waiver,
} from '../../graph/architecture.js';
import type { Problem } from '../../graph/problem.js';
import type { Kind } from '../kinds.js';

/** An element while its model is being written: a firewall's rules come afterwards. */
export interface DraftElement extends Element {
  readonly rules?: FirewallRule[];
}

/** An architecture while it is being written. */
export interface Draft {
  readonly name: string;
  facts: ArchitectureFacts;
  readonly at: SourcePosition | undefined;
  readonly elements: Map<string, DraftElement>;
  readonly flows: Flow[];
  readonly pools: Pool[];
  readonly clusters: Cluster[];
  readonly journeys: Journey[];
  readonly waivers: Waiver[];
  readonly views: AuthorView[];
  readonly problems: Problem[];
  /** How often an id was wanted: the second of its kind is numbered. */
  readonly wanted: Map<string, number>;
  /** Who took a port of a host or element, by `protocol port host`. */
  readonly ports: Map<string, string>;
}

/** What a handle stands for. */
export interface Inside {
  readonly draft: Draft;
  /** A cluster counts as its members' kind. */
  readonly kind: Kind | 'site';
  /** Left out: the site itself. */
  readonly element?: DraftElement;
  /** One of the element's listeners was named. */
  readonly listener?: string;
  /** A cluster's. */
  readonly members?: readonly Inside[];
}

/** What stands for an element rather than the site. */
export interface ElementInside extends Inside {
  readonly kind: Kind;
  readonly element: DraftElement;
}

/** Handles carry nothing that an author could break: what they stand for is kept here. */
export const insides = new WeakMap<object, Inside>();

export function insideOf(value: unknown): Inside | undefined {
  return insides.get(value as object);
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
