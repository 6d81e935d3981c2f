import type { readKinds } from '../kind-groups.js';
import type { Listens, Unnamed } from '../listeners.js';
import type { RequestFilter, SessionStore } from '../words.js';
import type { Forwarding } from './edge.js';
import type { FlowFacts } from './flow-facts.js';
import type { CalledKind } from './outside.js';
import type { Running, RunningFacts } from './running.js';
import type { AnyOf, SingleTarget } from './target.js';

export type ReadKind = (typeof readKinds)[number];

/** What decides by its own program whom to ask. */
export interface Code {
  calls(what: AnyOf<CalledKind>, facts?: FlowFacts): void;
  reads(from: AnyOf<ReadKind>, facts?: FlowFacts): void;
  /** One target, never an array: a group of writers is a cluster. */
  writes(to: SingleTarget<ReadKind>, facts?: FlowFacts): void;
  publishes(to: AnyOf<'queue'>, facts?: FlowFacts): void;
  consumes(from: AnyOf<'queue'>, facts?: FlowFacts): void;
}

export interface WebServer<L = Unnamed> extends Running<'webServer', L>, Forwarding {
  /** Files and cached answers; what needs a program is the application's. */
  reads(from: AnyOf<'cache' | 'objectStore' | 'fileStore'>, facts?: FlowFacts): void;
}

export interface WebServerFacts<L> extends RunningFacts<L> {
  /** What a module or a setting of it does with requests before anybody answers them. */
  readonly filters?: readonly RequestFilter[];
}

export interface AppServerFacts<L> extends RunningFacts<L> {
  /** Where it keeps the state of a visit. */
  readonly sessions?: SessionStore;
}

export interface ComponentFacts<L> extends RunningFacts<L> {
  /** What it is, in a word or two; drawn as its kind. */
  readonly role?: string;
  readonly sessions?: SessionStore;
}

export interface AppServer<L = Unnamed> extends Running<'appServer', L>, Code {}
export interface BackgroundWorker<L = Unnamed> extends Running<'worker', L>, Code {}
export interface ScheduledJob<L = Unnamed> extends Running<'scheduledJob', L>, Code {}
export interface ServerlessFunction<L = Unnamed> extends Running<'function', L>, Code {}
/** Any other thing that runs: drawn and analysed like the rest. */
export interface Component<L = Unnamed> extends Running<'component', L>, Code {}

type Told = Listens | 'unspecified';

export interface ComputeKinds {
  webServer<L extends Told = 'unspecified'>(name: string, facts?: WebServerFacts<L>): WebServer<L>;
  appServer<L extends Told = 'unspecified'>(name: string, facts?: AppServerFacts<L>): AppServer<L>;
  worker<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): BackgroundWorker<L>;
  scheduledJob<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): ScheduledJob<L>;
  function<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): ServerlessFunction<L>;
  component<L extends Told = 'unspecified'>(name: string, facts?: ComponentFacts<L>): Component<L>;
}
