import type { Kind } from '../kinds.js';
import type { Day, Duration } from '../units.js';
import type { Authentication, DataClass, Replication, Telemetry } from '../words.js';
import type { AnElement, DomainKind, RunningKind } from './element.js';

export type ThroughKind = RunningKind | DomainKind | 'firewall' | 'externalService' | 'server';

/** What every flow may say. */
export interface FlowFacts {
  /** Elements that it needs as it needs its target: a VPN, a bastion, an uplink. */
  readonly through?: AnElement<ThroughKind> | readonly AnElement<ThroughKind>[];
  readonly carries?: readonly DataClass[];
  readonly authenticatedBy?: Authentication;
  /** The account it works under. */
  readonly as?: AnElement<'account'>;
  readonly requestsPerSecond?: number;
  /** How many of these one incoming request causes. */
  readonly perRequest?: number;
  readonly connections?: number;
  readonly timeout?: Duration;
  readonly retries?: number;
  /** Its source goes on working without it. */
  readonly optional?: boolean;
  /** The path that is asked; `true`: there is a check; `false`: nobody notices a dead member. */
  readonly healthCheck?: string | boolean;
  readonly sticky?: boolean;
  readonly sends?: readonly Telemetry[];
  readonly description?: string;
}

/** Failover has one form everywhere: nobody, somebody by hand, or an element that notices and promotes. */
export interface AutomaticFailover {
  readonly by: AnElement<Kind>;
  readonly within?: Duration;
}

export interface ReplicationFacts {
  readonly failover?: 'none' | 'manual' | AutomaticFailover;
  readonly replication?: Replication;
  /** Replicas that must confirm a write before it counts. */
  readonly acknowledgements?: number;
  readonly degradesToAsynchronous?: boolean;
  /** Somebody is told when a replica falls behind by this much; `false`: nobody is. */
  readonly lagAlert?: Duration | false;
}

export interface ReplicationFlowFacts extends FlowFacts, ReplicationFacts {}

export interface BackupFacts extends FlowFacts {
  readonly every?: Duration;
  readonly keep?: Duration;
  /** The day on which a restore was last tried; `false`: never. */
  readonly restoreTested?: Day | false;
  readonly encrypted?: boolean;
}
