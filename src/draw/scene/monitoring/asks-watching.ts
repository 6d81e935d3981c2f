import { isComplete } from '../../../audit/questions/is-complete.js';
import { watching } from '../../../audit/questions/monitoring.js';
import { onceAModel } from '../../../audit/questions/once-a-model.js';
import type { Architecture, Element } from '../../../graph/architecture.js';
import { type Kind, traits } from '../../../vocabulary/kinds.js';

const watchers: ReadonlySet<Kind> = new Set(['agent', 'monitoringService', 'logCollector', 'alertChannel']);

/** What runs and does not itself watch: of it a reader wants to know who does. */
export function asksWatching({ kind }: Element): boolean {
  return traits(kind).running === true && !watchers.has(kind);
}

/** What runs in a model and is asked who watches it. */
export const asked: (model: Architecture) => readonly Element[] = onceAModel((model) =>
  model.elements.filter(asksWatching),
);

export function isWatched(model: Architecture, element: Element): boolean {
  return watching(model)(element).length > 0;
}

/** The word on a card or frame that nothing is known to watch. A server speaks for what runs on it where nothing of that is. */
export function lackOfWatch(model: Architecture, element: Element): 'not watched' | 'not stated' | undefined {
  const isOpen = element.kind === 'server' ? isOpenServer(model, element) : isOpenAlone(model, element);
  if (!isOpen) return undefined;
  return isComplete(model, 'monitoring') ? 'not watched' : 'not stated';
}

function isOpenServer(model: Architecture, server: Element): boolean {
  return !isWatched(model, server) && !watchedInPart(model).has(server);
}

function isOpenAlone(model: Architecture, element: Element): boolean {
  if (!asksWatching(element) || isWatched(model, element)) return false;
  const host = model.hostOf(element);
  return host === undefined || !isOpenServer(model, host);
}

/** The servers on which something is watched. */
const watchedInPart = onceAModel(
  (model) => new Set(asked(model).flatMap((one) => (isWatched(model, one) ? (model.hostOf(one) ?? []) : []))),
);
