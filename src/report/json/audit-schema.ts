import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { severities } from '../../audit/finding.js';

export const severity = v.picklist(severities);
const ids = v.array(v.string());
export const position = v.object({ file: v.string(), line: v.number(), column: v.number() });

export const reference = v.object({ id: v.string(), framework: v.string(), url: v.optional(v.string()) });

const acceptance = v.object({
  because: v.string(),
  until: v.optional(v.string()),
  by: v.optional(v.string()),
  at: v.optional(position),
});

/** An element that is edited, or a flow, or the model itself. */
const editTarget = v.union([
  v.strictObject({ element: v.string() }),
  v.strictObject({ flow: v.string() }),
  v.strictObject({ model: v.literal(true) }),
]);

const editValue = v.pipe(
  v.unknown(),
  v.description('A value as an author writes it; { $element: id } stands for the variable that holds that element.'),
);

/** What `stanchion fix` writes for a finding. */
export const edit = v.union([
  v.strictObject({
    on: editTarget,
    set: v.record(v.string(), editValue),
    unset: v.optional(ids),
    listener: v.optional(v.string()),
  }),
  v.strictObject({ on: editTarget, call: v.string(), args: v.array(editValue) }),
  v.strictObject({ remove: position }),
]);

/** One finding, as every document holds it. */
export const finding = v.object({
  rule: v.string(),
  severity,
  mark: v.pipe(v.string(), v.description('How pictures and reports number it, such as H2.')),
  element: v.optional(v.string()),
  flow: v.optional(v.string()),
  message: v.string(),
  impact: v.string(),
  remedy: v.string(),
  references: v.array(reference),
  evidence: v.object({ elements: ids, flows: ids }),
  fingerprint: v.pipe(
    v.string(),
    v.description('64 hexadecimal digits, stable across moved lines and reworded messages.'),
  ),
  handle: v.string(),
  at: v.optional(position),
  fix: v.optional(
    v.pipe(
      v.array(edit),
      v.description('The remedy as edits of the source; left out: there is no one that is plainly right.'),
    ),
  ),
  accepted: v.optional(acceptance),
  inBaseline: v.optional(v.literal(true)),
});

const outcome = v.object({
  rule: v.string(),
  severity,
  outcome: v.picklist(['pass', 'finding', 'cannot tell', 'not applicable']),
  passes: v.number(),
  findings: v.number(),
  accepted: v.number(),
  unknown: v.number(),
  switchedOff: v.optional(
    v.pipe(v.number(), v.description('Findings that a scope of the configuration switches off.')),
  ),
  baselined: v.optional(v.pipe(v.number(), v.description('Findings that are in the baseline.'))),
});

/** Which model a document is about. */
export const modelHead = v.object({
  name: v.string(),
  environment: v.optional(v.string()),
  file: v.optional(v.string()),
});

const audit = v.object({
  model: modelHead,
  today: v.string(),
  findings: v.array(finding),
  accepted: v.array(finding),
  baselined: v.optional(v.pipe(v.array(finding), v.description('Findings that are in the baseline; left out: none.'))),
  missing: v.array(v.object({ fact: v.string(), wanted: v.string(), rules: ids, elements: ids, flows: ids })),
  outcomes: v.array(outcome),
  completeness: v.pipe(
    v.number(),
    v.description(
      'Share of the questions that the model answers, 0 to 1; 1 also where every rule is not applicable, so that there was none.',
    ),
  ),
  assumptions: v.array(v.string()),
});

/** What `stanchion audit --json` prints. A new version number means that a reader of the old one would misread it. */
export const auditsSchema = v.pipe(
  v.object({ format: v.literal('stanchion-audit'), version: v.literal(1), audits: v.array(audit) }),
  v.title('Audits of Stanchion models'),
);

export type AuditsDocument = v.InferOutput<typeof auditsSchema>;

/** The JSON Schema of that document. */
export function auditJsonSchema(): object {
  return toJsonSchema(auditsSchema);
}
