/**
 * The closed words of the vocabulary. Each list is the single source of its type, so that a compiler error lists the
 * words in this order; the graph's schema is made from the same lists.
 */

/** From harmless to most sensitive; `credentials`, `payment` and `health` are beside one another at the top. */
export const dataClasses = [
  'public',
  'internal',
  'personal',
  'confidential',
  'credentials',
  'payment',
  'health',
] as const;
export type DataClass = (typeof dataClasses)[number];

export const algorithms = [
  'round robin',
  'weighted round robin',
  'least connections',
  'weighted least connections',
  'least response time',
  'source hash',
  'consistent hash',
  'random',
] as const;
export type Algorithm = (typeof algorithms)[number];

export const metrics = [
  'requests per second',
  'latency',
  'errors',
  'saturation',
  'cpu',
  'memory',
  'disk',
  'network',
  'connections',
  'queries per second',
  'replication lag',
  'queue length',
  'hit ratio',
  'certificate expiry',
] as const;
export type Metric = (typeof metrics)[number];

/** What a collector or an exporter sends: single metrics, or all of a sort. */
export const telemetry = ['metrics', 'logs', 'traces', ...metrics] as const;
export type Telemetry = (typeof telemetry)[number];

export const authentications = [
  'none',
  'password',
  'api key',
  'token',
  'client certificate',
  'ssh key',
  'single sign-on',
  'iam role',
  'network address',
  'unspecified',
] as const;
export type Authentication = (typeof authentications)[number];

export const requestFilters = [
  'web application firewall',
  'rate limit',
  'bot control',
  'scrubbing',
  'ip allow list',
] as const;
export type RequestFilter = (typeof requestFilters)[number];

export const packetPolicies = ['deny', 'allow', 'filtered'] as const;
/** What a firewall does with what no rule names. `filtered`: there are rules, and the model does not tell them. */
export type PacketPolicy = (typeof packetPolicies)[number];

export const trusts = ['internet', 'dmz', 'private', 'data'] as const;
export type Trust = (typeof trusts)[number];

export const aspects = [
  'firewalls',
  'monitoring',
  'alerts',
  'logs',
  'probes',
  'backups',
  'replication',
  'filters',
  'limits',
  'flows',
] as const;
/** What a model can declare to be told in full: what is not written down of it does not exist. */
export type Aspect = (typeof aspects)[number];

export { type Environment, environments } from './environments.js';

export const criticalities = ['low', 'medium', 'high', 'mission-critical'] as const;
export type Criticality = (typeof criticalities)[number];

export const clusterModes = ['active-active', 'active-passive'] as const;
export type ClusterMode = (typeof clusterModes)[number];

export const replications = ['synchronous', 'asynchronous'] as const;
export type Replication = (typeof replications)[number];

export const sessionStores = ['local', 'shared', 'none'] as const;
export type SessionStore = (typeof sessionStores)[number];

export const tlsVersions = ['1.0', '1.1', '1.2', '1.3'] as const;
export type TlsVersion = (typeof tlsVersions)[number];

export const clientCertificates = ['none', 'optional', 'required'] as const;
export type ClientCertificate = (typeof clientCertificates)[number];

export const failModes = ['open', 'closed'] as const;
export type FailMode = (typeof failModes)[number];

export const recordTypes = ['A', 'AAAA', 'CNAME', 'ALIAS', 'MX', 'SRV'] as const;
export type RecordType = (typeof recordTypes)[number];

export const externalRoles = [
  'monitoring',
  'logging',
  'alerting',
  'payment',
  'mail',
  'messaging',
  'identity',
  'storage',
  'backup',
  'source code',
  'analytics',
  'other',
] as const;
export type ExternalRole = (typeof externalRoles)[number];

export const domainRoles = ['rack', 'power', 'uplink', 'storage', 'switch', 'hypervisor', 'account', 'other'] as const;
export type DomainRole = (typeof domainRoles)[number];

export const accessModes = ['read', 'write', 'all'] as const;
export type AccessMode = (typeof accessModes)[number];

export const engines = [
  'mysql',
  'mariadb',
  'postgresql',
  'sqlserver',
  'oracle',
  'mongodb',
  'cassandra',
  'dynamodb',
  'sqlite',
  'redis',
  'valkey',
  'memcached',
  'rabbitmq',
  'kafka',
  'nats',
  'sqs',
  'elasticsearch',
  'opensearch',
  's3',
  'nfs',
] as const;
export type Engine = (typeof engines)[number];

export const strategies = ['none', 'backup and restore', 'pilot light', 'warm standby', 'active-active'] as const;
/** How the whole is brought back elsewhere after the loss of a region. */
export type RecoveryStrategy = (typeof strategies)[number];

/** The pictures that every model has. */
export const viewNames = ['overview', 'deployment', 'network', 'transport', 'data', 'monitoring'] as const;
export type ViewName = (typeof viewNames)[number];
