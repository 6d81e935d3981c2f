import type { Listener, TlsFacts } from '../../graph/architecture.js';
import { type Kind, traits } from '../../vocabulary/kinds.js';
import type { TlsVersion } from '../../vocabulary/words.js';
import type { Encryption } from './result.js';

/** Encryption as a number, from the weakest on: an index into `encryptions`. */
export const encryptions = ['plaintext', 'unknown', 'local', 'tunnel', 'tls', 'mutual tls'] as const;

export const codes = { plaintext: 0, unknown: 1, local: 2, tunnel: 3, tls: 4, mutualTls: 5 } as const;

export const codeCount = encryptions.length;

const codeBits = 7;
const terminating = 8;
const asking = 16;

/** How a listener takes a connection, in one number: its encryption, whether TLS ends there, whether it asks for a certificate. */
export type Reception = number;

export const receptionUntold: Reception = codes.unknown;

export function codeOf(reception: Reception): number {
  return reception & codeBits;
}

export function encryptionNamed(code: number): Encryption {
  return encryptions[code]!;
}

export function isTls(code: number): boolean {
  return code >= codes.tls;
}

export function terminates(reception: Reception): boolean {
  return (reception & terminating) !== 0;
}

export function asksForCertificate(reception: Reception): boolean {
  return (reception & asking) !== 0;
}

/** Of a listener on an element of a kind. */
export function receptionOf(listener: Listener | undefined, kind: Kind): Reception {
  if (!listener) return receptionUntold;
  const tls = tlsOf(listener);
  if (!tls) return listener.protocol === 'ssh' ? codes.tunnel : isPlaintext(listener) ? codes.plaintext : codes.unknown;
  const { clientCertificate } = tls;
  const code = clientCertificate === 'required' ? codes.mutualTls : codes.tls;
  const asked = clientCertificate === 'required' || clientCertificate === 'optional';
  return code | (passesThrough(listener, kind) ? 0 : terminating) | (asked ? asking : 0);
}

/** What holds whichever of several listeners takes the connection. Of one that asks for a certificate and one that does not: it may be asked. */
export function commonReception(receptions: readonly Reception[]): Reception {
  const [first = receptionUntold] = receptions;
  if (receptions.every((reception) => reception === first)) return first;
  const given = receptions.map(codeOf);
  const asked = receptions.some(asksForCertificate) ? asking : 0;
  if (given.every(isTls) && receptions.every((reception) => terminates(reception) === terminates(first))) {
    const code = given.every((one) => one === codes.mutualTls) ? codes.mutualTls : codes.tls;
    return code | (terminates(first) ? terminating : 0) | asked;
  }
  return given.every((code) => code === given[0]) && !given.some(isTls) ? given[0]! : receptionUntold;
}

/** What a listener says of its TLS; undefined where it has none or does not tell. */
export function tlsOf({ protocol, tls }: Listener): TlsFacts | undefined {
  if (tls) return tls;
  if (tls === false) return undefined;
  return protocol === 'https' || protocol === 'tls' ? untold : undefined;
}

const untold: TlsFacts = {};

/** TLS is handed on unopened: told so, or `tls` and no more on what can do that. Elsewhere it ends. */
export function passesThrough({ protocol, tls }: Listener, kind: Kind): boolean {
  if (tls) return tls.passthrough === true;
  return tls === undefined && protocol === 'tls' && traits(kind).handsOn === true;
}

/** Known not to encrypt; `http` says so by its name. */
export function isPlaintext({ protocol, tls }: Listener): boolean {
  return tls === false || (protocol === 'http' && tls === undefined);
}

/** Of listeners that end TLS. What is not said of one of them, is not known of all. */
export function oldestVersion(ending: readonly Listener[]): TlsVersion | undefined {
  const versions = ending.map((listener) => tlsOf(listener)?.minimumVersion);
  return versions.includes(undefined) ? undefined : versions.sort()[0];
}
