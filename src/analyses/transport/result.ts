import type { Element, Flow, Listener } from '../../graph/architecture.js';
import type { Day } from '../../vocabulary/units.js';
import type { Authentication, DataClass, TlsVersion } from '../../vocabulary/words.js';

/** `local`: both ends stand on one server, nothing is on a wire. `tunnel`: `through` a VPN, or ssh. */
export type Encryption = 'tls' | 'mutual tls' | 'tunnel' | 'local' | 'plaintext' | 'unknown';

/** One flow as a request travels it. */
export interface Hop {
  readonly flow: Flow;
  readonly from: Element;
  readonly to: Element;
  readonly listener?: Listener;
  /** Of a flow through a VPN `tunnel`, whatever holds behind the gateway: `Transport.legsOf` tells that. */
  readonly encryption: Encryption;
  /** At least this version, where it is said. */
  readonly version?: TlsVersion;
  readonly certificate?: Element;
  /** TLS ends at `to` (it is not passed through). */
  readonly terminates: boolean;
  /** It leaves the zone of `from`, or comes from outside. */
  readonly crossesZone: boolean;
  readonly carries: readonly DataClass[];
  readonly authenticatedBy?: Authentication;
}

/** A part of a hop with one protection: up to what it leads through, and from there on. */
export interface HopLeg {
  readonly from: Element;
  readonly to: Element;
  readonly encryption: Encryption;
}

/** A longest run of hops of plaintext after an encrypted one was decrypted at `start`. */
export interface PlaintextSpan {
  readonly start: Element;
  /** The encrypted hops whose encryption ends at `start`. */
  readonly received: readonly Hop[];
  readonly hops: readonly Hop[];
  /** Where the first hops lead. */
  readonly targets: readonly Element[];
  readonly carries: readonly DataClass[];
  /** Every hop stays on one server. */
  readonly staysOnOneHost: boolean;
  /** The client's certificate was asked for and is not handed on; undefined where nothing says whether it is. */
  readonly losesClientCertificate: boolean | undefined;
}

/** The way of a request from a user to a store, hop by hop; one for each pair, pools followed through their first member. */
export interface RequestWay {
  readonly from: Element;
  readonly to: Element;
  readonly hops: readonly Hop[];
}

/** `kept`: it is asked for, and still known; `not asked`: no listener that the user's own session ends at is said to ask. */
export type ClientCertificateFate = 'kept' | 'lost' | 'unknown' | 'not asked';

/**
 * A maximal run of hops of one protection on the ways from users to stores, over all the ways and all the members of tiers,
 * pools and groups at once. TLS that ends and begins anew is two spans; TLS passed through is one. Look-ups of names are no
 * hops. All lists are in the order of the model.
 */
export interface Span {
  /** Where a way enters it and leaves it; behind a name, what it leads to. */
  readonly from: readonly Element[];
  readonly to: readonly Element[];
  /** Whose ways it lies on, and to which stores. */
  readonly users: readonly Element[];
  readonly stores: readonly Element[];
  /** The flows, whole: of one that leads through a gateway some legs may lie in another span. */
  readonly hops: readonly Hop[];
  /**
   * How many hops a request takes in it, from group to group of alike elements: of the shortest ways from each place where
   * ways enter it to each where they leave it, the longest; 1 at least. Where ways both enter and leave at more than 256
   * groups, to each place of the one side from the nearest of the other.
   */
  readonly length: number;
  readonly encryption: Encryption;
  /** TLS only: the oldest version that is accepted, where every listener tells. */
  readonly version?: TlsVersion;
  readonly protocols: readonly Listener['protocol'][];
  /** Who decrypts: where TLS ends, or the tunnel. */
  readonly terminatedBy: readonly Element[];
  readonly certificates: readonly Element[];
  /** The zones that it enters or leaves. */
  readonly crosses: readonly Element[];
  /** It joins inside and outside. */
  readonly crossesSite: boolean;
  readonly carries: readonly DataClass[];
  /** What its hops say of how the caller proves who it is, and as which accounts. */
  readonly authenticatedBy: readonly Authentication[];
  readonly accounts: readonly Element[];
  /** The worst that is true of the user's certificate on any of the ways. */
  readonly clientCertificate: ClientCertificateFate;
}

/** Alike users and the alike stores that their requests reach, with the spans of the ways between them alone. */
export interface RequestPair {
  readonly users: readonly Element[];
  readonly stores: readonly Element[];
  readonly spans: readonly Span[];
}

/** What is known of a certificate, and where it is at work. */
export interface CertificateUse {
  readonly certificate: Element;
  /** Who has its private key. */
  readonly holders: readonly Element[];
  /** Where the key lies: the servers of the holders, or the holders themselves; each once. */
  readonly hosts: readonly Element[];
  /** The zones that the holders stand in. */
  readonly zones: readonly Element[];
  /** Several instances of one host are several. */
  readonly isOnSeveralHosts: boolean;
  /** Holders stand in different zones, or in one and in none. */
  readonly isAcrossZones: boolean;
  readonly shownBy: readonly { readonly element: Element; readonly listener: Listener }[];
  /** Who hands TLS on to those that show it, unopened. */
  readonly passedThroughBy: readonly Element[];
  readonly hostNames: readonly ServedName[];
}

/** A host name that leads to a listener that shows the certificate. */
export interface ServedName {
  readonly record: Element;
  /** Undefined where the certificate does not tell its names. */
  readonly covered: boolean | undefined;
}

export type Validity = 'valid' | 'expired' | 'not yet valid' | 'unknown';

export interface Transport {
  hop(flow: Flow): Hop;
  readonly hops: readonly Hop[];
  /** The legs of a hop: one, unless it leads through something. */
  legsOf(flow: Flow): readonly HopLeg[];
  /** The zones that a hop enters or leaves, on any of its legs. */
  zonesCrossedBy(flow: Flow): readonly Element[];
  /** Set where `element` ends TLS and hands traffic on in plaintext on at least one flow. */
  plaintextSpanFrom(element: Element): PlaintextSpan | undefined;
  readonly ways: readonly RequestWay[];
  /** Over the ways from all users to all stores together, the nearest to the users first: one fault is in one span, whoever's requests pass it. */
  readonly spans: readonly Span[];
  /** The same, apart for each pair of alike users and alike stores. */
  readonly pairs: readonly RequestPair[];
  /** The elements that serve (hold the key of) a certificate, from listeners and `keyHeldBy`. */
  holdersOf(certificate: Element): readonly Element[];
  /** One for each certificate, in the order of the model. */
  readonly certificates: readonly CertificateUse[];
  /** Through the day that it expires a certificate is valid. */
  validityOf(certificate: Element, day: Day): Validity;
}
