import * as v from 'valibot';
import type { FactName } from '../../vocabulary/facts-by-kind.js';
import {
  accessModes,
  algorithms,
  aspects,
  authentications,
  clusterModes,
  criticalities,
  dataClasses,
  domainRoles,
  engines,
  environments,
  externalRoles,
  failModes,
  packetPolicies,
  recordTypes,
  replications,
  requestFilters,
  sessionStores,
  strategies,
  telemetry,
  trusts,
} from '../../vocabulary/words.js';
import type { ArchitectureFacts, ElementFacts, FlowFacts, ReplicationFacts } from '../architecture.js';
import {
  amount,
  cidr,
  count,
  country,
  day,
  duration,
  flag,
  list,
  name,
  positive,
  ratio,
  reference,
  size,
  text,
  whole,
  word,
} from './values.js';

/** A schema for every fact of a type: one left out, or one that the type does not know, does not compile. */
type FactSchemas<Facts> = { readonly [Fact in keyof Facts]-?: v.GenericSchema };

const failover = v.union(
  [
    word(['none', 'manual']),
    v.strictObject({ by: reference, within: v.exactOptional(duration) }, 'an object with the element that takes over'),
  ],
  `'none', 'manual' or { by, within }`,
);

const replicationFacts: FactSchemas<ReplicationFacts> = {
  failover,
  replication: word(replications),
  acknowledgements: whole,
  degradesToAsynchronous: flag,
  lagAlert: v.union([duration, v.literal(false)], `a duration such as '30 s', or false`),
};

const instances = v.union(
  [
    count,
    v.pipe(
      v.strictObject({ min: whole, max: count }),
      v.check(({ min, max }) => min <= max, 'a range whose min is not above its max'),
    ),
  ],
  'a whole number from 1, or { min, max }',
);

const capacity = v.strictObject(
  { requestsPerSecond: v.exactOptional(amount), connections: v.exactOptional(amount) },
  'an object with requestsPerSecond or connections',
);

/** The schema of every fact that an element can carry; `factsByKind` says which kind carries which. */
export const elementFacts: FactSchemas<ElementFacts> & Readonly<Record<FactName, v.GenericSchema>> = {
  ...replicationFacts,
  owner: text,
  description: text,
  why: text,
  tags: list(text),
  link: text,
  software: text,
  supportedUntil: day,
  availability: ratio,
  unavailability: ratio,
  mtbf: duration,
  mttr: duration,
  availabilityIncludes: word(['everything']),
  os: text,
  environment: word(environments),
  trust: word(trusts),
  cidr: v.union([cidr, list(cidr)], `an address block such as '10.0.1.0/24', or a list of them`),
  open: flag,
  standsIn: list(reference),
  domainRole: word(domainRoles),
  instances,
  capacity,
  cpus: positive,
  memory: size,
  address: text,
  publicAddress: v.union([flag, text], 'true, false or an address'),
  translates: list(v.strictObject({ from: text, to: text }, 'an object with from and to')),
  mayHold: list(word(dataClasses)),
  engine: word(engines),
  holds: list(word(dataClasses)),
  encryptedAtRest: flag,
  rpo: duration,
  rto: duration,
  retention: duration,
  mode: word(clusterModes),
  writer: reference,
  need: positive,
  fencing: flag,
  algorithm: word(algorithms),
  filters: list(word(requestFilters)),
  forwardsClientCertificate: flag,
  hitRatio: ratio,
  sessions: word(sessionStores),
  incoming: word(packetPolicies),
  outgoing: word(packetPolicies),
  stateful: flag,
  appliance: flag,
  failMode: word(failModes),
  secondFactor: flag,
  externalRole: word(externalRoles),
  role: text,
  provider: text,
  country,
  processorAgreement: flag,
  nameServers: list(text),
  dnssec: flag,
  caa: flag,
  recordType: word(recordTypes),
  ttl: duration,
  names: list(name),
  issued: day,
  expires: day,
  issuer: text,
  selfSigned: flag,
  keyHeldBy: list(reference),
  keptIn: reference,
  rotatedEvery: duration,
  to: text,
};

export const flowFacts: FactSchemas<FlowFacts> = {
  ...replicationFacts,
  through: list(reference),
  carries: list(word(dataClasses)),
  authenticatedBy: word(authentications),
  as: reference,
  requestsPerSecond: amount,
  perRequest: amount,
  connections: amount,
  timeout: duration,
  retries: whole,
  optional: flag,
  healthCheck: v.union([flag, text], 'a path, true or false'),
  sticky: flag,
  sends: list(word(telemetry)),
  every: duration,
  keep: duration,
  restoreTested: v.union([day, v.literal(false)], `a day such as '2027-03-02', or false`),
  encrypted: flag,
  description: text,
};

export const architectureFacts: FactSchemas<ArchitectureFacts> = {
  summary: text,
  owner: text,
  description: text,
  link: text,
  tags: list(text),
  environment: word(environments),
  reviewed: day,
  complete: list(word(aspects)),
  criticality: word(criticalities),
  recovery: word(strategies),
  personalDataStaysIn: list(country),
  assumptions: list(text),
};

export const accessMode = word(accessModes);
