import type { Kind } from '../kinds.js';
import type { Size } from '../units.js';
import type { DataClass } from '../words.js';
import type { CommonFacts, DomainHandle, ElementHandle } from './element.js';
import type { Firewall, FirewallFacts } from './firewall.js';
import type { FlowFacts } from './flow-facts.js';
import type { AnyOf, Listening, Reached } from './target.js';

export interface InstanceRange {
  readonly min: number;
  readonly max: number;
}

export interface RequestCapacity {
  readonly requestsPerSecond?: number;
  readonly connections?: number;
}

/** A NAT: the guards outside see the translated address. Addresses or CIDR blocks. */
export interface Translation {
  readonly from: string;
  readonly to: string;
}

/** What runs on a machine may say where it stands and how much it can do. */
export interface PlacedFacts<L> extends CommonFacts {
  /** One listener, or several by name: `{ plain: http(), secure: https(certificate) }`. */
  readonly listens?: L;
  /** The failure domains it stands in, or over which its instances are spread. */
  readonly standsIn?: DomainHandle | readonly DomainHandle[];
  readonly capacity?: RequestCapacity;
  readonly cpus?: number;
  readonly memory?: Size;
  readonly address?: string;
  /** Reachable from the internet: an address, or `true` where it is not told. */
  readonly publicAddress?: boolean | string;
  readonly translates?: readonly Translation[];
  /** Who runs it; everything of one provider fails together. */
  readonly provider?: string;
  /** ISO 3166 code: `'DE'`. */
  readonly country?: string;
  /** The most sensitive data it may come to see. */
  readonly mayHold?: readonly DataClass[];
}

export interface RunningFacts<L> extends PlacedFacts<L> {
  /** How many of it a controller keeps alike. What differs in name, zone or role is several elements. */
  readonly instances?: number | InstanceRange;
}

export interface Running<K extends Kind, L> extends ElementHandle<K, Reached<L>>, Listening<K, L> {
  /** A guard of this one element, such as a security group. */
  firewall(name: string, facts?: FirewallFacts): Firewall;
  reports(to: AnyOf<'monitoringService' | 'logCollector' | 'externalService'>, facts?: FlowFacts): void;
}
