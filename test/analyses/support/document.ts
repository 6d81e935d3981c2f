import type {
  Architecture,
  ArchitectureDocument,
  ArchitectureFacts,
  Cluster,
  Element,
  ElementFacts,
  Flow,
  FlowFacts,
  Journey,
  Listener,
  Pool,
} from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import type { Kind } from '../../../src/vocabulary/kinds.js';
import type { Verb } from '../../../src/vocabulary/verbs.js';
import type { AccessMode } from '../../../src/vocabulary/words.js';

export interface ElementOptions {
  readonly in?: string;
  readonly name?: string;
  readonly facts?: ElementFacts;
  readonly listeners?: readonly Listener[];
  readonly rules?: Element['rules'];
}

export interface PoolOptions {
  readonly need?: number;
  readonly weights?: readonly number[];
  readonly facts?: FlowFacts;
}

/** Writes the graph of a test by hand, in the order of the calls; the id of an element is its name unless told otherwise. */
export interface Drafting {
  readonly elements: Element[];
  readonly flows: Flow[];
  readonly pools: Pool[];
  readonly clusters: Cluster[];
  readonly journeys: Journey[];
  element(kind: Kind, id: string, options?: ElementOptions): string;
  flow(from: string, verb: Verb, to: string, facts?: FlowFacts, listener?: string): Flow;
  pool(from: string, verb: Verb, targets: readonly string[], options?: PoolOptions): void;
  cluster(id: string, memberKind: Kind, members: readonly string[], facts?: ElementFacts): string;
  journey(from: string, mode: AccessMode, to: string): void;
  document(facts?: ArchitectureFacts): ArchitectureDocument;
  graph(facts?: ArchitectureFacts): Architecture;
}

export function draft(): Drafting {
  const elements: Element[] = [];
  const flows: Flow[] = [];
  const pools: Pool[] = [];
  const clusters: Cluster[] = [];
  const journeys: Journey[] = [];
  const document = (facts: ArchitectureFacts = {}): ArchitectureDocument => ({
    format: 'stanchion-architecture',
    version: 1,
    name: 'test',
    facts,
    elements,
    flows,
    pools,
    clusters,
    journeys,
    waivers: [],
  });

  function element(kind: Kind, id: string, options: ElementOptions = {}): string {
    elements.push({
      id,
      kind,
      name: options.name ?? id,
      facts: options.facts ?? {},
      ...(options.in !== undefined && { parent: options.in }),
      ...(options.listeners && { listeners: options.listeners }),
      ...(options.rules && { rules: options.rules }),
    });
    return id;
  }

  function flow(from: string, verb: Verb, to: string, facts: FlowFacts = {}, listener?: string, pool?: string): Flow {
    const made: Flow = {
      id: `${from} ${verb} ${to} #${flows.length}`,
      verb,
      from,
      to,
      facts,
      ...(listener !== undefined && { listener }),
      ...(pool !== undefined && { pool }),
    };
    flows.push(made);
    return made;
  }

  return {
    elements,
    flows,
    pools,
    clusters,
    journeys,
    element,
    flow,
    pool(from, verb, targets, options = {}) {
      const id = `pool ${pools.length}`;
      const made = targets.map((target) => flow(from, verb, target, options.facts, undefined, id));
      pools.push({
        id,
        verb,
        from,
        flows: made.map((one) => one.id),
        need: options.need ?? 1,
        ...(options.weights && { weights: options.weights }),
      });
    },
    cluster(id, memberKind, members, facts = {}) {
      clusters.push({ id, memberKind, members });
      return element('cluster', id, { facts });
    },
    journey(from, mode, to) {
      const id = `${from} ${mode} ${to}`;
      journeys.push({ id, name: id, from, to, mode });
    },
    document,
    graph: (facts) => createGraph(document(facts)),
  };
}
