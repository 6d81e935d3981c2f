import type { CertificateHandle } from './kinds/trust.js';
import type { ClientCertificate, TlsVersion } from './words.js';

/** Where an element takes connections. Each protocol is a type of its own, so that an error says which one was meant. */
export interface Listener<P extends ListenerProtocol = ListenerProtocol> {
  readonly protocol: P;
}

export type ListenerProtocol =
  | 'http'
  | 'https'
  | 'tls'
  | 'mysql'
  | 'postgresql'
  | 'redis'
  | 'amqp'
  | 'tcp'
  | 'udp'
  | 'ssh';

export interface Http extends Listener<'http'> {}
export interface Https extends Listener<'https'> {}
export interface TlsPassthrough extends Listener<'tls'> {}
export interface Mysql extends Listener<'mysql'> {}
export interface Postgresql extends Listener<'postgresql'> {}
export interface Redis extends Listener<'redis'> {}
export interface Amqp extends Listener<'amqp'> {}
export interface Tcp extends Listener<'tcp'> {}
export interface Udp extends Listener<'udp'> {}
export interface Ssh extends Listener<'ssh'> {}

export interface PortOption {
  /** 1 to 65535; left out, it is not told, and analyses take the well-known port of the protocol. */
  readonly port?: number;
}

export interface HttpOptions extends PortOption {
  /** It answers with a redirect to the https listener of the same element. */
  readonly redirects?: boolean;
}

export interface HttpsOptions extends PortOption {
  readonly minimumVersion?: TlsVersion;
  readonly clientCertificate?: ClientCertificate;
  /** Browsers are told to come back over https only. */
  readonly hsts?: boolean;
}

export interface TlsOption {
  /** The certificate it shows, or `false` for plaintext; left out, it is unknown whether it encrypts. */
  readonly tls?: CertificateHandle | false;
  /** Of TLS: the oldest version that is accepted. */
  readonly minimumVersion?: TlsVersion;
  /** Of TLS: whether the client shows a certificate too. */
  readonly clientCertificate?: ClientCertificate;
}

export interface ServiceOptions extends PortOption, TlsOption {}

/** What an element may say after `listens`: one listener, or several by name. */
export type Listens = Listener | NamedListeners;

export interface NamedListeners {
  readonly [name: string]: Listener;
}

/** What an element listens to that has one listener, or of which nothing is told. */
export type Unnamed = Listener | 'unspecified';
