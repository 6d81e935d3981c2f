import type { Kind } from '../kinds.js';
import type { Listens, Unnamed } from '../listeners.js';
import type { AnElement } from './element.js';
import type { FlowFacts } from './flow-facts.js';
import type { Running, RunningFacts } from './running.js';
import type { AnyOf } from './target.js';

export interface Agent<L = Unnamed> extends Running<'agent', L> {}

export interface MonitoringService<L = Unnamed> extends Running<'monitoringService', L> {
  /** It asks them, rather than waiting for their reports. */
  watches(what: AnElement<Kind> | readonly AnElement<Kind>[], facts?: FlowFacts): void;
  alerts(whom: AnyOf<'alertChannel' | 'externalService'>, facts?: FlowFacts): void;
}

export interface LogCollector<L = Unnamed> extends Running<'logCollector', L> {}

export interface AlertChannelFacts<L> extends RunningFacts<L> {
  /** Who reads it: `'on call'`, `'#incidents'`. */
  readonly to?: string;
}
export interface AlertChannel<L = Unnamed> extends Running<'alertChannel', L> {}

/** What keeps a group agreed on who leads: etcd, Sentinel, an orchestrator. */
export interface Coordinator<L = Unnamed> extends Running<'coordinator', L> {}

type Told = Listens | 'unspecified';

export interface OperationsKinds {
  agent<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): Agent<L>;
  monitoringService<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): MonitoringService<L>;
  logCollector<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): LogCollector<L>;
  alertChannel<L extends Told = 'unspecified'>(name: string, facts?: AlertChannelFacts<L>): AlertChannel<L>;
  coordinator<L extends Told = 'unspecified'>(name: string, facts?: RunningFacts<L>): Coordinator<L>;
}
