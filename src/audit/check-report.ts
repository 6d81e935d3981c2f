import { nearestName } from '../vocabulary/nearest-name.js';
import type { EvidenceGiven, Rule } from './rule.js';

/** What a rule reported, before anybody knows whether its author had a compiler. */
export interface Reported {
  readonly at?: unknown;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly evidence?: EvidenceGiven;
}

/**
 * The text of the message that is reported.
 *
 * @throws Error where the report cannot become a finding: its author's mistake
 */
export function checkReport({ id, messages }: Pick<Rule, 'id' | 'messages'>, { at, message, data }: Reported): string {
  const text = Object.hasOwn(messages, message) ? messages[message] : undefined;
  if (text === undefined)
    throw new RangeError(`it has no message ${JSON.stringify(message)}: ${known(message, messages)}`);
  for (const subject of Array.isArray(at) ? at : at === undefined ? [] : [at]) {
    if (!isThing(subject, 'id')) {
      throw new TypeError(`'at' takes elements and flows of the model, not ${JSON.stringify(subject)} (${id})`);
    }
  }
  for (const [, slot = ''] of text.matchAll(/\{\{(\w+)\}\}/g)) {
    const value = data && Object.hasOwn(data, slot) ? data[slot] : undefined;
    if (!isSlotValue(value)) throw new TypeError(`the message '${message}' needs ${wanted(slot, value)}`);
  }
  return text;
}

function known(message: string, messages: Rule['messages']): string {
  const nearest = nearestName(message, Object.keys(messages));
  return nearest === undefined ? `it has ${Object.keys(messages).join(', ') || 'none'}` : `did you mean '${nearest}'?`;
}

function wanted(slot: string, value: unknown): string {
  const what = `a value for {{${slot}}}`;
  if (value === undefined) return what;
  return `${what} that is a text, a number, an element or a list of these, not ${JSON.stringify(value)}`;
}

function isSlotValue(value: unknown): boolean {
  return Array.isArray(value) ? value.every((one) => isWord(one)) : isWord(value) || typeof value === 'number';
}

function isWord(value: unknown): boolean {
  return typeof value === 'string' || isThing(value, 'name');
}

function isThing(value: unknown, name: 'id' | 'name'): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, name) === 'string';
}
