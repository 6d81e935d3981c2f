import type { Architecture, Element, ElementId, Failover, Flow } from '../graph/architecture.js';

/** One way in which an element has to do with another. */
export interface Edge {
  /** `reads`, `parent`, `certificate` … */
  readonly label: string;
  readonly from: ElementId;
  readonly to: ElementId;
}

/** Where an element stands: what changes when it moves. */
export const placing: ReadonlySet<string> = new Set(['parent', 'standsIn']);

/** Everything that connects elements: places, flows, clusters, and all that facts name. */
export function edgesOf({ elements, flows, clusters }: Architecture): readonly Edge[] {
  return [
    ...elements.flatMap(ofElement),
    ...flows.flatMap(ofFlow),
    ...clusters.flatMap(({ id, members }) => members.map((to) => ({ label: 'member', from: id, to }))),
  ];
}

function ofElement({ id, parent, facts, listeners = [], rules = [] }: Element): readonly Edge[] {
  const { writer, keptIn, failover, standsIn = [], keyHeldBy = [] } = facts;
  const to = (label: string, ids: readonly (ElementId | undefined)[]) => edges(label, id, ids);
  return [
    ...to('parent', [parent]),
    ...to('standsIn', standsIn),
    ...to('writer', [writer]),
    ...to('keptIn', [keptIn]),
    ...to('failover', [successorOf(failover)]),
    ...to('keyHeldBy', keyHeldBy),
    ...listeners.flatMap(({ tls }) => (tls ? to('certificate', [tls.certificate]) : [])),
    ...rules.flatMap(({ from, to: targets }) => [
      ...from.flatMap((end) => ('element' in end ? to('rule from', [end.element]) : [])),
      ...targets.flatMap((end) => ('element' in end ? to('rule to', [end.element]) : [])),
    ]),
  ];
}

function ofFlow({ verb, from, to, facts: { as, through = [], failover } }: Flow): readonly Edge[] {
  return [
    { label: verb, from, to },
    ...edges('as', from, [as]),
    ...edges('through', from, through),
    ...edges('failover', from, [successorOf(failover)]),
  ];
}

function successorOf(failover: Failover | undefined): ElementId | undefined {
  return typeof failover === 'object' ? failover.by : undefined;
}

function edges(label: string, from: ElementId, ids: readonly (ElementId | undefined)[]): readonly Edge[] {
  return ids.flatMap((to) => (to === undefined ? [] : [{ label, from, to }]));
}
