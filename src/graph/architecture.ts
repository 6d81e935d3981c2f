import type { Kind } from '../vocabulary/kinds.js';
import type { Day, Duration, Size } from '../vocabulary/units.js';
import type { Verb } from '../vocabulary/verbs.js';
import type {
  AccessMode,
  Algorithm,
  Aspect,
  Authentication,
  ClientCertificate,
  ClusterMode,
  Criticality,
  DataClass,
  DomainRole,
  Engine,
  Environment,
  ExternalRole,
  FailMode,
  PacketPolicy,
  RecordType,
  RecoveryStrategy,
  Replication,
  RequestFilter,
  SessionStore,
  Telemetry,
  TlsVersion,
  Trust,
  ViewName,
} from '../vocabulary/words.js';

/**
 * The graph: what every analysis, rule, drawing and report reads. Plain data, frozen, serialisable as JSON. A fact left
 * out is unknown, never "no".
 */

/** The path of an element's names, as in `inside/server-1/nginx`; loose kinds begin with theirs: `user/visitor`. */
export type ElementId = string;

/** `<source id> <verb> <target id>`, with `@listener` where one is named and `#2`, `#3` where the same stands again. */
export type FlowId = string;

/** Where an author wrote it: a path relative to the folder the models were named from, with `/`; line and column from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `'none'`; `'manual'`: somebody promotes; an object: an element that notices and promotes, and how long that takes. */
export type Failover = 'none' | 'manual' | { readonly by: ElementId; readonly within?: Duration };

export type Protocol = 'http' | 'https' | 'tls' | 'mysql' | 'postgresql' | 'redis' | 'amqp' | 'tcp' | 'udp' | 'ssh';

/** What a TLS listener is known to say of itself. An empty object: it speaks TLS, and nothing more is told. */
export interface TlsFacts {
  readonly certificate?: ElementId;
  readonly minimumVersion?: TlsVersion;
  readonly clientCertificate?: ClientCertificate;
  /** TLS is handed on to the target unopened. */
  readonly passthrough?: boolean;
  readonly hsts?: boolean;
}

export interface Listener {
  /** Empty where an element has one listener and the author gave it no name. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly port?: number;
  /** `false`: plaintext. Left out: unknown. */
  readonly tls?: false | TlsFacts;
  /** Answers with a redirect to the https listener of the same element. */
  readonly redirects?: boolean;
}

/** One side of a firewall's rule. */
export type RuleEnd =
  | { readonly anyone: true }
  | { readonly cidr: string }
  | { readonly element: ElementId; readonly listener?: string };

export interface FirewallRule {
  readonly action: 'allow' | 'deny';
  readonly from: readonly RuleEnd[];
  readonly to: readonly RuleEnd[];
  /** Left out: the ports of the listeners named by `to`, or any where it names none. */
  readonly ports?: readonly { readonly protocol: 'tcp' | 'udp' | 'any'; readonly from: number; readonly to: number }[];
  readonly at?: SourcePosition;
}

export interface RequestCapacity {
  readonly requestsPerSecond?: number;
  readonly connections?: number;
}

export interface InstanceRange {
  readonly min: number;
  readonly max: number;
}

/** What a replication, a cluster or a `replicates` flow may say. */
export interface ReplicationFacts {
  readonly failover?: Failover;
  readonly replication?: Replication;
  /** Replicas that must confirm a write before it counts. */
  readonly acknowledgements?: number;
  readonly degradesToAsynchronous?: boolean;
  /** Somebody is told when a replica falls behind by this much; `false`: nobody is. */
  readonly lagAlert?: Duration | false;
}

