import type { Listener } from '../../graph/architecture.js';
import type { Draft, DraftElement } from './draft.js';
import { complain, quoted } from './problems.js';

/** Two listeners of one host cannot have the same port. Ports that were left open are not compared: nobody told them. */
export function claimPorts(draft: Draft, element: DraftElement, listeners: readonly Listener[]): void {
  for (const { port, protocol } of listeners) {
    if (port === undefined) continue;
    const host = hostOf(draft, element);
    const claim = `${protocol === 'udp' ? 'udp' : 'tcp'} ${port} ${host.id}`;
    const taken = draft.ports.get(claim);
    draft.ports.set(claim, element.name);
    if (taken === undefined) continue;
    const who = taken === element.name ? '' : `, by ${quoted(taken)} and by ${quoted(element.name)}`;
    const spot = { draft, at: element.at };
    complain(spot, `Port ${port} is taken twice on ${quoted(host.name)}${who}.`, 'Give one of them another port.');
  }
}

/** The server it stands on; itself where it stands on none. */
function hostOf(draft: Draft, element: DraftElement): DraftElement {
  let place: DraftElement | undefined = element;
  while (place && place.kind !== 'server')
    place = place.parent === undefined ? undefined : draft.elements.get(place.parent);
  return place ?? element;
}
