import type { DemandNetwork } from './demand-network.js';
import type { Link } from './solve-loop.js';
import type { Working } from './working.js';

/** What the network is like at present: what arms carry, their shares, what groups send. */
interface Present extends Pick<Working, 'isUp'> {
  readonly carried: Float64Array;
  readonly share: Float64Array;
  /** NaN where a group sends by its factor. */
  readonly constant: Float64Array;
  readonly factor: Float64Array;
}

export interface LoopEquations {
  readonly members: Int32Array;
  /** What comes to each member from outside; constants that are sent within the loop enter it like that. */
  readonly entering: Float64Array;
  readonly links: readonly Link[];
}

/** The equations of one loop, its members numbered from 0. */
export function loopEquations(network: DemandNetwork, present: Present, component: number): LoopEquations {
  const { components } = network;
  const members = components.nodes.subarray(components.start[component]!, components.start[component + 1]!);
  const places = new Map([...members].map((variable, place) => [variable, place]));
  const entering = Float64Array.from(members, (variable) => comingFromOutside(network, present, variable));
  const links: Link[] = [];
  for (const variable of members) addLinks(network, present, variable, { places, entering, links });
  return { members, entering, links };
}

function comingFromOutside(
  { received, armGroup, groupSource, components }: DemandNetwork,
  { carried }: Present,
  variable: number,
): number {
  let sum = 0;
  for (let index = received.start[variable]!; index < received.start[variable + 1]!; index += 1) {
    const arm = received.items[index]!;
    if (components.of[groupSource[armGroup[arm]!]!] !== components.of[variable]) sum += carried[arm]!;
  }
  return sum;
}

interface Equations {
  readonly places: ReadonlyMap<number, number>;
  readonly entering: Float64Array;
  readonly links: Link[];
}

function addLinks(
  { sent, armStart, armTarget, senderRead, senderWrite }: DemandNetwork,
  { share, constant, factor, isUp }: Present,
  variable: number,
  { places, entering, links }: Equations,
): void {
  for (let index = sent.start[variable]!; index < sent.start[variable + 1]!; index += 1) {
    const group = sent.items[index]!;
    if (!isUp(senderRead[group]!, senderWrite[group]!)) continue;
    const told = constant[group]!;
    for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) {
      const to = places.get(armTarget[arm]!);
      if (to === undefined || share[arm] === 0) continue;
      if (Number.isNaN(told)) links.push({ from: places.get(variable)!, to, gain: factor[group]! * share[arm]! });
      else entering[to]! += told * share[arm]!;
    }
  }
}
