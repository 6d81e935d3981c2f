import { type Gates, tolerance } from './gates.js';

/**
 * What works, as the greatest fixpoint: everything works until it is struck out. `fail` strikes out nodes and all that
 * falls with them, by a work list; `undo` brings exactly these back. Between the two the state may be read.
 */
export interface WorkingState {
  /** 1 where a node works. */
  readonly works: Uint8Array;
  /** The node by whose death one died; -1 where it failed of itself. */
  readonly cause: Int32Array;
  /** How many nodes do not work. */
  dead(): number;
  /** What died, in the order of dying. */
  fail(nodes: Iterable<number>): readonly number[];
  undo(deaths: readonly number[]): void;
}

/** The state with nothing failed: what can never work is struck out already. */
export function startWorking(gates: Gates): WorkingState {
  const { dependentStart, dependents, dependentWeight } = gates;
  const works = new Uint8Array(gates.count).fill(1);
  const cause = new Int32Array(gates.count).fill(-1);
  const slack = gates.slack.slice();
  let dead = 0;

  function fail(nodes: Iterable<number>): number[] {
    const deaths: number[] = [];
    for (const node of nodes) {
      if (works[node] === 0) continue;
      works[node] = 0;
      cause[node] = -1;
      deaths.push(node);
    }
    for (let index = 0; index < deaths.length; index += 1) strike(deaths[index]!, deaths);
    dead += deaths.length;
    return deaths;
  }

  function strike(node: number, deaths: number[]): void {
    for (let edge = dependentStart[node]!; edge < dependentStart[node + 1]!; edge += 1) {
      const dependent = dependents[edge]!;
      slack[dependent]! -= dependentWeight[edge]!;
      if (works[dependent] === 0 || slack[dependent]! >= -tolerance) continue;
      works[dependent] = 0;
      cause[dependent] = node;
      deaths.push(dependent);
    }
  }

  function undo(deaths: readonly number[]): void {
    dead -= deaths.length;
    for (let index = deaths.length - 1; index >= 0; index -= 1) {
      const node = deaths[index]!;
      works[node] = 1;
      for (let edge = dependentStart[node]!; edge < dependentStart[node + 1]!; edge += 1) {
        slack[dependents[edge]!]! += dependentWeight[edge]!;
      }
    }
  }

  fail(neverWorking(gates));
  return { works, cause, dead: () => dead, fail, undo };
}

function neverWorking(gates: Gates): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < gates.count; node += 1) if (gates.slack[node]! < -tolerance) nodes.push(node);
  return nodes;
}

/** What can be started one after the other from nothing: the least fixpoint. 1 where a node comes up. */
export function startFromCold(gates: Gates, failed: Iterable<number> = []): Uint8Array {
  const works = new Uint8Array(gates.count);
  const held = new Uint8Array(gates.count);
  for (const node of failed) held[node] = 1;
  const missing = new Float64Array(gates.count);
  const started: number[] = [];
  for (let node = 0; node < gates.count; node += 1) {
    missing[node] = gates.total[node]! - gates.slack[node]!;
    if (missing[node]! <= tolerance && held[node] === 0) start(node);
  }
  for (let index = 0; index < started.length; index += 1) {
    const node = started[index]!;
    for (let edge = gates.dependentStart[node]!; edge < gates.dependentStart[node + 1]!; edge += 1) {
      const dependent = gates.dependents[edge]!;
      missing[dependent]! -= gates.dependentWeight[edge]!;
      if (missing[dependent]! <= tolerance && works[dependent] === 0 && held[dependent] === 0) start(dependent);
    }
  }
  return works;

  function start(node: number): void {
    works[node] = 1;
    started.push(node);
  }
}
