import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { severities } from '../../audit/finding.js';
import { finding, modelHead, position, reference, severity } from './audit-schema.js';
import { scenario } from './simulation-schema.js';

const id = v.string();
const ids = v.array(id);
const text = v.string();

const head = { format: v.literal('stanchion-explanation'), version: v.literal(1) };

/** A flow as a request travels it. */
const hop = v.object({
  flow: id,
  verb: text,
  from: id,
  to: id,
  protocol: v.optional(text),
  port: v.optional(v.number()),
  encryption: v.picklist(['tls', 'mutual tls', 'tunnel', 'local', 'plaintext', 'unknown']),
  minimumVersion: v.optional(text),
  certificate: v.optional(id),
  tlsEnds: v.boolean(),
  leavesZone: v.boolean(),
  guards: ids,
  passage: v.picklist(['open', 'blocked', 'unknown']),
  decidedBy: v.optional(id),
  carries: v.array(text),
  authenticatedBy: v.optional(text),
  required: v.boolean(),
});

/** Without a flow: from a group to one of its members. */
const step = v.object({ from: id, to: id, hop: v.optional(hop) });
const way = v.array(step);

const exposure = v.object({
  passage: v.picklist(['open', 'blocked', 'unknown']),
  guards: ids,
  openListeners: v.array(text),
  limitedTo: v.array(text),
  entries: v.array(hop),
});

const element = v.object({
  ...head,
  subject: v.literal('element'),
  model: modelHead,
  element: v.object({
    id,
    kind: text,
    name: text,
    tier: v.optional(text),
    owner: v.optional(text),
    at: v.optional(position),
    role: text,
    why: text,
    whyFrom: v.picklist(['model', 'kind']),
    places: v.pipe(ids, v.description('Places and failure domains that it stands in, places from the innermost.')),
    inside: ids,
    holders: v.pipe(ids, v.description('Of a certificate: what serves it.')),
  }),
  wayFromUser: v.nullable(way),
  waysToStores: v.array(way),
  neededBy: v.array(hop),
  needs: v.array(hop),
  canFail: v.boolean(),
  failure: scenario,
  exposure: v.nullable(exposure),
  findings: v.array(finding),
  findingsInside: v.pipe(ids, v.description('Handles of the findings on what stands in it.')),
  accepted: v.array(finding),
  untold: v.array(v.object({ fact: text, wanted: text })),
});

const explainedFinding = v.object({
  ...head,
  subject: v.literal('finding'),
  model: modelHead,
  finding,
  path: v.pipe(way, v.description('What shows it, in an order that reads as a path where it is one.')),
  concerned: ids,
  waiver: v.pipe(text, v.description('The line that accepts it, to be written in the model.')),
});

const flow = v.object({
  ...head,
  subject: v.literal('flow'),
  model: modelHead,
  flow: hop,
  findings: v.pipe(ids, v.description('Handles of the findings that it shows.')),
});

const severityOrOff = v.picklist([...severities, 'off']);

const ruleInModel = v.object({
  model: modelHead,
  outcome: v.picklist(['pass', 'finding', 'cannot tell', 'not applicable', 'not asked']),
  passes: v.number(),
  unknown: v.number(),
  switchedOff: v.number(),
  findings: v.pipe(ids, v.description('Handles, as of the accepted ones and those in the baseline.')),
  accepted: ids,
  baselined: ids,
  missing: v.array(v.object({ fact: text, wanted: text })),
});

const rule = v.object({
  ...head,
  subject: v.literal('rule'),
  rule: v.object({
    id,
    severity,
    summary: text,
    impact: text,
    remedy: text,
    references: v.array(reference),
    options: v.optional(v.unknown()),
  }),
  inForce: v.optional(
    v.pipe(
      v.object({
        severity: severityOrOff,
        options: v.unknown(),
        scopes: v.array(v.object({ severity: v.optional(severityOrOff), options: v.optional(v.unknown()) })),
      }),
      v.description('What holds for it here, where models are named.'),
    ),
  ),
  models: v.optional(v.pipe(v.array(ruleInModel), v.description('How it fared in each model that is named.'))),
});

/** What `stanchion explain SUBJECT --json` prints. */
export const explanationSchema = v.pipe(
  v.variant('subject', [element, explainedFinding, flow, rule]),
  v.title('Explanation of something in a Stanchion model'),
);

export type HopDocument = v.InferOutput<typeof hop>;
export type StepDocument = v.InferOutput<typeof step>;
export type ElementDocument = v.InferOutput<typeof element>;
export type ExplainedFindingDocument = v.InferOutput<typeof explainedFinding>;
export type RuleInModelDocument = v.InferOutput<typeof ruleInModel>;
export type FlowDocument = v.InferOutput<typeof flow>;
export type ExplanationDocument = v.InferOutput<typeof explanationSchema>;

/** The JSON Schema of that document. */
export function explanationJsonSchema(): object {
  return toJsonSchema(explanationSchema, { target: 'draft-2020-12' });
}