/** Every fact that an element can carry. The schema says which kind may carry which. */
export interface ElementFacts extends ReplicationFacts {
  // common
  readonly owner?: string;
  readonly description?: string;
  readonly why?: string;
  readonly tags?: readonly string[];
  readonly link?: string;
  readonly software?: string;
  readonly supportedUntil?: Day;
  readonly availability?: number;
  readonly unavailability?: number;
  readonly mtbf?: Duration;
  readonly mttr?: Duration;
  readonly availabilityIncludes?: 'everything';
  // places
  readonly os?: string;
  readonly environment?: Environment;
  readonly trust?: Trust;
  readonly cidr?: string | readonly string[];
  readonly open?: boolean;
  readonly standsIn?: readonly ElementId[];
  readonly domainRole?: DomainRole;
  // running
  readonly instances?: number | InstanceRange;
  readonly capacity?: RequestCapacity;
  readonly cpus?: number;
  readonly memory?: Size;
  readonly address?: string;
  readonly publicAddress?: boolean | string;
  readonly translates?: readonly { readonly from: string; readonly to: string }[];
  readonly mayHold?: readonly DataClass[];
  // stores
  readonly engine?: Engine;
  readonly holds?: readonly DataClass[];
  readonly encryptedAtRest?: boolean;
  readonly rpo?: Duration;
  readonly rto?: Duration;
  readonly retention?: Duration;
  // cluster
  readonly mode?: ClusterMode;
  readonly writer?: ElementId;
  readonly need?: number;
  readonly fencing?: boolean;
  // edge
  readonly algorithm?: Algorithm;
  readonly filters?: readonly RequestFilter[];
  readonly forwardsClientCertificate?: boolean;
  readonly hitRatio?: number;
  readonly sessions?: SessionStore;
  // firewall
  readonly incoming?: PacketPolicy;
  readonly outgoing?: PacketPolicy;
  readonly stateful?: boolean;
  readonly appliance?: boolean;
  readonly failMode?: FailMode;
  // outside, names, trust
  readonly secondFactor?: boolean;
  readonly externalRole?: ExternalRole;
  readonly role?: string;
  readonly provider?: string;
  readonly country?: string;
  readonly processorAgreement?: boolean;
  readonly nameServers?: readonly string[];
  readonly dnssec?: boolean;
  readonly caa?: boolean;
  readonly recordType?: RecordType;
  readonly ttl?: Duration;
  readonly names?: readonly string[];
  readonly issued?: Day;
  readonly expires?: Day;
  readonly issuer?: string;
  readonly selfSigned?: boolean;
  readonly keyHeldBy?: readonly ElementId[];
  readonly keptIn?: ElementId;
  readonly rotatedEvery?: Duration;
  readonly to?: string;
}

export interface Element {
  readonly id: ElementId;
  readonly kind: Kind;
  readonly name: string;
  /** The place or element it was created in; left out: the site itself. A firewall guards its parent. */
  readonly parent?: ElementId;
  /** Elements made alike by `servers(n, …)` share one: `server`, `server/web`. */
  readonly tier?: string;
  readonly facts: ElementFacts;
  readonly listeners?: readonly Listener[];
  /** Firewalls only, in order: the first that matches decides. */
  readonly rules?: readonly FirewallRule[];
  readonly at?: SourcePosition;
}

export interface FlowFacts extends ReplicationFacts {
  /** Elements that the flow needs as it needs its target: a bastion, a VPN, an uplink. */
  readonly through?: readonly ElementId[];
  readonly carries?: readonly DataClass[];
  readonly authenticatedBy?: Authentication;
  readonly as?: ElementId;
  readonly requestsPerSecond?: number;
  readonly perRequest?: number;
  readonly connections?: number;
  readonly timeout?: Duration;
  readonly retries?: number;
  readonly optional?: boolean;
  readonly healthCheck?: string | boolean;
  readonly sticky?: boolean;
  readonly sends?: readonly Telemetry[];
  // backsUp
  readonly every?: Duration;
  readonly keep?: Duration;
  readonly restoreTested?: Day | false;
  readonly encrypted?: boolean;
  // free words
  readonly description?: string;
}

export interface Flow {
  readonly id: FlowId;
  readonly verb: Verb;
  readonly from: ElementId;
  readonly to: ElementId;
  /** The name of the target's listener; left out where it has one or none. */
  readonly listener?: string;
  /** The pool it belongs to: flows of one call with several targets. */
  readonly pool?: PoolId;
  readonly facts: FlowFacts;
  readonly at?: SourcePosition;
}

export type PoolId = string;

/** Any of these: the flows of one call with an array, of which `need` must find their target working. */
export interface Pool {
  readonly id: PoolId;
  readonly verb: Verb;
  readonly from: ElementId;
  readonly flows: readonly FlowId[];
  /** A whole number of members, or a share of the weights between 0 and 1 (exclusive). 1 where nothing is said. */
  readonly need: number;
  /** In the order of `flows`; all alike where left out. */
  readonly weights?: readonly number[];
}

