import type { Transport } from '../../analyses/transport/result.js';
import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import type { DataClass } from '../../vocabulary/words.js';
import type { Subject } from '../finding.js';
import type { KnownFact } from '../wanted-facts.js';
import { dataTravel } from './data-travel.js';
import { isTraffic } from './fetched-data.js';

/** The classes of data about people, of which laws on privacy speak. */
const aboutPeople: ReadonlySet<DataClass> = new Set(['personal', 'payment', 'health']);

/** Data about people that come to an element: what is known of them, or what would have to be told. */
export interface PersonalData {
  readonly classes: readonly DataClass[];
  readonly flows: readonly Flow[];
  /** Empty where some are known to come. */
  readonly untold: readonly { readonly subject: Subject; readonly fact: KnownFact }[];
}

/** Undefined where nothing speaks for it that any come. */
export function personalDataAt(
  model: Architecture,
  transport: Transport,
): (element: Element) => PersonalData | undefined {
  const travel = dataTravel(model, transport);
  const seen = (element: Element) => travel.seenBy(element).filter(({ dataClass }) => aboutPeople.has(dataClass));
  return (element) => {
    const data = seen(element);
    if (data.length > 0) {
      const flows = [...new Set(data.flatMap((one) => one.flows))];
      return { classes: data.map(({ dataClass }) => dataClass), flows, untold: [] };
    }
    const store = travel.untoldBehind(element);
    const silent = silentFlows(model, element, (other) => seen(other).length > 0);
    const untold = store
      ? [{ subject: store, fact: 'holds' } as const]
      : silent.map((subject) => ({ subject, fact: 'carries' }) as const);
    return untold.length > 0 ? { classes: [], flows: [], untold } : undefined;
  };
}

/** Requests to or from a service outside that say nothing of what they carry, where the other end has such data in hand. */
function silentFlows(
  model: Architecture,
  service: Element,
  hasPersonalData: (element: Element) => boolean,
): readonly Flow[] {
  if (service.kind !== 'externalService') return [];
  return [...model.outgoing(service), ...model.incoming(service)].filter((flow) => {
    if (!isTraffic(flow) || flow.facts.carries) return false;
    const other = model.byId.get(flow.from === service.id ? flow.to : flow.from);
    return other !== undefined && other.kind !== 'user' && hasPersonalData(other);
  });
}
