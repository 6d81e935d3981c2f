import type { Draft, DraftElement } from './draft.js';
import { complain, quoted } from './problems.js';
import type { ReadListener } from './read-listeners.js';

/** Two listeners of one host cannot have the same port. Ports that were left open are not compared: nobody told them. */
export function claimPorts(draft: Draft, element: DraftElement, listeners: readonly ReadListener[]): void {
  const host = hostOf(draft, element);
  for (const { listener, portTold } of listeners) {
    if (!portTold || listener.port === undefined) continue;
    const claim = `${listener.protocol === 'udp' ? 'udp' : 'tcp'} ${listener.port} ${host.id}`;
    const taken = draft.ports.get(claim);
    if (taken === undefined) draft.ports.set(claim, element.name);
    else complainOf(draft, element, host, listener.port, taken);
  }
}

function complainOf(draft: Draft, element: DraftElement, host: DraftElement, port: number, taken: string): void {
  const by = taken === element.name ? '' : `, by ${quoted(taken)} and by ${quoted(element.name)}`;
  complain(
    draft,
    element.at,
    `Port ${port} is taken twice on ${quoted(host.name)}${by}.`,
    `Give one of them another port, as in http({ port: ${port + 1 > 65_535 ? port - 1 : port + 1} }).`,
  );
}

/** The server it stands on; itself where it stands on none. */
function hostOf(draft: Draft, element: DraftElement): DraftElement {
  let place = element.parent;
  while (place !== undefined) {
    const around = draft.elements.get(place);
    if (around?.kind === 'server') return around;
    place = around?.parent;
  }
  return element;
}
