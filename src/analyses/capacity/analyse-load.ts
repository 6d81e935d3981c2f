import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { lazily } from '../../graph/lazily.js';
import { assumptionsOf } from './assumptions.js';
import { connectionsIn } from './connections.js';
import { elementLoads, flowLoads } from './element-loads.js';
import { missingIn } from './missing.js';
import type { Load } from './result.js';
import { type LoadGround, prepareLoad, type SolvedLoad, solveLoad } from './solve-load.js';
import { statementsIn } from './statements.js';
import { tellsDemand } from './write-demand.js';

export interface LoadOptions {
  /** A bound on the work for single failures, in flows looked at; beyond it the rest is left untried and counted. */
  readonly mostWork?: number;
  /** Groups of fewer targets are looked at in every failure, without asking first whether it could raise anything. */
  readonly fewTargets?: number;
}

/** Some seconds on a usual machine. */
const usualWork = 1_000_000_000;

/** How much arrives where, against what it takes: now, in the worst single failure, and when a zone is lost. */
export function analyseLoad(model: Architecture, { mostWork = usualWork, fewTargets = 24 }: LoadOptions = {}): Load {
  const ground = lazily(() => prepareLoad(model));
  const solved = lazily(() => (tellsDemand(model) ? solveLoad(ground(), { mostWork, fewTargets }) : undefined));
  const elements = lazily(() => elementLoads(solved()!));
  const flows = lazily(() => flowLoads(solved()!));
  const byId = lazily(() => new Map(elements().map((load) => [load.element.id, load])));
  const missing = lazily(() => missingFor(ground(), solved()));
  const connections = lazily(() => connectionsIn(model, statementsIn(model)));
  const connectionsOf: Load['connectionsOf'] = (element) => connections()(element);
  if (!tellsDemand(model)) return nothingClaimed(missing, connectionsOf);
  return {
    hasDemand: true,
    get elements() {
      return elements();
    },
    loadOf: (id: ElementId) => byId().get(id),
    connectionsOf,
    get flows() {
      return flows();
    },
    get shared() {
      return solved()!.shared;
    },
    get runaway() {
      return loopsThatRunAway(solved()!);
    },
    get failures() {
      const { tried, candidates } = solved()!.failures;
      return { tried, candidates };
    },
    get missing() {
      return missing();
    },
    get assumptions() {
      return assumptionsFor(solved()!);
    },
  };
}

/** Nothing is declared: only what would have to be is told. */
function nothingClaimed(missing: () => Load['missing'], connectionsOf: Load['connectionsOf']): Load {
  return {
    hasDemand: false,
    elements: [],
    loadOf: () => undefined,
    connectionsOf,
    flows: [],
    shared: [],
    runaway: [],
    failures: { tried: 0, candidates: 0 },
    get missing() {
      return missing();
    },
    assumptions: [],
  };
}

function missingFor(ground: LoadGround, solved: SolvedLoad | undefined): Load['missing'] {
  const { working, network } = ground;
  const incomplete = solved?.incomplete ?? new Uint8Array(network.variables).fill(1);
  return missingIn({ ...ground, universe: working.universe, incomplete });
}

/** Members in the order of the model; junctions are none of its elements. */
function loopsThatRunAway({ model, network: { components }, ranAway }: SolvedLoad): readonly (readonly Element[])[] {
  return [...ranAway.keys()]
    .filter((component) => ranAway[component] === 1)
    .map((component) => {
      const members = components.nodes.subarray(components.start[component], components.start[component + 1]);
      return [...members].flatMap((variable) => model.elements[variable] ?? []);
    });
}

/** Only what a known demand went through is worth a word. */
function assumptionsFor({ working, statements, factors, groupOf, solver }: SolvedLoad): readonly string[] {
  return assumptionsOf(working.universe, statements, factors, (statement) => {
    const group = groupOf.get(statement);
    return group === undefined || solver.before[group.source]! > 0 || group.constant !== undefined;
  });
}
