import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { kindNames } from '../vocabulary/kinds.js';
import { documentSchema } from './schema/document.js';
import { elementSchema, position } from './schema/element.js';
import { elementFacts, flowFacts } from './schema/facts.js';
import { day, duration, reference, size } from './schema/values.js';

/** Names the schema; the number is the document's version. */
export const schemaId = 'urn:stanchion:architecture:1';

/**
 * The JSON Schema (draft 2020-12) of a graph's JSON form, made from the definitions that validate it. What a schema cannot say
 * (ids that must exist, pools that must not mix) is checked by `validateDocument` alone.
 */
export function graphSchema(): object {
  const kinds = Object.fromEntries(kindNames.map((kind) => [kind, elementSchema(kind)]));
  const element = v.union(kindNames.map(elementSchema));
  const converted = toJsonSchema(documentSchema(element), {
    target: 'draft-2020-12',
    errorMode: 'ignore',
    definitions: { ...lists(), position, reference, duration, size, day, ...kinds },
  });
  const { $schema, ...rest } = converted;
  return {
    $schema,
    $id: schemaId,
    title: 'Architecture',
    description:
      'An architecture as Stanchion reads it: elements, what they do with one another, and what is known of them.',
    ...rest,
  };
}

/** The closed words and the values of several forms, under the name of the first fact that takes them. */
function lists(): Record<string, v.GenericSchema> {
  const named: Record<string, v.GenericSchema> = {};
  for (const [fact, schema] of [...Object.entries(elementFacts), ...Object.entries(flowFacts)]) {
    if (['picklist', 'union', 'array', 'strict_object'].includes(schema.type)) named[`fact-${fact}`] ??= schema;
  }
  return named;
}
