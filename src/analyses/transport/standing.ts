import { isOutside } from '../network/borders.js';
import { endpointsOf } from '../network/endpoints.js';
import type { Numbering } from './numbering.js';

/** Where elements stand, by their numbers. A name or a shared address stands where everything behind it does. */
export interface Standing {
  /** The server that is one machine, or -1. */
  machineOf(node: number): number;
  /** The innermost zone, or `site`, `outside`; `several` or `nowhere` where what is behind a name stands apart, or is not. */
  areaOf(node: number): number;
  /** As `areaOf`, but each of several. */
  areasOf(node: number): readonly number[];
  /** What answers behind a name or a shared address; else the element itself. */
  endpointsOf(node: number): readonly number[];
  /** A name or a shared address. */
  isGroup(node: number): boolean;
  /** The zones around an area, itself included, inside out. */
  zonesAround(area: number): readonly number[];
}

export const site = -1;
export const outside = -2;
export const several = -3;
export const nowhere = -4;
const notYet = -5;

export function standingOf(numbering: Numbering): Standing {
  const { model, elements, numberOf } = numbering;
  const machines = new Int32Array(elements.length).fill(notYet);
  const areas = new Int32Array(elements.length).fill(notYet);
  const groups = groupsAmong(numbering);
  const endpoints = new Map<number, readonly number[]>();
  const isGroup = (node: number) => groups[node] === 1;

  function endpointsBehind(node: number): readonly number[] {
    if (!isGroup(node)) return [node];
    const known = endpoints.get(node);
    if (known) return known;
    const found = endpointsOf(model, elements[node]!).map(({ id }) => numberOf(id)!);
    endpoints.set(node, found);
    return found;
  }

  function machineOf(node: number): number {
    if (machines[node] === notYet) {
      const common = isGroup(node) ? commonOf(endpointsBehind(node).map(machineOf)) : machineAbove(numbering, node);
      machines[node] = Math.max(common, -1);
    }
    return machines[node]!;
  }

  function areaOf(node: number): number {
    if (areas[node] === notYet) {
      areas[node] = isGroup(node) ? commonOf(endpointsBehind(node).map(areaOf)) : areaAbove(numbering, node);
    }
    return areas[node]!;
  }

  return {
    machineOf,
    areaOf,
    areasOf(node) {
      const area = areaOf(node);
      if (area !== several) return area === nowhere ? [] : [area];
      return [...new Set(endpointsBehind(node).map(areaOf))];
    },
    endpointsOf: endpointsBehind,
    isGroup,
    zonesAround(area) {
      if (area < 0) return [];
      const zones = model.ancestors(elements[area]!).filter(({ kind }) => kind === 'zone');
      return [area, ...zones.map(({ id }) => numberOf(id)!)];
    },
  };
}

function groupsAmong({ model, elements, numberOf }: Numbering): Uint8Array {
  const groups = new Uint8Array(elements.length);
  for (const { id } of [...model.byKind.record, ...model.byKind.cluster]) groups[numberOf(id)!] = 1;
  return groups;
}

/** A server of several instances is no single machine. */
function machineAbove(numbering: Numbering, node: number): number {
  for (let place = node; place !== -1; place = parentOf(numbering, place)) {
    const { kind, facts } = numbering.elements[place]!;
    if (kind === 'server') return facts.instances === undefined || facts.instances === 1 ? place : -1;
  }
  return -1;
}

function areaAbove(numbering: Numbering, node: number): number {
  if (isOutside(numbering.elements[node]!)) return outside;
  for (let place = node; place !== -1; place = parentOf(numbering, place)) {
    if (numbering.elements[place]!.kind === 'zone') return place;
  }
  return site;
}

/** Most elements stand right behind their place, or behind a neighbour, in the model. */
function parentOf({ elements, numberOf }: Numbering, node: number): number {
  const { parent } = elements[node]!;
  if (parent === undefined) return -1;
  return node > 0 && elements[node - 1]!.id === parent ? node - 1 : (numberOf(parent) ?? -1);
}

function commonOf(values: readonly number[]): number {
  const [first] = values;
  if (first === undefined) return nowhere;
  return values.every((value) => value === first) ? first : several;
}
