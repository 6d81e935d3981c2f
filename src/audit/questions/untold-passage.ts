import type { ListenerExposure } from '../../analyses/network/result.js';
import type { Element } from '../../graph/architecture.js';
import type { KnownFact } from '../wanted-facts.js';

/** Why nobody can tell whether packets from the internet reach a listener: who would have to say what. */
export function untoldPassage(element: Element, { guard }: ListenerExposure): readonly [Element, KnownFact] {
  if (!guard) return [element, 'complete: firewalls'];
  return [guard, guard.facts.incoming === undefined ? 'incoming' : 'filtered'];
}