/**
 * A group behind one address. The element of the same id has kind `cluster` and carries mode, writer, need, failover,
 * replication and fencing as facts; flows to and from the group name that element.
 */
export interface Cluster {
  readonly id: ElementId;
  readonly memberKind: Kind;
  readonly members: readonly ElementId[];
}

export interface Journey {
  readonly id: string;
  readonly name: string;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly mode: AccessMode;
  readonly objective?: number;
  readonly at?: SourcePosition;
}

/** Somebody accepts what a rule finds on an element (or on the whole model), with a reason and a last day. */
export interface Waiver {
  readonly rule: string;
  /** Left out: the model itself. */
  readonly element?: ElementId;
  readonly because: string;
  readonly until?: Day;
  readonly by?: string;
  readonly at?: SourcePosition;
}

/** An author's own picture: a part of a view that every model has. What it names are elements; a place counts with all that stands in it. */
export interface AuthorView {
  readonly name: string;
  /** The view whose way of drawing it takes. */
  readonly like: ViewName;
  /** One sentence; stands under the title. */
  readonly summary?: string;
  /** Left out, with `tags` left out too: everything. */
  readonly include?: readonly ElementId[];
  /** What carries one of these belongs to it as well. */
  readonly tags?: readonly string[];
  readonly exclude?: readonly ElementId[];
  /** What is connected with what is included belongs to it as well. */
  readonly neighbours?: boolean;
  readonly at?: SourcePosition;
}

export interface ArchitectureFacts {
  readonly summary?: string;
  readonly owner?: string;
  readonly description?: string;
  readonly link?: string;
  readonly tags?: readonly string[];
  readonly environment?: Environment;
  readonly reviewed?: Day;
  readonly complete?: readonly Aspect[];
  readonly criticality?: Criticality;
  readonly recovery?: RecoveryStrategy;
  /** ISO 3166 codes. */
  readonly personalDataStaysIn?: readonly string[];
  /** What the author takes for granted, in words: listed under Assumptions. */
  readonly assumptions?: readonly string[];
}

/** The JSON form, as `stanchion schema` describes it. */
export interface ArchitectureDocument {
  readonly format: 'stanchion-architecture';
  readonly version: 1;
  readonly name: string;
  readonly facts: ArchitectureFacts;
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly pools: readonly Pool[];
  readonly clusters: readonly Cluster[];
  readonly journeys: readonly Journey[];
  readonly waivers: readonly Waiver[];
  /** Left out: none beside those that every model has. */
  readonly views?: readonly AuthorView[];
  readonly at?: SourcePosition;
}

/** The graph with its indexes, each built once, on first use where it costs. All in the order of the document. */
export interface Architecture extends ArchitectureDocument {
  readonly byId: ReadonlyMap<ElementId, Element>;
  /** The place of each element in `elements`. */
  readonly numberById: ReadonlyMap<ElementId, number>;
  readonly byKind: { readonly [K in Kind]: readonly Element[] };
  readonly flowById: ReadonlyMap<FlowId, Flow>;
  readonly poolById: ReadonlyMap<PoolId, Pool>;
  readonly clusterById: ReadonlyMap<ElementId, Cluster>;
  /** The clusters an element is a member of. */
  clustersOf(element: Element): readonly Cluster[];
  outgoing(element: Element): readonly Flow[];
  incoming(element: Element): readonly Flow[];
  /** What stands directly in an element; `undefined`: directly on the site. */
  children(element: Element | undefined): readonly Element[];
  /** From the parent outwards. */
  ancestors(element: Element): readonly Element[];
  /** The innermost server it stands on. */
  hostOf(element: Element): Element | undefined;
  /** The innermost zone it stands in. */
  zoneOf(element: Element): Element | undefined;
  /** Every failure domain it stands in, its own and those of its places, with the domains around those. */
  domainsOf(element: Element): readonly Element[];
  /** The firewalls that guard an element, from the innermost outwards. */
  guardsOf(element: Element): readonly Element[];
  /** The target's listener that a flow uses: the one named, or the only one there is. */
  listenerOf(flow: Flow): Listener | undefined;
}
