import type { Element } from '../../graph/architecture.js';
import type { Kind } from '../../vocabulary/kinds.js';
import type { RequestFilter } from '../../vocabulary/words.js';
import type { Edit } from '../edit.js';

const able: readonly Kind[] = ['loadBalancer', 'apiGateway', 'cdn', 'webServer'];

/** Has entries filter requests by one thing more, where all of them can read what passes. */
export function withFilter(entries: readonly Element[], filter: RequestFilter): readonly Edit[] | undefined {
  if (!entries.every(readsRequests)) return undefined;
  return entries.map((on) => ({ on, set: { filters: [...(on.facts.filters ?? []), filter] } }));
}

/** Where TLS is handed on unopened there is nothing to read. */
function readsRequests({ kind, listeners = [] }: Element): boolean {
  return able.includes(kind) && !listeners.some(({ protocol }) => protocol === 'tls');
}
