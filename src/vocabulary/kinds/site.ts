import type { Kind } from '../kinds.js';
import type { Day, Duration } from '../units.js';
import type {
  Algorithm,
  Aspect,
  ClusterMode,
  Criticality,
  DataClass,
  Engine,
  Environment,
  RecoveryStrategy,
  RequestFilter,
  SessionStore,
  ViewName,
} from '../words.js';
import type { Dns, DnsFacts } from './dns.js';
import type { Acceptance, AnElement, CommonFacts, DomainHandle, RunningKind } from './element.js';
import type { ReplicationFacts } from './flow-facts.js';
import type { OutsideKinds } from './outside.js';
import type { DomainKinds, Ground } from './places.js';
import type { RequestCapacity } from './running.js';
import type { Account, AccountFacts, CertificateFacts, CertificateHandle } from './trust.js';

export interface ArchitectureFacts {
  /** One sentence; stands under the title. */
  readonly summary?: string;
  readonly owner?: string;
  readonly description?: string;
  readonly link?: string;
  readonly tags?: readonly string[];
  /** Left out, it counts as production and is listed under Assumptions. */
  readonly environment?: Environment;
  /** The day on which somebody last compared it with what runs. */
  readonly reviewed?: Day;
  /** What is told in full: what is not written down of these does not exist. */
  readonly complete?: readonly Aspect[];
  readonly criticality?: Criticality;
  /** How the whole is brought back elsewhere after the loss of a region. */
  readonly recovery?: RecoveryStrategy;
  /** ISO 3166 codes. */
  readonly personalDataStaysIn?: readonly string[];
  /** What the author takes for granted, in words. */
  readonly assumptions?: readonly string[];
}

export interface ClusterFacts<Member> extends CommonFacts, ReplicationFacts {
  readonly mode?: ClusterMode;
  /** The member that takes the writes. */
  readonly writer?: Member;
  /** The one address behind which they stand. */
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  /** How many must work; 1 where nothing is said. */
  readonly need?: number;
  /** A member that lost contact is made to stop, so that two never act at once. */
  readonly fencing?: boolean;
  readonly standsIn?: DomainHandle | readonly DomainHandle[];
  readonly capacity?: RequestCapacity;
  readonly algorithm?: Algorithm;
  readonly filters?: readonly RequestFilter[];
  readonly hitRatio?: number;
  readonly sessions?: SessionStore;
  readonly engine?: Engine;
  readonly holds?: readonly DataClass[];
  readonly mayHold?: readonly DataClass[];
  readonly encryptedAtRest?: boolean;
  readonly rpo?: Duration;
  readonly rto?: Duration;
  readonly retention?: Duration;
}

export type ClusteredKind = RunningKind | 'firewall' | 'server';

/** Exactly one of `reads`, `writes` and `uses` (both). */
export interface JourneyFacts {
  readonly from: AnElement<'user' | 'externalService'>;
  readonly reads?: AnElement<Kind>;
  readonly writes?: AnElement<Kind>;
  readonly uses?: AnElement<Kind>;
  /** The share of time in which it is meant to work, 0 to 1. */
  readonly objective?: number;
}

/** What an author's own picture shows. A place counts with all that stands in it, a cluster with its members. */
export interface ViewFacts {
  /** The view whose way of drawing it takes; `deployment` where left out. */
  readonly like?: ViewName;
  /** One sentence; stands under the title. */
  readonly summary?: string;
  /** Everything, where neither this nor `tags` is said. */
  readonly include?: AnElement<Kind> | readonly AnElement<Kind>[];
  /** What carries one of these belongs to it as well. */
  readonly tags?: readonly string[];
  readonly exclude?: AnElement<Kind> | readonly AnElement<Kind>[];
  /** What is connected with what is included belongs to it as well. */
  readonly neighbours?: boolean;
}

/** The architecture itself: the outermost place, and the maker of all that stands in no place. */
export interface Site extends Ground, OutsideKinds, DomainKinds {
  readonly name: string;
  dns(name: string, facts?: DnsFacts): Dns;
  certificate(name: string, facts?: CertificateFacts): CertificateHandle;
  account(name: string, facts?: AccountFacts): Account;
  /** A group behind one address; it is used as one of its members is. */
  cluster<Member extends AnElement<ClusteredKind>>(
    name: string,
    members: readonly Member[],
    facts?: ClusterFacts<Member>,
  ): Member;
  journey(name: string, facts: JourneyFacts): void;
  accepts(acceptance: Acceptance): void;
  /** A picture beside those that every model has. */
  view(name: string, facts?: ViewFacts): void;
}
