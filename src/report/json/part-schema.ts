import * as v from 'valibot';
import { severities } from '../../audit/finding.js';
import { edit } from './audit-schema.js';

/** One shard of an audit, as `stanchion merge` reads it. It comes from a file: nothing in it is believed before it was looked at. */

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const severity = v.picklist(severities);
const day = v.pipe(text, v.regex(/^\d{4}-\d\d-\d\d$/));
const print = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));
const position = v.strictObject({ file: text, line: count, column: count });

const waiver = v.strictObject({
  rule: text,
  element: v.exactOptional(text),
  because: text,
  until: v.exactOptional(text),
  by: v.exactOptional(text),
  at: v.exactOptional(position),
});

const reference = v.strictObject({
  id: text,
  framework: text,
  url: v.exactOptional(v.pipe(text, v.regex(/^https:\/\//))),
});

const finding = v.strictObject({
  rule: text,
  severity,
  element: v.exactOptional(text),
  flow: v.exactOptional(text),
  subjects: v.exactOptional(texts),
  message: text,
  impact: text,
  remedy: text,
  references: v.array(reference),
  evidence: v.strictObject({ elements: texts, flows: texts }),
  fingerprint: print,
  identity: v.exactOptional(v.strictObject({ ids: texts, discriminator: v.exactOptional(text) })),
  handle: v.pipe(text, v.regex(/^[0-9a-f]{6,64}$/)),
  at: v.exactOptional(position),
  fix: v.exactOptional(v.array(edit)),
  accepted: v.exactOptional(waiver),
});

const outcome = v.strictObject({
  rule: text,
  severity,
  outcome: v.picklist(['pass', 'finding', 'cannot tell', 'not applicable']),
  passes: count,
  findings: count,
  accepted: count,
  unknown: count,
  switchedOff: v.exactOptional(count),
  baselined: v.exactOptional(count),
});

const audit = v.strictObject({
  findings: v.array(finding),
  accepted: v.array(finding),
  baselined: v.exactOptional(v.array(finding)),
  missing: v.array(v.strictObject({ fact: text, wanted: text, rules: texts, elements: texts, flows: texts })),
  outcomes: v.array(outcome),
  completeness: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  assumptions: texts,
});

const problem = v.strictObject({
  file: v.exactOptional(text),
  line: v.exactOptional(count),
  column: v.exactOptional(count),
  message: text,
  hint: v.exactOptional(text),
});

export const partFormat = 'stanchion-part';

export const partSchema = v.strictObject({
  format: v.literal(partFormat),
  version: v.literal(1),
  /** Of the program: no other reads it. */
  tool: text,
  shard: v.strictObject({ index: count, of: count }),
  today: day,
  /** Digests of what all shards have to have in common: configuration, baseline, what was named. */
  configuration: text,
  baseline: text,
  inputs: texts,
  models: v.array(
    v.strictObject({
      file: text,
      /** Of the file among all. */
      place: count,
      document: v.unknown(),
      audit,
    }),
  ),
  problems: v.array(problem),
  /** The files that findings stand in, for frames of code. */
  sources: v.record(text, text),
});

export type PartDocument = v.InferOutput<typeof partSchema>;
