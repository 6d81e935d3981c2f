import type { Architecture } from '../graph/architecture.js';
import { isRecord } from './canonical.js';
import type { FactChange } from './model-diff.js';

/** What makes the words of authors fit for where they are told. */
export type Clean = (text: string) => string;

/** `instances 2 → 3`; what nobody says is `not stated`. */
export function factWords(before: Architecture, after: Architecture, change: FactChange, clean: Clean): string {
  const { path } = change;
  if (path === 'rules') return ruleChangeWords(before, after, change, clean);
  if (path === 'rules.order') return 'its rules stand in another order';
  const as = namesElements(path) ? nameWords : valueWords;
  return `${path} ${as(before, change.before, clean)} → ${as(after, change.after, clean)}`;
}

function ruleChangeWords(before: Architecture, after: Architecture, change: FactChange, clean: Clean): string {
  const [old, now] = [valueWords(before, change.before, clean), valueWords(after, change.after, clean)];
  if (change.before === undefined) return `new rule: ${now}`;
  return change.after === undefined ? `rule gone: ${old}` : `rule ${old} → ${now}`;
}

const mostParts = 8;

/** The facts whose values are ids of elements: any other text may be the same by chance. */
const naming: ReadonlySet<string> = new Set([
  'parent',
  'members',
  'writer',
  'keptIn',
  'as',
  'standsIn',
  'keyHeldBy',
  'through',
  'by',
  'certificate',
  'from',
  'to',
  'element',
]);

function namesElements(path: string): boolean {
  return naming.has(path.slice(path.lastIndexOf('.') + 1));
}

/** Ids of elements, one or several, by their names. */
export function nameWords(model: Architecture, value: unknown, clean: Clean): string {
  if (typeof value === 'string') return clean(nameOf(model, value));
  if (Array.isArray(value)) return listWords(value.map((part) => nameWords(model, part, clean)));
  return valueWords(model, value, clean);
}

/** A value as people write it. */
function valueWords(model: Architecture, value: unknown, clean: Clean): string {
  if (value === undefined) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return listWords(value.map((part) => valueWords(model, part, clean)));
  if (isRecord(value)) return recordWords(model, value, clean);
  return String(value);
}

function nameOf(model: Architecture, value: string): string {
  const element = model.byId.get(value);
  return element ? element.name || '(no name)' : value;
}

function listWords(parts: readonly string[]): string {
  if (parts.length === 0) return 'none';
  // Things of one name, such as a part of every server, are counted.
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  const told = [...counts].map(([part, count]) => (count === 1 ? part : `${part} ×${count}`));
  const more = told.length > mostParts ? ` and ${told.length - mostParts} more` : '';
  return `${told.slice(0, mostParts).join(', ')}${more}`;
}

function recordWords(model: Architecture, value: Readonly<Record<string, unknown>>, clean: Clean): string {
  if (value.anyone === true) return 'anyone';
  if (value.action !== undefined) return ruleWords(model, value, clean);
  if (value.protocol !== undefined && value.from !== undefined) return portWords(value);
  if (value.min !== undefined && value.max !== undefined) return `${value.min}–${value.max}`;
  const only = ['cidr', 'element'].find((key) => value[key] !== undefined);
  if (only !== undefined) return (namesElements(only) ? nameWords : valueWords)(model, value[only], clean);
  const told = Object.entries(value).filter(([key, part]) => key !== 'at' && part !== undefined && part !== '');
  return told.length === 0
    ? 'yes'
    : told
        .map(([key, part]) => `${key} ${(namesElements(key) ? nameWords : valueWords)(model, part, clean)}`)
        .join(', ');
}

function ruleWords(
  model: Architecture,
  { action, from, to, ports }: Readonly<Record<string, unknown>>,
  clean: Clean,
): string {
  const where = Array.isArray(to) && to.length > 0 ? ` to ${valueWords(model, to, clean)}` : '';
  const which = ports === undefined ? '' : ` on ${valueWords(model, ports, clean)}`;
  return `${action} ${valueWords(model, from, clean)}${where}${which}`;
}

function portWords({ protocol, from, to }: Readonly<Record<string, unknown>>): string {
  return `${protocol} ${from === to ? from : `${from}–${to}`}`;
}
