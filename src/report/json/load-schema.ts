import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';

const ids = v.array(v.string());
const requests = v.pipe(v.number(), v.minValue(0), v.description('Requests per second.'));
const complete = v.pipe(
  v.boolean(),
  v.description('False: something that is not told may add to it, so that it is a lower bound.'),
);
const limit = v.object({
  guaranteed: v.pipe(v.number(), v.description('With the fewest instances that are kept.')),
  most: v.pipe(v.number(), v.description('With the most instances there may be.')),
});
const utilisation = v.pipe(v.number(), v.description('Demand by capacity: 1 is full.'));

const overloaded = v.pipe(
  v.boolean(),
  v.description('More arrives than it takes. What takes nothing at all is overloaded, and has no utilisation.'),
);

const stress = v.object({
  failed: v.pipe(v.string(), v.description('The id of what fails; a provider is provider/<name>.')),
  oneInstance: v.pipe(v.boolean(), v.description('Only one of its instances is lost.')),
  requestsPerSecond: requests,
  complete,
  capacity: v.optional(requests),
  utilisation: v.optional(utilisation),
  overloaded: v.optional(overloaded),
});

const connections = v.object({
  fewest: v.number(),
  most: v.number(),
  complete,
  capacity: v.optional(limit),
});

const element = v.object({
  element: v.string(),
  requestsPerSecond: requests,
  complete,
  reads: v.pipe(v.number(), v.description('Of these, what is known to be read.')),
  writes: v.number(),
  capacity: v.optional(limit),
  utilisation: v.optional(utilisation),
  overloaded: v.optional(overloaded),
  connections: v.optional(connections),
  worst: v.optional(
    v.pipe(
      stress,
      v.description('The single failure it survives that uses it most; left out where none raises its load.'),
    ),
  ),
  zoneLoss: v.optional(v.pipe(stress, v.description('The same among places alone.'))),
});

const shared = v.object({
  sort: v.picklist(['pool', 'cluster', 'instances']),
  id: v.pipe(v.string(), v.description('Of the pool, the cluster or the element with instances.')),
  members: ids,
  requestsPerSecond: requests,
  complete,
  capacity: v.optional(requests),
  withoutLargest: v.optional(v.pipe(requests, v.description('Capacity that is left without the largest instance.'))),
  zoneLoss: v.optional(v.object({ failed: v.string(), capacity: v.optional(requests) })),
});

const load = v.object({
  format: v.literal('stanchion-load'),
  version: v.literal(1),
  model: v.object({ name: v.string(), environment: v.optional(v.string()), file: v.optional(v.string()) }),
  elements: v.array(element),
  flows: v.array(v.object({ flow: v.string(), requestsPerSecond: requests, complete })),
  shared: v.array(shared),
  runaway: v.pipe(v.array(ids), v.description('Elements whose calls go round and grow each time.')),
  failures: v.object({ tried: v.number(), candidates: v.number() }),
  missing: v.array(
    v.object({
      fact: v.picklist(['requestsPerSecond', 'perRequest', 'hitRatio', 'capacity']),
      elements: ids,
      flows: ids,
      wanted: v.string(),
      unlocks: v.number(),
    }),
  ),
  assumptions: v.array(v.string()),
});

/** What `stanchion explain --load --json` prints: one model alone, several as an array. */
export const loadsSchema = v.pipe(v.union([load, v.array(load)]), v.title('Load of Stanchion models'));

export type LoadDocument = v.InferOutput<typeof load>;

/** The JSON Schema of that document. */
export function loadJsonSchema(): object {
  return toJsonSchema(loadsSchema);
}
