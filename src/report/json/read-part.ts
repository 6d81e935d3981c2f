import * as v from 'valibot';
import type { Audit } from '../../audit/finding.js';
import { createGraph } from '../../graph/create-graph.js';
import { validateDocument } from '../../graph/validate-document.js';
import { type PartDocument, partFormat, partSchema } from './part-schema.js';

export interface PartModel {
  readonly file: string;
  readonly place: number;
  readonly audit: Audit;
}

/** A part that was looked at, with its models as graphs. */
export interface Part extends Omit<PartDocument, 'models'> {
  readonly models: readonly PartModel[];
}

export interface Readable {
  /** Of the running program. */
  readonly tool: string;
  /** Ids of the rules that there are. */
  readonly rules: ReadonlySet<string>;
}

/** The part in a text, or what is wrong with it, as the rest of a sentence. */
export function readPart(text: string, { tool, rules }: Readable): Part | { readonly wrong: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { wrong: 'it is not JSON' };
  }
  const head = headOf(value);
  if (head.format !== partFormat) return { wrong: 'it is no part of an audit: write one with --format part=FILE' };
  if (head.version !== 1) return { wrong: `its version is ${JSON.stringify(head.version)}, and only 1 is known here` };
  if (head.tool !== tool) return { wrong: 'another version of Stanchion wrote it' };
  const result = v.safeParse(partSchema, value, { abortEarly: true });
  if (!result.success) return { wrong: `it is damaged at '${v.getDotPath(result.issues[0]) ?? ''}'` };
  const { models, ...rest } = result.output;
  const { index, of } = rest.shard;
  if (index < 1 || index > of || of > 10_000) return { wrong: `it calls itself shard ${index}/${of}` };
  const read: PartModel[] = [];
  for (const { file, place, document, audit } of models) {
    const unknown =
      audit.outcomes.find(({ rule }) => !rules.has(rule)) ?? rulesOf(audit).find(({ rule }) => !rules.has(rule));
    if (unknown) return { wrong: `it tells of a rule '${unknown.rule}', which does not exist here` };
    const graph = validateDocument(document, file);
    if (!('document' in graph)) return { wrong: `the model of '${file}' in it is damaged` };
    // The schema says what the types say, but for the day and values of edits, which are plain texts and data there.
    const result = { ...audit, model: createGraph(graph.document), today: rest.today } as unknown as Audit;
    read.push({ file, place, audit: result });
  }
  return { ...rest, models: read };
}

function rulesOf({ findings, accepted, baselined = [] }: PartDocument['models'][number]['audit']) {
  return [...findings, ...accepted, ...baselined];
}

function headOf(value: unknown): { readonly format?: unknown; readonly version?: unknown; readonly tool?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}
