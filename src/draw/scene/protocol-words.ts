import { serviceOf } from '../../analyses/network/ports.js';
import type { Listener, Protocol } from '../../graph/architecture.js';

const protocols: Readonly<Record<Protocol, string>> = {
  http: 'HTTP',
  https: 'HTTPS',
  tls: 'TLS',
  mysql: 'MySQL',
  postgresql: 'PostgreSQL',
  redis: 'Redis',
  amqp: 'AMQP',
  tcp: 'TCP',
  udp: 'UDP',
  ssh: 'SSH',
};

/** Protocols that ride on bare TCP or UDP are known by the name of the listener only. */
const spellings: Readonly<Record<string, string>> = {
  fastcgi: 'FastCGI',
  grpc: 'gRPC',
  uwsgi: 'uWSGI',
  ajp: 'AJP',
  smtp: 'SMTP',
  ldap: 'LDAP',
  mqtt: 'MQTT',
  syslog: 'syslog',
  dns: 'DNS',
  nfs: 'NFS',
};

/** `HTTPS 443`: with the port that its protocol is known by where it says none itself. */
export function protocolAndPort(listener: Listener): string {
  const port = serviceOf(listener)?.port;
  return port === undefined ? `${protocolName(listener)} · port not stated` : `${protocolName(listener)} ${port}`;
}

/** `HTTPS 443`, `FastCGI 9000`; without a port where none is said. */
export function protocolWords(listener: Listener): string {
  const name = protocolName(listener);
  return listener.port === undefined ? name : `${name} ${listener.port}`;
}

function protocolName({ protocol, name }: Listener): string {
  const bare = protocol === 'tcp' || protocol === 'udp';
  const spelling = Object.hasOwn(spellings, name.toLowerCase()) ? spellings[name.toLowerCase()] : undefined;
  return (bare && spelling) || protocols[protocol];
}
