import type { BaseIssue } from 'valibot';
import { factsByKind } from '../vocabulary/facts-by-kind.js';
import { type Kind, kindNames, traits } from '../vocabulary/kinds.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { type JsonPath, quoted } from './checks/report.js';
import { hasKind } from './schema/element.js';

type Issue = BaseIssue<unknown>;

/** What a schema did not like, in a sentence: what was expected and what stood there, or which fact is not known. */
export function describeIssue(issue: Issue): { path: JsonPath; message: string; hint?: string | undefined } {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  const last = path.at(-1);
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, ...unknownKey(String(last), issue) };
  }
  if (/object$/.test(issue.type) && issue.path?.at(-1)?.origin === 'key') {
    return { path: path.slice(0, -1), message: `${quoted(String(last))} is missing` };
  }
  return { path, message: `expected ${issue.message}, got ${shown(issue.input)}`, hint: nearestWord(issue) };
}

function unknownKey(key: string, issue: Issue): { message: string; hint: string | undefined } {
  const element = issue.path?.find((item) => hasKind(item.value))?.value;
  const isFact = issue.path?.at(-2)?.key === 'facts';
  if (isFact && hasKind(element)) return unknownFact(key, element.kind);
  return { message: `nothing is known as ${quoted(key)} here`, hint: undefined };
}

function unknownFact(fact: string, kind: Kind): { message: string; hint: string | undefined } {
  const own: readonly string[] = factsByKind[kind];
  const others = kindNames.filter((other) => (factsByKind[other] as readonly string[]).includes(fact));
  const nearest = nearestName(fact, own);
  const hint =
    others.length > 0
      ? `It is a fact of ${others.map((other) => traits(other).plural).join(', ')}.`
      : `${nearest === undefined ? '' : `Did you mean ${quoted(nearest)}? `}Known are ${own.join(', ')}.`;
  return { message: `a ${traits(kind).noun} has no fact ${quoted(fact)}`, hint };
}

function nearestWord(issue: Issue): string | undefined {
  if (issue.type !== 'picklist' || typeof issue.input !== 'string') return undefined;
  const words = [...issue.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const nearest = nearestName(issue.input, words);
  return nearest === undefined ? undefined : `Did you mean ${quoted(nearest)}?`;
}

/** The value as JSON would write it, strings in single quotes; at most 80 characters. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
