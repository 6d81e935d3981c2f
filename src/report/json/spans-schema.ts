import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { authentications, dataClasses, tlsVersions } from '../../vocabulary/words.js';

const ids = (description: string) => v.pipe(v.array(v.string()), v.description(description));
const encryption = v.picklist(['tls', 'mutual tls', 'tunnel', 'local', 'plaintext', 'unknown']);
const version = v.pipe(v.picklist(tlsVersions), v.description('The oldest that is accepted, where it is said.'));
const classes = v.array(v.picklist(dataClasses));

const span = v.object({
  from: ids('Elements: where a way enters the span.'),
  to: ids('Elements: where a way leaves it, or ends.'),
  user: ids('Users, alike in what they visit, on whose ways it lies.'),
  store: ids('Stores, of one tier, pool or group, that those ways lead to.'),
  encryption,
  version: v.optional(version),
  protocols: v.array(v.string()),
  hops: ids('Flows, in the order of the model.'),
  length: v.pipe(
    v.number(),
    v.description(
      'Hops that a request takes from tier to tier: on the longest of the shortest ways from where it is entered to where it is left.',
    ),
  ),
  terminatedBy: ids('Elements that decrypt: where TLS or the tunnel ends.'),
  certificates: ids('Certificates shown where TLS ends.'),
  crosses: ids('Zones that it enters or leaves.'),
  crossesSite: v.pipe(v.boolean(), v.description('It joins inside and outside.')),
  carries: classes,
  authenticatedBy: v.array(v.picklist(authentications)),
  as: ids('Accounts by which the callers identify themselves.'),
  clientCertificate: v.pipe(
    v.picklist(['kept', 'lost', 'unknown', 'not asked']),
    v.description("The worst that becomes of the user's certificate on any of the ways."),
  ),
});

const hop = v.object({
  flow: v.string(),
  from: v.string(),
  to: v.string(),
  protocol: v.optional(v.string()),
  port: v.optional(v.number()),
  encryption,
  legs: v.pipe(
    v.array(v.object({ from: v.string(), to: v.string(), encryption })),
    v.description('What holds on each part of a hop that leads through something; else one.'),
  ),
  version: v.optional(version),
  certificate: v.optional(v.string()),
  terminates: v.pipe(v.boolean(), v.description('TLS ends at its end.')),
  crosses: ids('Zones that it enters or leaves.'),
  carries: classes,
  authenticatedBy: v.optional(v.picklist(authentications)),
  as: v.optional(v.string()),
});

const certificate = v.object({
  certificate: v.string(),
  names: v.optional(v.array(v.string())),
  issued: v.optional(v.string()),
  expires: v.optional(v.string()),
  issuer: v.optional(v.string()),
  selfSigned: v.optional(v.boolean()),
  holders: ids('Elements that have the private key.'),
  hosts: ids('Servers that the key lies on, or the holders themselves.'),
  zones: ids('Zones that the holders stand in.'),
  isOnSeveralHosts: v.boolean(),
  isAcrossZones: v.boolean(),
  shownBy: v.array(
    v.object({ element: v.string(), listener: v.pipe(v.string(), v.description('Empty where it has no name.')) }),
  ),
  passedThroughBy: ids('Elements that hand TLS on to those that show it, unopened.'),
  hostNames: v.array(
    v.object({
      record: v.string(),
      host: v.string(),
      covered: v.optional(v.pipe(v.boolean(), v.description('Left out where the certificate tells no names.'))),
    }),
  ),
});

const way = v.object({ user: v.string(), store: v.string(), hops: v.array(hop) });

const spans = v.object({
  format: v.literal('stanchion-spans'),
  version: v.literal(1),
  model: v.object({ name: v.string(), environment: v.optional(v.string()), file: v.optional(v.string()) }),
  spans: v.pipe(v.array(span), v.description('Pair by pair, in the order of the model, up to some 200,000 hops.')),
  pairsLeftOut: v.pipe(v.number(), v.description('Pairs of alike users and alike stores whose spans are not told.')),
  ways: v.pipe(
    v.array(way),
    v.description('A shortest way for each user and store, hop by hop, up to some 200,000 hops.'),
  ),
  waysLeftOut: v.pipe(v.number(), v.description('Further users and stores whose way is not told.')),
  certificates: v.array(certificate),
});

/** What `stanchion explain --spans --json` prints: of one model an object, of several an array of them. */
export const spansSchema = v.pipe(
  v.union([spans, v.array(spans)]),
  v.title('The ways of requests in Stanchion models'),
);

export type SpansDocument = v.InferOutput<typeof spans>;

/** The JSON Schema of that document. */
export function spansJsonSchema(): object {
  return toJsonSchema(spansSchema);
}
