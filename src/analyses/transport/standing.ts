import { isOutside } from '../network/borders.js';
import { endpointsOf } from '../network/endpoints.js';
import type { Numbering } from './numbering.js';

/** Where elements stand, by their numbers. A name or a shared address stands where everything behind it does. */
export interface Standing {
  /** The server that is one machine, or -1. */
  machineOf(node: number): number;
  /** The innermost zone, `site` in none, `outside` beyond the site. Each once; none where nothing is behind a name. */
  areasOf(node: number): readonly number[];
  /** What answers behind a name or a shared address; else the element itself. */
  endpointsOf(node: number): readonly number[];
  /** The zones around an area, itself included, inside out. */
  zonesAround(area: number): readonly number[];
}

export const site = -1;
export const outside = -2;
const open = -3;

export function standingOf({ model, elements, indexOf }: Numbering): Standing {
  const machines = new Int32Array(elements.length).fill(open);
  const areas = new Int32Array(elements.length).fill(open);
  const endpoints = new Map<number, readonly number[]>();
  const areaLists = new Map<number, readonly number[]>();

  const isGroup = (node: number) => elements[node]!.kind === 'record' || elements[node]!.kind === 'cluster';

  function endpointsBehind(node: number): readonly number[] {
    if (!isGroup(node)) return [node];
    const known = endpoints.get(node);
    if (known) return known;
    const found = endpointsOf(model, elements[node]!).map(({ id }) => indexOf.get(id)!);
    endpoints.set(node, found);
    return found;
  }

  function machineOf(node: number): number {
    const known = machines[node]!;
    if (known !== open) return known;
    const machine = isGroup(node) ? commonOf(endpointsBehind(node), machineOf) : machineOfOne(node);
    machines[node] = machine;
    return machine;
  }

  /** A server of several instances is no single machine. */
  function machineOfOne(node: number): number {
    const element = elements[node]!;
    if (element.parent === undefined && element.kind !== 'server') return -1;
    const host = element.kind === 'server' ? element : model.hostOf(element);
    const { instances } = host?.facts ?? {};
    return host && (instances === undefined || instances === 1) ? indexOf.get(host.id)! : -1;
  }

  function areaOfOne(node: number): number {
    const known = areas[node]!;
    if (known !== open) return known;
    const element = elements[node]!;
    const zone = element.kind === 'zone' ? element : element.parent === undefined ? undefined : model.zoneOf(element);
    const area = isOutside(element) ? outside : zone ? indexOf.get(zone.id)! : site;
    areas[node] = area;
    return area;
  }

  function areasOf(node: number): readonly number[] {
    const known = areaLists.get(node);
    if (known) return known;
    const found = [...new Set(endpointsBehind(node).map(areaOfOne))];
    areaLists.set(node, found);
    return found;
  }

  return {
    machineOf,
    areasOf,
    endpointsOf: endpointsBehind,
    zonesAround(area) {
      if (area < 0) return [];
      const zones = model.ancestors(elements[area]!).filter(({ kind }) => kind === 'zone');
      return [area, ...zones.map(({ id }) => indexOf.get(id)!)];
    },
  };
}

function commonOf(nodes: readonly number[], of: (node: number) => number): number {
  const [first] = nodes;
  if (first === undefined) return -1;
  const value = of(first);
  return nodes.every((node) => of(node) === value) ? value : -1;
}
