import type { Encryption, Hop } from '../../analyses/transport/result.js';
import type { Listener, Protocol } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { joined } from '../words.js';

const brands: Partial<Readonly<Record<Protocol, string>>> = {
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  redis: 'Redis',
};

/** `HTTPS 443`, `TCP 9000`; without a port where none is told. */
export function protocolWords({ protocol, port }: Listener): string {
  const name = brands[protocol] ?? protocol.toUpperCase();
  return port === undefined ? name : `${name} ${port}`;
}

export const encryptionWords: Readonly<Record<Encryption, string>> = {
  tls: 'encrypted',
  'mutual tls': 'encrypted, both sides show a certificate',
  tunnel: 'in an encrypted tunnel',
  local: 'within one server',
  plaintext: 'plaintext',
  unknown: 'encryption not told',
};

/** What is worth saying of a step on a path: nothing of a look-up, since the flow behind the name says it. */
export function stepWords({ flow, to, listener, encryption }: Hop): string {
  if (to.kind === 'record') return '';
  const verb = verbs[flow.verb];
  const wire = [
    listener && protocolWords(listener),
    encryption === 'unknown' ? undefined : encryptionWords[encryption],
  ];
  const told = wire.filter((part) => part !== undefined);
  return (verb.sort === 'traffic' ? told : [verb.phrase, ...told]).join(', ');
}

/** `encrypted with TLS 1.2 or newer` */
export function encryptionOf({ encryption, version }: Hop): string {
  return version === undefined
    ? encryptionWords[encryption]
    : `${encryptionWords[encryption]}, TLS ${version} or newer`;
}

/** Encryption in two words, for a summary of a way. */
export function briefly(encryption: Encryption): string {
  switch (encryption) {
    case 'mutual tls':
      return 'encrypted';
    case 'plaintext':
      return 'in plaintext';
    case 'unknown':
      return 'with encryption not told';
    default:
      return encryptionWords[encryption];
  }
}

export function dataWords({ carries }: Hop): string {
  return joined(carries);
}
