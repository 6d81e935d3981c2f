import type { Unnamed } from '../listeners.js';
import type { Duration } from '../units.js';
import type { RecordType } from '../words.js';
import type { CommonFacts, ElementHandle, RunningKind } from './element.js';
import type { Listening, listens, Reached } from './target.js';

export interface DnsFacts extends CommonFacts {
  readonly nameServers?: readonly string[];
  readonly provider?: string;
  readonly dnssec?: boolean;
  /** The zone says which authorities may issue certificates. */
  readonly caa?: boolean;
}

export interface RecordFacts extends CommonFacts {
  readonly ttl?: Duration;
  /** The zone stops naming a target that fails it. */
  readonly healthCheck?: string | boolean;
}

/** What a name can point to; the record takes over its listeners. */
export interface Addressable<L> {
  readonly kind: RunningKind | 'externalService';
  readonly [listens]: L;
}

/** A name of the zone. It carries its target's listeners, so that it can be visited in the target's place. */
export interface DnsRecord<L = Unnamed> extends ElementHandle<'record', Reached<L>>, Listening<'record', L> {}

/** A zone of names, such as `foobar.com`. */
export interface Dns extends ElementHandle<'dns'> {
  /** `record('A', 'www', lb)`; `'@'` is the zone's own name. Several targets: any of these. */
  record<L>(
    type: RecordType,
    host: string,
    target: Addressable<L> | readonly Addressable<L>[],
    facts?: RecordFacts,
  ): DnsRecord<L>;
}
