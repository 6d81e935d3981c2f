import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { severities } from '../../audit/finding.js';
import { finding, modelHead } from './audit-schema.js';
import { changeSchema, exposure, journey, objective, point, weakening } from './change-schema.js';

const limit = v.picklist([...severities, 'never']);
const deed = v.picklist(['fail', 'tell']);

const refused = v.object({
  model: modelHead,
  became: v.pipe(
    v.picklist(['changed', 'added', 'deleted', 'incomparable']),
    v.description('deleted: refused as such. incomparable: the base may have it, and could not be read.'),
  ),
  new: v.array(finding),
  worsened: v.array(v.object({ was: v.picklist(severities), finding })),
  broken: v.pipe(v.array(journey), v.description('Journeys that no longer work with nothing failed.')),
  objectives: v.array(objective),
  exposure: v.array(exposure),
  singlePoints: v.array(point),
  weakened: v.array(weakening),
});

/** What `stanchion gate --json` prints. A new version number means that a reader of the old one would misread it. */
export const gateSchema = v.pipe(
  v.object({
    format: v.literal('stanchion-gate'),
    version: v.literal(1),
    passes: v.pipe(v.boolean(), v.description('False also where something of the head could not be read.')),
    verdict: v.string(),
    limits: v.object({
      failOn: limit,
      rules: v.record(v.string(), limit),
      newSinglePoints: v.pipe(v.optional(v.number()), v.description('Left out: they are not counted.')),
      objectives: deed,
      exposure: deed,
      weakening: deed,
      waivers: deed,
    }),
    refused: v.array(refused),
    newSinglePoints: v.optional(v.number()),
    notes: v.array(v.string()),
    problems: v.pipe(
      v.array(v.object({ file: v.optional(v.string()), line: v.optional(v.number()), message: v.string() })),
      v.description('What of the head could not be read.'),
    ),
    change: changeSchema,
  }),
  v.title('What the gate of Stanchion says of a change'),
);

export type GateDocument = v.InferOutput<typeof gateSchema>;

/** The JSON Schema of that document. */
export function gateJsonSchema(): object {
  return toJsonSchema(gateSchema, { target: 'draft-2020-12' });
}
