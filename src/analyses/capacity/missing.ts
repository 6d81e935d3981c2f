import type { Element, Flow } from '../../graph/architecture.js';
import { traits } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import { type Label, labelsIn, listed } from '../faults/labels.js';
import type { Universe } from '../faults/universe.js';
import type { Group } from './demand-draft.js';
import type { DemandNetwork } from './demand-network.js';
import type { Factor } from './factors.js';
import type { MissingFigure } from './result.js';
import type { Statement } from './statements.js';

export interface MissingGround {
  readonly universe: Universe;
  readonly network: DemandNetwork;
  readonly statements: readonly Statement[];
  readonly factors: readonly Factor[];
  readonly groupOf: ReadonlyMap<Statement, Group>;
  /** 1 where a variable's demand is not known in full. */
  readonly incomplete: Uint8Array;
  /** Whether requests lead to an element. */
  readonly isAsked: (element: Element) => boolean;
}

interface Gap {
  readonly fact: MissingFigure['fact'];
  readonly source: Element;
  readonly flows: Flow[];
  readonly targets: number[];
}

/** Figures that would let the analysis say more: where users enter first, then what unlocks most, then by the model. */
export function missingIn(ground: MissingGround): readonly MissingFigure[] {
  const label = labelsIn(ground.universe);
  const figures = [
    ...demandGaps(ground).map((gap) => toFigure(ground, label, gap)),
    ...capacitiesMissing(ground, label),
  ];
  return figures.sort((left, right) => rank(left) - rank(right) || right.unlocks - left.unlocks);

  function rank({ flows }: MissingFigure): number {
    return flows.some(({ from }) => ground.universe.model.byId.get(from)?.kind === 'user') ? 0 : 1;
  }
}

/** What the elements of one tier leave open alike is one gap. */
function demandGaps(ground: MissingGround): readonly Gap[] {
  const { universe, statements, factors, groupOf } = ground;
  const gaps = new Map<string, Gap>();
  for (const [index, statement] of statements.entries()) {
    const group = groupOf.get(statement);
    const source = universe.model.byId.get(statement.flows[0]!.from);
    const fact = group && source && gapOf(ground, group, factors[index]!);
    if (!fact) continue;
    const key = JSON.stringify([fact, source.tier ?? source.id, statement.flows[0]!.verb]);
    const gap = gaps.get(key) ?? { fact, source, flows: [], targets: [] };
    gap.flows.push(...statement.flows);
    gap.targets.push(...group.arms.map(({ target }) => target));
    gaps.set(key, gap);
  }
  return [...gaps.values()];
}

function gapOf({ network: { received } }: MissingGround, group: Group, factor: Factor): Gap['fact'] | undefined {
  if (group.constant !== undefined) return group.isPartial ? 'requestsPerSecond' : undefined;
  if (received.start[group.source] === received.start[group.source + 1]) return 'requestsPerSecond';
  if (factor.by === 'unknown') return factor.missing;
  return group.isPartial ? 'perRequest' : undefined;
}

function toFigure(ground: MissingGround, label: Label, { fact, source, flows, targets }: Gap): MissingFigure {
  const { model } = ground.universe;
  const ends = [...new Set(flows.flatMap(({ to }) => model.byId.get(to) ?? []))];
  const what = `${label(source)} ${verbs[flows[0]!.verb].phrase} ${listed(ends.map(label))}`;
  return {
    fact,
    elements: fact === 'hitRatio' ? [source] : [],
    flows: fact === 'hitRatio' ? [] : flows,
    wanted: sentenceFor(fact, what, label(source)),
    unlocks: reachedFrom(ground, targets),
  };
}

function sentenceFor(fact: Gap['fact'], what: string, source: string): string {
  switch (fact) {
    case 'requestsPerSecond':
      return `Say how many requests come where ${what}: \`requestsPerSecond\`.`;
    case 'perRequest':
      return `Say how many of the requests go where ${what}: \`perRequest\`.`;
    case 'hitRatio':
      return `Say what share of the requests ${source} answers itself: \`hitRatio\`.`;
    case 'capacity':
      return `Say what ${source} takes: \`capacity: { requestsPerSecond }\`.`;
  }
}

/** Beyond this many elements it does not matter any more how many there are. */
const mostReached = 10_000;

/** Elements whose demand is not known in full, from these on. */
function reachedFrom({ universe, network, incomplete }: MissingGround, targets: readonly number[]): number {
  const seen = new Set<number>(targets);
  let found = 0;
  // A set grows while it is gone through.
  for (const variable of seen) {
    if (incomplete[variable] === 0) continue;
    if (found >= mostReached) break;
    if (variable < universe.elements.length) found += 1;
    for (let index = network.sent.start[variable]!; index < network.sent.start[variable + 1]!; index += 1) {
      const { constant, arms } = network.groups[network.sent.items[index]!]!;
      if (constant === undefined) for (const { target } of arms) seen.add(target);
    }
  }
  return found;
}

function capacitiesMissing({ universe, isAsked }: MissingGround, label: Label): readonly MissingFigure[] {
  const tiers = new Map<string, Element[]>();
  for (const element of universe.model.elements) {
    const { running } = traits(element.kind);
    if (!(running || element.kind === 'externalService') || !isAsked(element)) continue;
    if (element.facts.capacity?.requestsPerSecond !== undefined) continue;
    const key = JSON.stringify([element.kind, element.tier ?? element.id]);
    const tier = tiers.get(key);
    if (tier) tier.push(element);
    else tiers.set(key, [element]);
  }
  return [...tiers.values()].map((elements) => ({
    fact: 'capacity',
    elements,
    flows: [],
    wanted: sentenceFor('capacity', '', `${elements.length > 1 ? 'each of ' : ''}${listed(elements.map(label))}`),
    unlocks: elements.length,
  }));
}
