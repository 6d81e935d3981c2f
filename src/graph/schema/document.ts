import * as v from 'valibot';
import { kindNames } from '../../vocabulary/kinds.js';
import { verbNames } from '../../vocabulary/verbs.js';
import { viewNames } from '../../vocabulary/words.js';
import { position } from './element.js';
import { accessMode, architectureFacts, flowFacts } from './facts.js';
import { amount, day, facts, flag, id, limits, list, name, positive, ratio, reference, text, word } from './values.js';

const flow = v.strictObject(
  {
    id,
    verb: word(verbNames),
    from: reference,
    to: reference,
    listener: v.exactOptional(text),
    pool: v.exactOptional(id),
    facts: facts(flowFacts),
    at: v.exactOptional(position),
  },
  'a flow: an object with id, verb, from, to and facts',
);

const pool = v.strictObject(
  {
    id,
    verb: word(verbNames),
    from: reference,
    flows: list(id, limits.flows),
    need: positive,
    weights: v.exactOptional(list(amount, limits.flows)),
  },
  'a pool: an object with id, verb, from, flows and need',
);

const cluster = v.strictObject(
  { id, memberKind: word(kindNames), members: list(reference) },
  'a cluster: an object with id, memberKind and members',
);

const journey = v.strictObject(
  {
    id,
    name,
    from: reference,
    to: reference,
    mode: accessMode,
    objective: v.exactOptional(ratio),
    at: v.exactOptional(position),
  },
  'a journey: an object with id, name, from, to and mode',
);

const waiver = v.strictObject(
  {
    rule: id,
    element: v.exactOptional(reference),
    because: v.pipe(text, v.nonEmpty('a reason')),
    until: v.exactOptional(day),
    by: v.exactOptional(text),
    at: v.exactOptional(position),
  },
  'a waiver: an object with rule and because',
);

const view = v.strictObject(
  {
    name,
    like: word(viewNames),
    summary: v.exactOptional(text),
    include: v.exactOptional(list(reference)),
    tags: v.exactOptional(list(text)),
    exclude: v.exactOptional(list(reference)),
    neighbours: v.exactOptional(flag),
    at: v.exactOptional(position),
  },
  'a view: an object with name and like',
);

/** The document around a given schema of elements: validation picks by kind, the JSON Schema lists the kinds. */
export function documentSchema<Element extends v.GenericSchema>(element: Element) {
  return v.strictObject(
    {
      format: v.literal('stanchion-architecture', `'stanchion-architecture'`),
      version: v.literal(1, 'version 1, the one this release reads'),
      name,
      facts: facts(architectureFacts),
      elements: list(element as v.GenericSchema, limits.elements),
      flows: list(flow, limits.flows),
      pools: list(pool, limits.flows),
      clusters: list(cluster, limits.elements),
      journeys: list(journey),
      waivers: list(waiver, limits.elements),
      views: v.exactOptional(list(view)),
      at: v.exactOptional(position),
    },
    'an architecture: an object with format, version, name, elements and flows',
  );
}
