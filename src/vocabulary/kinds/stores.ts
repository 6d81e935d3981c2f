import type { Listens, Unnamed } from '../listeners.js';
import type { Duration } from '../units.js';
import type { DataClass, Engine } from '../words.js';
import type { StoreKind } from './element.js';
import type { BackupFacts, ReplicationFlowFacts } from './flow-facts.js';
import type { PlacedFacts, Running } from './running.js';
import type { AnyOf, Target } from './target.js';

/** Present in types only: what a replica must have in common with what it copies. */
export declare const engine: unique symbol;

/** A store has no `instances`: copies of each other or shares of the whole? Say it with a cluster. */
export interface StoreFacts<E, L> extends PlacedFacts<L> {
  /** May stay open. */
  readonly engine?: E;
  /** Said once here; it travels along the flows by itself. */
  readonly holds?: readonly DataClass[];
  readonly encryptedAtRest?: boolean;
  /** How much may be lost, in time. */
  readonly rpo?: Duration;
  /** How long it may be away. */
  readonly rto?: Duration;
  readonly retention?: Duration;
}

/** An engine left open fits every other. */
type EngineOf<E> = E extends 'unspecified' ? never : E;
type EngineWanted<E> = E extends 'unspecified' ? Engine : E;

export interface ReplicaOf<K extends StoreKind, E> extends Target<K> {
  readonly [engine]: E;
}

export interface Store<K extends StoreKind, E, L> extends Running<K, L> {
  readonly [engine]: EngineOf<E>;
  /** The replica says whose copy it is. */
  replicates(original: ReplicaOf<K, EngineWanted<E>>, facts?: ReplicationFlowFacts): void;
  backsUp(to: AnyOf<'backupStore' | 'objectStore' | 'externalService'>, facts?: BackupFacts): void;
}

export interface Database<E = Engine | 'unspecified', L = Unnamed> extends Store<'database', E, L> {}
export interface Cache<E = Engine | 'unspecified', L = Unnamed> extends Store<'cache', E, L> {}
export interface Queue<E = Engine | 'unspecified', L = Unnamed> extends Store<'queue', E, L> {}
export interface ObjectStore<E = Engine | 'unspecified', L = Unnamed> extends Store<'objectStore', E, L> {}
export interface SearchIndex<E = Engine | 'unspecified', L = Unnamed> extends Store<'searchIndex', E, L> {}
export interface FileStore<E = Engine | 'unspecified', L = Unnamed> extends Store<'fileStore', E, L> {}
export interface BackupStore<E = Engine | 'unspecified', L = Unnamed> extends Store<'backupStore', E, L> {}

type Made = Engine | 'unspecified';
type Told = Listens | 'unspecified';

export interface StoreKinds {
  database<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): Database<E, L>;
  cache<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): Cache<E, L>;
  queue<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): Queue<E, L>;
  objectStore<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): ObjectStore<E, L>;
  searchIndex<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): SearchIndex<E, L>;
  fileStore<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): FileStore<E, L>;
  backupStore<E extends Made = 'unspecified', L extends Told = 'unspecified'>(
    name: string,
    facts?: StoreFacts<E, L>,
  ): BackupStore<E, L>;
}
