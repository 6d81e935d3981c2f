import type { Listener, Protocol } from '../../graph/architecture.js';

/** A port of one transport protocol, as packets carry it. */
export interface Service {
  readonly protocol: 'tcp' | 'udp';
  readonly port: number;
}

/** The well-known port of a protocol, used where a listener names none. Bare tcp and udp have none. */
const wellKnown: Readonly<Partial<Record<Protocol, number>>> = {
  http: 80,
  https: 443,
  tls: 443,
  mysql: 3306,
  postgresql: 5432,
  redis: 6379,
  amqp: 5672,
  ssh: 22,
};

/** AMQP over TLS has a port of its own. */
const amqpOverTls = 5671;

/** Where a listener takes packets; undefined where neither the model nor the protocol says. */
export function serviceOf(listener: Listener): Service | undefined {
  const port = listener.port ?? defaultPort(listener);
  if (port === undefined) return undefined;
  return { protocol: listener.protocol === 'udp' ? 'udp' : 'tcp', port };
}

function defaultPort({ protocol, tls }: Listener): number | undefined {
  if (protocol === 'amqp' && tls) return amqpOverTls;
  return wellKnown[protocol];
}
