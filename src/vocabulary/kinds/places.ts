import type { Size } from '../units.js';
import type { DomainRole, Environment, Trust } from '../words.js';
import type { ComputeKinds } from './compute.js';
import type { EdgeKinds } from './edge.js';
import type { CommonFacts, DomainHandle, ElementHandle } from './element.js';
import type { Firewall, FirewallFacts } from './firewall.js';
import type { OperationsKinds } from './operations.js';
import type { InstanceRange, RequestCapacity, Translation } from './running.js';
import type { PerServer } from './servers.js';
import type { StoreKinds } from './stores.js';
import type { TrustKinds } from './trust.js';

/** What can stand on the site, in a zone and on a server alike. */
export interface Place extends EdgeKinds, ComputeKinds, StoreKinds, OperationsKinds, TrustKinds {
  /** A guard of this place and of everything in it. */
  firewall(name: string, facts?: FirewallFacts): Firewall;
}

/** Where servers and zones can stand. */
export interface Ground extends Place {
  zone(name: string, facts?: ZoneFacts): Zone;
  server(name: string, facts?: ServerFacts): Server;
  /**
   * Servers alike, `name-1` to `name-n`, or one in each of the given zones; what `fill` returns is handed back for each of
   * them. Together they are one tier.
   */
  servers<const Count extends number | readonly Zone[], Made>(
    count: Count,
    name: string,
    fill: (server: Server, index: number) => Made,
    facts?: ServerFacts,
  ): PerServer<Count, Made>;
}

export interface ZoneFacts extends CommonFacts {
  readonly trust?: Trust;
  readonly cidr?: string | readonly string[];
  /** Nothing guards its border: everything comes in. */
  readonly open?: boolean;
  readonly standsIn?: DomainHandle | readonly DomainHandle[];
  readonly environment?: Environment;
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  readonly translates?: readonly Translation[];
}
export interface Zone extends ElementHandle<'zone'>, Ground {}

export interface ServerFacts extends CommonFacts {
  readonly cpus?: number;
  readonly memory?: Size;
  readonly os?: string;
  readonly standsIn?: DomainHandle | readonly DomainHandle[];
  readonly instances?: number | InstanceRange;
  readonly capacity?: RequestCapacity;
  /** Who runs it; everything of one provider fails together. */
  readonly provider?: string;
  /** ISO 3166 code: `'DE'`. */
  readonly country?: string;
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  readonly translates?: readonly Translation[];
  readonly environment?: Environment;
}
export interface Server extends ElementHandle<'server'>, Place {}

export interface DomainFacts extends CommonFacts {
  readonly role?: DomainRole;
  readonly provider?: string;
  /** ISO 3166 code: `'DE'`. */
  readonly country?: string;
}

/** What fails together: a rack, a power feed, an uplink, an account. */
export interface FailureDomain extends ElementHandle<'failureDomain'> {
  failureDomain(name: string, facts?: DomainFacts): FailureDomain;
}
export interface AvailabilityZone extends ElementHandle<'availabilityZone'> {
  failureDomain(name: string, facts?: DomainFacts): FailureDomain;
}
export interface Region extends ElementHandle<'region'> {
  availabilityZone(name: string, facts?: DomainFacts): AvailabilityZone;
  failureDomain(name: string, facts?: DomainFacts): FailureDomain;
}

export interface DomainKinds {
  region(name: string, facts?: DomainFacts): Region;
  availabilityZone(name: string, facts?: DomainFacts): AvailabilityZone;
  failureDomain(name: string, facts?: DomainFacts): FailureDomain;
}
