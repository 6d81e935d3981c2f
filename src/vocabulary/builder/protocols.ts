import type { CertificateHandle } from '../kinds/trust.js';
import type {
  Amqp,
  Http,
  HttpOptions,
  Https,
  HttpsOptions,
  Listener,
  ListenerProtocol,
  Mysql,
  PortOption,
  Postgresql,
  Redis,
  ServiceOptions,
  Ssh,
  Tcp,
  TlsOption,
  TlsPassthrough,
  Udp,
} from '../listeners.js';
import { makeListener } from './make-listener.js';

/** Plaintext HTTP, port 80 unless said otherwise. */
export function http(options?: HttpOptions): Http {
  return makeListener({ protocol: 'http', wellKnownPort: 80, tls: false, options });
}

/** HTTP over TLS with this certificate, port 443 unless said otherwise. */
export function https(certificate: CertificateHandle, options?: HttpsOptions): Https {
  return makeListener({ protocol: 'https', wellKnownPort: 443, tls: 'ends', certificate, options });
}

/** TLS is handed on unopened to what stands behind. */
export function tlsPassthrough(options?: PortOption): TlsPassthrough {
  return makeListener({ protocol: 'tls', wellKnownPort: 443, tls: { passthrough: true }, options });
}

const service =
  <L extends Listener, Options>(protocol: ListenerProtocol, wellKnownPort: number) =>
  (options?: Options): L =>
    makeListener({ protocol, wellKnownPort, options });

export const mysql: (options?: ServiceOptions) => Mysql = service('mysql', 3306);
export const postgresql: (options?: ServiceOptions) => Postgresql = service('postgresql', 5432);
export const redis: (options?: ServiceOptions) => Redis = service('redis', 6379);
export const amqp: (options?: ServiceOptions) => Amqp = service('amqp', 5672);
export const ssh: (options?: PortOption) => Ssh = service('ssh', 22);

/** Any other protocol over tcp. */
export function tcp(port: number, options?: TlsOption): Tcp {
  return makeListener({ protocol: 'tcp', options: { ...options, port } });
}

export function udp(port: number): Udp {
  return makeListener({ protocol: 'udp', options: { port } });
}
