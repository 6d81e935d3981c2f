import type { DemandNetwork } from './demand-network.js';
import { dividerIn } from './divide-group.js';
import { loopEquations } from './loop-equations.js';
import { solveLoop } from './solve-loop.js';
import type { Working } from './working.js';

/** The demand as it settles in the present state of what works. */
export interface DemandSolver {
  /** Requests per second that arrive at each variable, and that each arm carries. */
  readonly demand: Float64Array;
  readonly carried: Float64Array;
  /** Components whose loop grew without end in some state; their demand is what enters them. */
  readonly ranAway: Uint8Array;
  /** The demand with nothing failed, once `settle` was called. */
  readonly before: Float64Array;
  readonly carriedBefore: Float64Array;
  settle(): void;
  /** Looks at some groups again, of which arms or senders changed, and carries on what follows from that. */
  resettle(groups: readonly number[]): void;
  /** Variables whose demand may have changed since `settle`. */
  readonly touched: readonly number[];
  /** Goes back to what `settle` found. */
  restore(): void;
  /** Arms looked at so far: what the work was. */
  work(): number;
}

/**
 * `scales`: whether a variable's demand is known in full, so that constants told of what it sends can grow with it: they
 * tell of what is, and whoever gets half as much again sends half as much again.
 */
export function demandSolver(
  network: DemandNetwork,
  { isUp }: Pick<Working, 'isUp'>,
  scales: (variable: number) => boolean,
): DemandSolver {
  const { groups, groupSource, senderRead, senderWrite, armStart, armTarget } = network;
  const { components, isLoop, sent } = network;
  const arms = armTarget.length;
  const demand = new Float64Array(network.variables);
  const carried = new Float64Array(arms);
  const share = new Float64Array(arms);
  const divide = dividerIn(network, isUp, share);
  const constant = Float64Array.from(groups, (group) => group.constant ?? Number.NaN);
  const factor = Float64Array.from(groups, (group) => group.factor ?? 0);
  const ranAway = new Uint8Array(components.count);
  const stale = new Uint8Array(components.count);
  const isTouched = new Uint8Array(network.variables);
  const isArmTouched = new Uint8Array(arms);
  const touched: number[] = [];
  const touchedArms: number[] = [];
  const changedGroups: number[] = [];
  const before = new Float64Array(network.variables);
  const carriedBefore = new Float64Array(arms);
  const shareBefore = new Float64Array(arms);
  let firstStale = components.count;
  let looked = 0;

  function sentBy(group: number): number {
    if (!isUp(senderRead[group]!, senderWrite[group]!)) return 0;
    const told = constant[group]!;
    return Number.isNaN(told) ? demand[groupSource[group]!]! * factor[group]! : told;
  }

  function makeStale(component: number): void {
    stale[component] = 1;
    if (component < firstStale) firstStale = component;
  }

  function touch(variable: number): void {
    if (isTouched[variable] === 1) return;
    isTouched[variable] = 1;
    touched.push(variable);
  }

  /** Sets what the groups of a variable carry; what arrives within its own loop is the loop's to settle. */
  function send(variable: number): void {
    const own = components.of[variable]!;
    for (let index = sent.start[variable]!; index < sent.start[variable + 1]!; index += 1) {
      const group = sent.items[index]!;
      const value = sentBy(group);
      looked += armStart[group + 1]! - armStart[group]!;
      for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) {
        const next = value * share[arm]!;
        const change = next - carried[arm]!;
        if (change === 0) continue;
        carried[arm] = next;
        if (isArmTouched[arm] === 0) {
          isArmTouched[arm] = 1;
          touchedArms.push(arm);
        }
        const target = armTarget[arm]!;
        if (components.of[target] === own) continue;
        demand[target]! += change;
        touch(target);
        makeStale(components.of[target]!);
      }
    }
  }

  /** Rounding leaves a trace where everything that came was taken away again. */
  function smooth(variable: number): void {
    if (demand[variable]! < 1e-12 * before[variable]!) demand[variable] = 0;
  }

  function settleLoop(component: number): void {
    const { members, entering, links } = loopEquations(network, { carried, share, constant, factor, isUp }, component);
    const solution = solveLoop(entering, links);
    if (!solution) ranAway[component] = 1;
    for (const [index, variable] of members.entries()) {
      demand[variable] = (solution ?? entering)[index]!;
      touch(variable);
    }
    for (const variable of members) send(variable);
  }

  function run(): void {
    for (let component = firstStale; component < components.count; component += 1) {
      if (stale[component] === 0) continue;
      stale[component] = 0;
      if (isLoop[component] === 1) {
        settleLoop(component);
        continue;
      }
      const variable = components.nodes[components.start[component]!]!;
      smooth(variable);
      send(variable);
    }
    firstStale = components.count;
  }

  function keep(): void {
    before.set(demand);
    carriedBefore.set(carried);
    shareBefore.set(share);
    forget();
    for (const [group, source] of groupSource.entries()) {
      const told = constant[group]!;
      if (Number.isNaN(told) || !(demand[source]! > 0) || !scales(source)) continue;
      factor[group] = told / demand[source]!;
      constant[group] = Number.NaN;
    }
  }

  function forget(): void {
    for (const variable of touched) isTouched[variable] = 0;
    for (const arm of touchedArms) isArmTouched[arm] = 0;
    touched.length = 0;
    touchedArms.length = 0;
    changedGroups.length = 0;
  }

  return {
    demand,
    carried,
    ranAway,
    before,
    carriedBefore,
    touched,
    settle() {
      for (let group = 0; group < groups.length; group += 1) divide(group);
      for (let component = 0; component < components.count; component += 1) makeStale(component);
      run();
      keep();
    },
    resettle(changed) {
      for (const group of changed) {
        divide(group);
        changedGroups.push(group);
        makeStale(components.of[groupSource[group]!]!);
      }
      run();
    },
    restore() {
      for (const variable of touched) demand[variable] = before[variable]!;
      for (const arm of touchedArms) carried[arm] = carriedBefore[arm]!;
      for (const group of changedGroups) {
        for (let arm = armStart[group]!; arm < armStart[group + 1]!; arm += 1) share[arm] = shareBefore[arm]!;
      }
      forget();
    },
    work: () => looked,
  };
}
