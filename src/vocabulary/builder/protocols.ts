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

/** Plaintext HTTP. */
export function http(options?: HttpOptions): Http {
  return makeListener({ protocol: 'http', tls: false, options });
}

/** HTTP over TLS, with the certificate that it shows. */
export function https(certificate: CertificateHandle, options?: HttpsOptions): Https {
  return makeListener({ protocol: 'https', tls: 'ends', certificate, options });
}

/** TLS is handed on unopened to what stands behind. */
export function tlsPassthrough(options?: PortOption): TlsPassthrough {
  return makeListener({ protocol: 'tls', tls: { passthrough: true }, options });
}

const service =
  <L extends Listener, Options>(protocol: ListenerProtocol) =>
  (options?: Options): L =>
    makeListener({ protocol, options });

export const mysql: (options?: ServiceOptions) => Mysql = service('mysql');
export const postgresql: (options?: ServiceOptions) => Postgresql = service('postgresql');
export const redis: (options?: ServiceOptions) => Redis = service('redis');
export const amqp: (options?: ServiceOptions) => Amqp = service('amqp');
export const ssh: (options?: PortOption) => Ssh = service('ssh');

/** Any other protocol over tcp. */
export function tcp(port: number, options?: TlsOption): Tcp {
  return makeListener({ protocol: 'tcp', options: { ...options, port } });
}

export function udp(port: number): Udp {
  return makeListener({ protocol: 'udp', options: { port } });
}
