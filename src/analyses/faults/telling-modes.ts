import type { Architecture } from '../../graph/architecture.js';
import type { Mode } from './structure-draft.js';

/** A mode in which nothing is asked of any store says nothing about an element. */
export function tellingModes(model: Architecture): ReadonlySet<Mode> {
  const reads = model.flows.some(({ verb }) => verb === 'reads');
  const writes = model.flows.some(({ verb }) => verb === 'writes');
  return new Set<Mode>(reads === writes ? ['read', 'write'] : [reads ? 'read' : 'write']);
}
