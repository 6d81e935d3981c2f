import type { ElementId, Failover } from '../../graph/architecture.js';
import type { Stage } from './stage.js';
import type { Line, Stroke } from './stroke.js';

/** From what notices a failure to what it has take over. A member that takes over by itself needs no line. */
export function failoverStrokes({ model }: Stage): readonly Stroke[] {
  const strokes = new Map<string, Stroke>();
  const add = (failover: Failover | undefined, targets: readonly ElementId[]) => {
    if (typeof failover !== 'object' || targets.includes(failover.by)) return;
    for (const to of targets)
      strokes.set(`${failover.by} ${to}`, { from: failover.by, to, flows: [], line: lineOf(failover) });
  };
  for (const { id, members } of model.clusters) add(model.byId.get(id)?.facts.failover, members);
  for (const { from, facts } of model.flows) add(facts.failover, [from]);
  return [...strokes.values()];
}

function lineOf({ within }: Exclude<Failover, string>): Line {
  return {
    style: 'operations',
    head: 'full',
    lock: undefined,
    sort: 'operations',
    sideBySide: false,
    purpose: 'failover',
    thin: false,
    label: within === undefined ? 'failover' : `failover, ${within}`,
    short: 'failover',
    phrase: 'makes take over',
    encryption: '',
  };
}
