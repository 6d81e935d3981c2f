import type { Architecture, Flow } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { count } from '../describe.js';
import { joined, shownName } from '../spoken.js';
import { groundOf } from './ground.js';

/** What the internet reaches, what is blocked, and what the model leaves open. */
export function sumUpNetwork(model: Architecture): string {
  const { network, exposed } = groundOf(model);
  const reached = [...exposed.values()];
  const names = [...exposed].flatMap(([element, { anyone }]) => (anyone.length > 0 ? [shownName(element)] : []));
  const unknown = reached.filter(({ anyone, unknown }) => anyone.length === 0 && unknown.length > 0).length;
  const blocked = network.blocked.length;
  const untold = network.flows.filter(({ flow, passage }) => passage === 'unknown' && isDrawn(flow)).length;
  const clauses = [
    names.length === 0 ? 'Nothing is known to be open to the internet' : `The internet reaches ${inShort(names)}`,
    unknown > 0
      ? `whether it reaches ${count(unknown, names.length > 0 ? 'other element' : 'element')} is not stated`
      : '',
    blocked > 0 ? `${count(blocked, 'connection')} ${blocked === 1 ? 'is' : 'are'} blocked` : '',
    untold > 0 ? `whether ${count(untold, 'connection')} ${untold === 1 ? 'gets' : 'get'} through is not stated` : '',
  ];
  return `${borders(model)}${clauses.filter((clause) => clause !== '').join('; ')}.`;
}

/** A few by name. */
function inShort(names: readonly string[]): string {
  return names.length > 3 || new Set(names).size < names.length ? count(names.length, 'element') : joined(names);
}

/** What watches and backs up is in another picture. */
function isDrawn({ verb }: Flow): boolean {
  return verbs[verb].sort !== 'operations' || verb === 'administers';
}

function borders({ byKind }: Architecture): string {
  if (byKind.zone.length > 0 || byKind.firewall.length > 0) return '';
  return 'The model names no zones and no firewalls. ';
}
