import { type Components, componentsOf } from './components.js';
import type { Group } from './demand-draft.js';

/** The equations of demand in dense rows, so that a scenario costs no allocation. */
export interface DemandNetwork {
  readonly variables: number;
  readonly groups: readonly Group[];
  readonly groupSource: Int32Array;
  readonly senderRead: Int32Array;
  readonly senderWrite: Int32Array;
  /** The arms of group `g` are `armStart[g]` to `armStart[g + 1] - 1`. */
  readonly armStart: Int32Array;
  readonly armTarget: Int32Array;
  readonly armWeight: Float64Array;
  readonly armRead: Int32Array;
  readonly armWrite: Int32Array;
  /** The flow of each arm; -1 where it has none. */
  readonly armFlow: Int32Array;
  readonly armGroup: Int32Array;
  /** Groups by their source, arms by their target. */
  readonly sent: Lists;
  readonly received: Lists;
  readonly components: Components;
  /** 1 where a component is a loop. */
  readonly isLoop: Uint8Array;
}

/** Lists of numbers, one for each key from 0, behind one another. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

export function compileDemand(variables: number, groups: readonly Group[]): DemandNetwork {
  const armStart = new Int32Array(groups.length + 1);
  for (const [index, { arms }] of groups.entries()) armStart[index + 1] = armStart[index]! + arms.length;
  const arms = groups.flatMap((group, index) => group.arms.map((arm) => ({ ...arm, index })));
  const armTarget = Int32Array.from(arms, ({ target }) => target);
  const armGroup = Int32Array.from(arms, ({ index }) => index);
  const sources = Int32Array.from(groups, ({ source }) => source);
  const sent = listsBy(variables, sources);
  const { components, isLoop } = loopsIn(variables, sources, armTarget, armGroup);
  return {
    variables,
    groups,
    groupSource: sources,
    senderRead: Int32Array.from(groups, ({ sender }) => sender.read),
    senderWrite: Int32Array.from(groups, ({ sender }) => sender.write),
    armStart,
    armTarget,
    armWeight: Float64Array.from(arms, ({ weight }) => weight),
    armRead: Int32Array.from(arms, ({ read }) => read),
    armWrite: Int32Array.from(arms, ({ write }) => write),
    armFlow: Int32Array.from(arms, ({ flow }) => flow),
    armGroup,
    sent,
    received: listsBy(variables, armTarget),
    components,
    isLoop,
  };
}

/** The places of each key in `keys`, ascending; keys below 0 stand in no list. */
export function listsBy(count: number, keys: Int32Array): Lists {
  const start = new Int32Array(count + 1);
  for (const key of keys) if (key >= 0) start[key + 1]! += 1;
  for (let key = 0; key < count; key += 1) start[key + 1]! += start[key]!;
  const next = start.slice();
  const items = new Int32Array(start[count]!);
  for (const [place, key] of keys.entries()) {
    if (key < 0) continue;
    items[next[key]!] = place;
    next[key]! += 1;
  }
  return { start, items };
}

function loopsIn(
  variables: number,
  sources: Int32Array,
  armTarget: Int32Array,
  armGroup: Int32Array,
): Pick<DemandNetwork, 'components' | 'isLoop'> {
  const bySource = listsBy(
    variables,
    armGroup.map((group) => sources[group]!),
  );
  const targets = bySource.items.map((arm) => armTarget[arm]!);
  const components = componentsOf({ count: variables, start: bySource.start, targets });
  const isLoop = new Uint8Array(components.count);
  for (const [arm, target] of armTarget.entries()) {
    const component = components.of[target]!;
    if (components.of[sources[armGroup[arm]!]!] === component) isLoop[component] = 1;
  }
  return { components, isLoop };
}
