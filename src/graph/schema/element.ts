import * as v from 'valibot';
import { factsByKind } from '../../vocabulary/facts-by-kind.js';
import { type Kind, kindNames } from '../../vocabulary/kinds.js';
import { clientCertificates, tlsVersions } from '../../vocabulary/words.js';
import type { Protocol } from '../architecture.js';
import { elementFacts } from './facts.js';
import { cidr, count, facts, flag, id, limits, list, name, port, reference, text, word } from './values.js';

const protocols = [
  'http',
  'https',
  'tls',
  'mysql',
  'postgresql',
  'redis',
  'amqp',
  'tcp',
  'udp',
  'ssh',
] as const satisfies readonly Protocol[];

const filePath = v.pipe(
  v.string('a path'),
  v.nonEmpty('a path'),
  v.maxLength(4_096, 'a path of at most 4096 characters'),
);

export const position = v.pipe(
  v.strictObject({ file: filePath, line: count, column: count }, 'an object with file, line and column'),
  v.title('Position'),
  v.description('Where an author wrote it; line and column from 1.'),
);

const tls = v.union(
  [
    v.literal(false),
    facts({
      certificate: reference,
      minimumVersion: word(tlsVersions),
      clientCertificate: word(clientCertificates),
      passthrough: flag,
      hsts: flag,
    }),
  ],
  'false (plaintext) or an object with what is known of TLS',
);

const listener = v.strictObject(
  {
    name: v.pipe(
      v.string('a name, or an empty one'),
      v.maxLength(limits.name, `a name of at most ${limits.name} characters`),
    ),
    protocol: word(protocols),
    port: v.exactOptional(port),
    tls: v.exactOptional(tls),
    redirects: v.exactOptional(flag),
  },
  'an object with name and protocol',
);

const ruleEnd = v.union(
  [
    v.strictObject({ anyone: v.literal(true) }),
    v.strictObject({ cidr }),
    v.strictObject({ element: reference, listener: v.exactOptional(text) }),
  ],
  '{ anyone: true }, { cidr } or { element }',
);

const portRange = v.strictObject(
  {
    protocol: word(['tcp', 'udp', 'any']),
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
    to: port,
  },
  'an object with protocol, from and to',
);

const firewallRule = v.strictObject(
  {
    action: word(['allow', 'deny']),
    from: list(ruleEnd),
    to: list(ruleEnd),
    ports: v.exactOptional(list(portRange)),
    at: v.exactOptional(position),
  },
  `an object with action, from and to`,
);

const elementWanted = 'an element: an object with id, kind, name and facts';

function elementOf(kind: Kind): v.GenericSchema {
  const entries: v.ObjectEntries = {
    id,
    kind: v.literal(kind),
    name,
    parent: v.exactOptional(reference),
    tier: v.exactOptional(id),
    facts: facts(Object.fromEntries(factsByKind[kind].map((fact) => [fact, elementFacts[fact]]))),
    listeners: v.exactOptional(list(listener)),
    at: v.exactOptional(position),
  };
  if (kind === 'firewall') entries.rules = v.exactOptional(list(firewallRule));
  return v.strictObject(entries, elementWanted);
}

const made = new Map<Kind, v.GenericSchema>();

/** The schema of the elements of one kind, made when the first is met: most models use a dozen of the kinds. */
export function elementSchema(kind: Kind): v.GenericSchema {
  const known = made.get(kind);
  if (known) return known;
  const schema = elementOf(kind);
  made.set(kind, schema);
  return schema;
}

const kindWanted = v.object({ kind: word(kindNames) }, elementWanted);

/** Picks the schema by the element's kind: one look-up where trying forty variants one after the other would take its time. */
export const anyElement = v.lazy((input) => (hasKind(input) ? elementSchema(input.kind) : kindWanted));

export function hasKind(input: unknown): input is { readonly kind: Kind } {
  if (typeof input !== 'object' || input === null || !('kind' in input)) return false;
  return (kindNames as readonly unknown[]).includes(input.kind);
}
