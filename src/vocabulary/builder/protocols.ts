import type { CertificateHandle } from '../kinds/trust.js';
import type {
  Amqp,
  Http,
  HttpOptions,
  Https,
  HttpsOptions,
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
  return makeListener({ protocol: 'https', wellKnownPort: 443, tls: { certificate }, options });
}

/** TLS is handed on unopened to what stands behind. */
export function tlsPassthrough(options?: PortOption): TlsPassthrough {
  return makeListener({ protocol: 'tls', wellKnownPort: 443, tls: { passthrough: true }, options });
}

export function mysql(options?: ServiceOptions): Mysql {
  return makeListener({ protocol: 'mysql', wellKnownPort: 3306, options });
}

export function postgresql(options?: ServiceOptions): Postgresql {
  return makeListener({ protocol: 'postgresql', wellKnownPort: 5432, options });
}

export function redis(options?: ServiceOptions): Redis {
  return makeListener({ protocol: 'redis', wellKnownPort: 6379, options });
}

export function amqp(options?: ServiceOptions): Amqp {
  return makeListener({ protocol: 'amqp', wellKnownPort: 5672, options });
}

/** Any other protocol over tcp. */
export function tcp(port: number, options?: TlsOption): Tcp {
  return makeListener({ protocol: 'tcp', port, options });
}

export function udp(port: number): Udp {
  return makeListener({ protocol: 'udp', port, options: undefined });
}

export function ssh(options?: PortOption): Ssh {
  return makeListener({ protocol: 'ssh', wellKnownPort: 22, options });
}
