import { createHash } from 'node:crypto';
import type { Architecture } from '../graph/architecture.js';

const shortestHandle = 6;

/**
 * 64 hex digits that name a finding for as long as it is about the same: the architecture and its environment, the rule,
 * the elements in no order, and what the rule tells apart. Never lines or messages. An environment left out counts as
 * production, so that saying so changes nothing.
 */
export function fingerprint(
  model: Architecture,
  rule: string,
  ids: readonly string[],
  discriminator: string | undefined,
): string {
  const parts = [
    model.name,
    model.facts.environment ?? 'production',
    rule,
    [...new Set(ids)].sort(),
    discriminator ?? '',
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** For each fingerprint its shortest prefix that no other has, of six digits or more. */
export function handles(fingerprints: readonly string[]): ReadonlyMap<string, string> {
  const sorted = [...new Set(fingerprints)].sort();
  return new Map(
    sorted.map((print, index) => {
      const shared = Math.max(sharedPrefix(print, sorted[index - 1]), sharedPrefix(print, sorted[index + 1]));
      return [print, print.slice(0, Math.max(shortestHandle, shared + 1))];
    }),
  );
}

function sharedPrefix(print: string, other: string | undefined): number {
  if (other === undefined) return 0;
  let length = 0;
  while (length < print.length && print[length] === other[length]) length += 1;
  return length;
}
