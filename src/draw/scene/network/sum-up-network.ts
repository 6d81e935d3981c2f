import type { Architecture } from '../../../graph/architecture.js';
import { count } from '../describe.js';
import { groundOf } from './ground.js';

/** What the internet reaches, what is blocked, and what the model leaves open. */
export function sumUpNetwork(model: Architecture): string {
  const { network, exposed, internet } = groundOf(model);
  const reached = [...exposed.values()];
  const open = reached.filter(({ anyone }) => anyone.length > 0).length;
  const unknown = reached.filter(({ anyone, unknown }) => anyone.length === 0 && unknown.length > 0).length;
  const blocked = network.blocked.length;
  const untold = network.flows.filter(({ passage }) => passage === 'unknown').length;
  const clauses = [
    internet === undefined && open === 0
      ? 'Nothing is known to be open to the internet'
      : `The internet reaches ${count(open, 'element')}`,
    unknown > 0 ? `of ${unknown} it is not stated` : '',
    blocked > 0 ? `${count(blocked, 'connection')} ${blocked === 1 ? 'is' : 'are'} blocked` : '',
    untold > 0 ? `whether ${count(untold, 'connection')} ${untold === 1 ? 'gets' : 'get'} through is not stated` : '',
  ];
  return `${borders(model)}${clauses.filter((clause) => clause !== '').join('; ')}.`;
}

function borders({ byKind }: Architecture): string {
  if (byKind.zone.length > 0 || byKind.firewall.length > 0) return '';
  return 'The model names no zones and no firewalls. ';
}
