import { isRecord } from '../../../diff/canonical.js';
import type { FactChange } from '../../../diff/model-diff.js';
import type { Architecture } from '../../../graph/architecture.js';
import { cleanText } from '../../text/clean-text.js';
import { grouped } from '../bundle-strokes.js';
import { shortened } from '../failure/name-causes.js';
import { shownName } from '../spoken.js';

/** `instances 2 → 3`; what nobody says is `not stated`. */
export function tellFact(before: Architecture, after: Architecture, change: FactChange): string {
  const { path } = change;
  if (path === 'rules') return tellRule(before, after, change);
  if (path === 'rules.order') return 'its rules stand in another order';
  return `${path} ${tellValue(before, change.before)} → ${tellValue(after, change.after)}`;
}

function tellRule(before: Architecture, after: Architecture, change: FactChange): string {
  const [old, now] = [tellValue(before, change.before), tellValue(after, change.after)];
  if (change.before === undefined) return `new rule: ${now}`;
  return change.after === undefined ? `rule gone: ${old}` : `rule ${old} → ${now}`;
}

const mostParts = 8;

/** A value as people write it; ids of elements by their names. */
export function tellValue(model: Architecture, value: unknown): string {
  if (value === undefined) return 'not stated';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return shortened(cleanText(nameOf(model, value)));
  if (Array.isArray(value)) return tellList(value.map((part) => tellValue(model, part)));
  if (isRecord(value)) return tellRecord(model, value);
  return String(value);
}

function nameOf(model: Architecture, value: string): string {
  const element = model.byId.get(value);
  return element ? shownName(element) : value;
}

function tellList(parts: readonly string[]): string {
  if (parts.length === 0) return 'none';
  // Things of one name, such as a part of every server, are counted.
  const told = [...grouped(parts, (part) => part)].map(([part, { length }]) =>
    length === 1 ? part : `${part} ×${length}`,
  );
  const more = told.length > mostParts ? ` and ${told.length - mostParts} more` : '';
  return `${told.slice(0, mostParts).join(', ')}${more}`;
}

function tellRecord(model: Architecture, value: Readonly<Record<string, unknown>>): string {
  if (value.anyone === true) return 'anyone';
  if (value.action !== undefined) return tellRuleItself(model, value);
  if (value.protocol !== undefined && value.from !== undefined) return tellPorts(value);
  if (value.min !== undefined && value.max !== undefined) return `${value.min}–${value.max}`;
  const only = ['cidr', 'element'].find((key) => value[key] !== undefined);
  if (only !== undefined) return tellValue(model, value[only]);
  const told = Object.entries(value).filter(([key, part]) => key !== 'at' && part !== undefined && part !== '');
  return told.length === 0 ? 'yes' : told.map(([key, part]) => `${key} ${tellValue(model, part)}`).join(', ');
}

function tellRuleItself(model: Architecture, { action, from, to, ports }: Readonly<Record<string, unknown>>): string {
  const where = Array.isArray(to) && to.length > 0 ? ` to ${tellValue(model, to)}` : '';
  const which = ports === undefined ? '' : ` on ${tellValue(model, ports)}`;
  return `${action} ${tellValue(model, from)}${where}${which}`;
}

function tellPorts({ protocol, from, to }: Readonly<Record<string, unknown>>): string {
  return `${protocol} ${from === to ? from : `${from}–${to}`}`;
}
