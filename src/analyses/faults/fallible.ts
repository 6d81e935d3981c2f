import type { Element } from '../../graph/architecture.js';
import type { RecoveryStrategy } from '../../vocabulary/words.js';
import type { Universe } from './universe.js';

/**
 * What can fail as one. Zones do only where they declare a figure; a firewall only as a box of its own; names, groups and
 * accounts are no things that break; what has instances to spare loses them one at a time.
 */
export function canFail(element: Element, slack: number): boolean {
  if (slack > 0) return false;
  switch (element.kind) {
    case 'zone':
      return declaresFigure(element);
    case 'firewall':
      return element.facts.appliance === true;
    case 'cluster':
    case 'record':
    case 'account':
      return false;
    default:
      return true;
  }
}

function declaresFigure({ facts }: Element): boolean {
  return facts.availability !== undefined || facts.unavailability !== undefined || facts.mtbf !== undefined;
}

/** Ways of recovery that go on, where the others build anew elsewhere, hours or days later. */
const survives: readonly RecoveryStrategy[] = ['warm standby', 'active-active'];

/** Its loss is listed, and is more than that only where the model asks to survive it. */
export function isOnlyListed({ model, providers, indexOf }: Universe, element: Element): boolean {
  switch (element.kind) {
    case 'user':
    case 'certificate':
    case 'externalService':
      return true;
    case 'region':
      return !survives.includes(model.facts.recovery ?? 'none');
    default:
      return [...providers.values()].includes(indexOf.get(element.id) ?? -1);
  }
}
