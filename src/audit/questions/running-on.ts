import type { Architecture, Element } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { groupBy } from './group-by.js';
import { onceAModel } from './once-a-model.js';

/** What runs on each server, what only watches it left out. */
export type RunningOn = (server: Element) => readonly Element[];

export const runningOn: (model: Architecture) => RunningOn = onceAModel((model) => {
  const running = model.elements.filter(({ kind }) => traits(kind).running === true && kind !== 'agent');
  const byHost = groupBy(running, (element) => model.hostOf(element));
  return (server) => byHost.get(server) ?? [];
});
