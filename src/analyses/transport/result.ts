import type { Element, Flow, Listener } from '../../graph/architecture.js';
import type { DataClass, TlsVersion } from '../../vocabulary/words.js';

/** `local`: both ends stand on one server, nothing is on a wire. `tunnel`: `through` a VPN. */
export type Encryption = 'tls' | 'mutual tls' | 'tunnel' | 'local' | 'plaintext' | 'unknown';

/** One flow as a request travels it. */
export interface Hop {
  readonly flow: Flow;
  readonly from: Element;
  readonly to: Element;
  readonly listener?: Listener;
  readonly encryption: Encryption;
  /** At least this version, where it is said. */
  readonly version?: TlsVersion;
  readonly certificate?: Element;
  /** TLS ends at `to` (it is not passed through). */
  readonly terminates: boolean;
  /** It leaves the zone of `from`, or comes from outside. */
  readonly crossesZone: boolean;
  readonly carries: readonly DataClass[];
  readonly authenticatedBy?: string;
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

export interface Transport {
  hop(flow: Flow): Hop;
  readonly hops: readonly Hop[];
  /** Set where `element` ends TLS and hands traffic on in plaintext on at least one flow. */
  plaintextSpanFrom(element: Element): PlaintextSpan | undefined;
  readonly ways: readonly RequestWay[];
  /** The elements that serve (hold the key of) a certificate, from listeners and `keyHeldBy`. */
  holdersOf(certificate: Element): readonly Element[];
}
