import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { objectiveVerdicts } from '../../analyses/faults/objective-verdict.js';
import { modelHead } from './audit-schema.js';

const id = v.string();
const ids = v.array(id);
const set = v.pipe(v.tuple([id]), v.description('A minimal set of one: it alone breaks the journey.'));
const pair = v.pipe(v.tuple([id, id]), v.description('Neither alone breaks the journey, both together do.'));
const mode = v.picklist(['read', 'write', 'all']);
const state = v.picklist(['works', 'degraded', 'broken']);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const head = {
  format: v.literal('stanchion-simulation'),
  version: v.literal(1),
  model: modelHead,
  on: v.optional(v.pipe(v.string(), v.description('The day by which certificates have run out, as year-month-day.'))),
  expired: v.array(v.object({ id, expires: v.string() })),
};

const unavailability = v.object({
  value: v.pipe(
    v.nullable(share),
    v.description('Share of time that the journey does not work; null where the model declares no figure.'),
  ),
  method: v.picklist(['exact', 'monte carlo', 'none']),
  assumed: v.pipe(ids, v.description('Elements without a figure, which never fail in this calculation.')),
});

const judgedJourney = v.object({
  id,
  mode,
  state,
  singlePoints: v.array(set),
  pairs: v.array(pair),
  unavailability,
});

const cause = v.object({
  root: id,
  also: v.pipe(ids, v.description('Places around the root that break the same journeys.')),
  journeys: ids,
  stops: v.pipe(ids, v.description('What else stops working with it.')),
  dataLoss: ids,
  onlyListed: v.pipe(v.boolean(), v.description('The model does not ask to survive it.')),
});

const importance = v.object({
  id,
  unavailability: share,
  birnbaum: v.number(),
  criticality: v.number(),
  fussellVesely: v.number(),
});

/** Every single failure, and pairs of them. */
const everyFailure = v.object({
  ...head,
  journeys: v.array(judgedJourney),
  causes: v.array(cause),
  pairCauses: v.array(v.object({ elements: pair, also: v.array(pair), journeys: ids })),
  pairsTried: v.number(),
  pairsCandidates: v.pipe(v.number(), v.description('More than pairsTried where not all pairs were tried.')),
  importance: v.array(
    v.object({ journey: id, mode, method: v.picklist(['exact', 'sampled']), elements: v.array(importance) }),
  ),
  objectives: v.array(
    v.object({
      journey: id,
      mode,
      objective: v.pipe(v.number(), v.description('The availability that the model asks for.')),
      verdict: v.pipe(
        v.nullable(v.picklist(objectiveVerdicts)),
        v.description('null where no availability could be worked out; at best where parts tell no figure.'),
      ),
    }),
  ),
  sampled: v.pipe(
    v.array(v.object({ journey: id, mode, samples: v.number(), hits: v.number(), low: v.number(), high: v.number() })),
    v.description('For journeys worked out by sampling: how often, and the interval of 95 %.'),
  ),
  coldStart: ids,
  assumptions: v.array(v.string()),
});

/** Named elements fail together. */
export const scenario = v.object({
  ...head,
  failed: ids,
  journeys: v.array(
    v.object({
      id,
      mode,
      state,
      madeUpFor: v.optional(
        v.pipe(v.literal(true), v.description('It is broken, and another copy of the store is read instead.')),
      ),
    }),
  ),
  elements: v.array(
    v.object({
      id,
      state: v.picklist(['works', 'degraded', 'dead']),
      lost: v.optional(
        v.pipe(
          v.picklist(['read', 'write']),
          v.description('What it can no longer be used for, while it still is for the other.'),
        ),
      ),
      reason: v.string(),
    }),
  ),
  dataLoss: ids,
  lostWrites: ids,
  notices: v.object({
    watchers: v.array(v.object({ id, sees: ids, isDown: v.boolean(), alerts: ids, unreached: ids })),
    unwatched: v.pipe(ids, v.description('What failed and nothing watches that the model states.')),
    complete: v.pipe(v.boolean(), v.description('Whether the model claims to state all monitoring.')),
  }),
  firstAid: v.array(v.string()),
  remedies: v.array(v.object({ text: v.string(), finding: v.optional(v.string()) })),
  assumptions: v.array(v.string()),
});

const simulation = v.union([everyFailure, scenario]);

/** What `stanchion simulate --json` prints: one of these for one model, a list of them for several. */
export const simulationSchema = v.pipe(
  v.union([simulation, v.array(simulation)]),
  v.title('Simulated failures of Stanchion models'),
);

export type EveryFailureDocument = v.InferOutput<typeof everyFailure>;
export type ScenarioDocument = v.InferOutput<typeof scenario>;
export type SimulationDocument = EveryFailureDocument | ScenarioDocument;

/** The JSON Schema of that document. */
export function simulationJsonSchema(): object {
  return toJsonSchema(simulationSchema, { target: 'draft-2020-12' });
}
