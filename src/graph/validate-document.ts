import * as v from 'valibot';
import { nearestName } from '../vocabulary/nearest-name.js';
import type { ArchitectureDocument, SourcePosition } from './architecture.js';
import { checkClusters } from './checks/check-clusters.js';
import { checkEnds } from './checks/check-ends.js';
import { checkFlows } from './checks/check-flows.js';
import { checkIds } from './checks/check-ids.js';
import { checkListeners } from './checks/check-listeners.js';
import { checkParents } from './checks/check-parents.js';
import { checkPlaces } from './checks/check-places.js';
import { checkPools } from './checks/check-pools.js';
import { checkReferences } from './checks/check-references.js';
import { checkViews } from './checks/check-views.js';
import { type JsonPath, quoted, type Report } from './checks/report.js';
import { describeIssue } from './describe-issue.js';
import type { Problem } from './problem.js';
import { documentSchema } from './schema/document.js';
import { anyElement, position } from './schema/element.js';

/** Line and column of a value in the text it was parsed from; undefined where that is not known. */
export type Locate = (path: JsonPath) => { readonly line: number; readonly column: number } | undefined;

const shape = documentSchema(anyElement);
const checks = [
  checkIds,
  checkPlaces,
  checkParents,
  checkReferences,
  checkEnds,
  checkListeners,
  checkFlows,
  checkPools,
  checkClusters,
  checkViews,
];
/** A generated file that is wrong throughout says so a hundred times, not a million. */
const mostProblems = 100;

/**
 * Checks a graph's JSON form, whoever made it: first its shape, then that ids are unique and lead somewhere, that everything
 * stands where it can, that verbs join what they can, that pools and clusters hold together. All that is wrong is told at once, the shape before the rest.
 *
 * @param value what `JSON.parse` gave; it is not changed, the document is a copy with the known keys
 * @param file named in problems that know no author's position
 * @param locate finds line and column of a path in the file
 */
export function validateDocument(
  value: unknown,
  file?: string,
  locate?: Locate,
): { document: ArchitectureDocument } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const report = reporter(problems, value, file, locate);
  const result = v.safeParse(shape, value, { abortPipeEarly: true });
  if (!result.success) {
    for (const issue of result.issues) {
      const { path, message, hint } = describeIssue(issue);
      report(path, message, { hint });
    }
    return { problems: shortened(problems, file) };
  }
  const document = result.output as unknown as ArchitectureDocument;
  const elementById = new Map(document.elements.map((element) => [element.id, element]));
  for (const check of checks) check({ document, elementById, report, nearest: fewNearest() });
  return problems.length > 0 ? { problems: shortened(problems, file) } : { document };
}

const mostHints = 20;

function fewNearest(): typeof nearestName {
  let hints = 0;
  return (typed, names) => (hints++ < mostHints ? nearestName(typed, names) : undefined);
}

function reporter(problems: Problem[], value: unknown, file: string | undefined, locate: Locate | undefined): Report {
  return (path, message, { hint, at } = {}) => {
    const item = valueAt(value, path.slice(0, 2));
    const found = problems.length < mostProblems ? locate?.(path) : undefined;
    const where = found ? { file, ...found } : (at ?? positionOf(item) ?? (file === undefined ? {} : { file }));
    problems.push({
      ...where,
      message: `${placeInWords(path, item)}: ${message}`,
      ...(hint === undefined ? {} : { hint }),
    });
  };
}

function placeInWords(path: JsonPath, item: unknown): string {
  const keys = path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
  const isNamed = typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string';
  const whole = keys === '' ? 'the document' : keys;
  return isNamed && path.length > 2 ? `${whole} of ${quoted(String(item.id))}` : whole;
}

function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((inner, key) => {
    return typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined;
  }, value);
}

function positionOf(item: unknown): SourcePosition | undefined {
  const at = valueAt(item, ['at']);
  return v.is(position, at) ? at : undefined;
}

function shortened(problems: Problem[], file: string | undefined): Problem[] {
  if (problems.length <= mostProblems) return problems;
  const more = problems.length - mostProblems;
  return [
    ...problems.slice(0, mostProblems),
    { ...(file === undefined ? {} : { file }), message: `… and ${more} more of the like` },
  ];
}
