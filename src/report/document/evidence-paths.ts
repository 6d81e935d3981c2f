import type { Evidence } from '../../audit/finding.js';
import type { Architecture, Element, ElementId, Flow } from '../../graph/architecture.js';
import { stepWords } from './hop-words.js';
import type { Telling } from './telling.js';

const mostPaths = 8;

/**
 * Evidence as people follow it: `visitor → load balancer (HTTPS 443, encrypted) → web on server-1 and server-2 (HTTP 80,
 * plaintext)`. Elements of one kind and name are one step; what stands on no path comes last.
 */
export function evidencePaths(evidence: Evidence, telling: Telling): readonly string[] {
  const { model } = telling.audit;
  const flows = withLookups(
    model,
    evidence.flows.flatMap((id) => model.flowById.get(id) ?? []),
  );
  const lines = flowPaths(flows, telling);
  const shown = lines.slice(0, mostPaths);
  const rest = lines.length - shown.length;
  const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const aside = evidence.elements.filter((id) => !ends.has(id)).flatMap((id) => model.byId.get(id) ?? []);
  return [...shown, ...(rest > 0 ? [`and ${rest} more of the kind`] : []), telling.names.groups(aside)].filter(
    (line) => line !== '',
  );
}

/** A visit to a name leads on to what the name points to, where that is part of the evidence. */
function withLookups(model: Architecture, flows: readonly Flow[]): readonly Flow[] {
  const starts = new Set(flows.map(({ from }) => from));
  const looked = flows.flatMap(({ to }) => (model.byId.get(to)?.kind === 'record' ? (model.byId.get(to) ?? []) : []));
  const leads = looked.flatMap((record) => model.outgoing(record)).filter(({ to }) => starts.has(to));
  return [...new Set([...flows, ...leads])];
}

/** Flows strung together into as few paths as their order gives. */
export function flowPaths(flows: readonly Flow[], telling: Telling): readonly string[] {
  const steps = stepsOf(flows, telling);
  return chainsOf([...steps.edges.values()]).map((chain) => spokenChain(chain, steps, telling));
}

type Node = string;

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly words: Set<string>;
}

interface Steps {
  readonly members: ReadonlyMap<Node, readonly Element[]>;
  readonly edges: ReadonlyMap<string, Edge>;
}

function stepsOf(flows: readonly Flow[], { audit: { model }, transport }: Telling): Steps {
  const nodeOf = grouping(model, flows);
  const members = new Map<Node, Element[]>();
  const edges = new Map<string, Edge>();
  for (const flow of flows) {
    for (const id of [flow.from, flow.to]) {
      const element = model.byId.get(id);
      const group = members.get(nodeOf(id)) ?? [];
      if (element && !group.includes(element)) members.set(nodeOf(id), [...group, element]);
    }
    const [from, to] = [nodeOf(flow.from), nodeOf(flow.to)];
    const key = JSON.stringify([from, to]);
    const edge = edges.get(key) ?? { from, to, words: new Set() };
    edge.words.add(stepWords(transport.hop(flow)));
    edges.set(key, edge);
  }
  return { members, edges };
}

/** Elements of one kind and name are one, unless a flow leads from one of them to another. */
function grouping(model: Architecture, flows: readonly Flow[]): (id: ElementId) => Node {
  const alike = (id: ElementId) => {
    const element = model.byId.get(id);
    return element ? JSON.stringify([element.kind, element.name]) : id;
  };
  const apart = new Set(flows.filter(({ from, to }) => alike(from) === alike(to)).map(({ from }) => alike(from)));
  return (id) => (apart.has(alike(id)) ? id : alike(id));
}

function chainsOf(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const left = new Set(edges);
  const chains: Edge[][] = [];
  while (left.size > 0) {
    const targets = new Set([...left].map(({ to }) => to));
    const [first] = [...left].filter(({ from }) => !targets.has(from)).concat([...left]);
    if (first === undefined) break;
    chains.push(chainFrom(first, left));
  }
  return chains;
}

function chainFrom(first: Edge, left: Set<Edge>): Edge[] {
  const chain: Edge[] = [];
  for (let edge: Edge | undefined = first; edge; ) {
    chain.push(edge);
    left.delete(edge);
    const { to }: Edge = edge;
    edge = [...left].find(({ from }) => from === to);
  }
  return chain;
}

function spokenChain(chain: readonly Edge[], { members }: Steps, { names }: Telling): string {
  const name = (node: Node) => names.list(members.get(node) ?? []);
  const start = chain[0] === undefined ? '' : name(chain[0].from);
  return [start, ...chain.map(({ to, words }) => `${name(to)}${inBrackets(words)}`)].join(' → ');
}

/** Where alike flows differ, nothing is said of them all. */
function inBrackets(words: ReadonlySet<string>): string {
  const [only = ''] = words;
  return words.size > 1 || only === '' ? '' : ` (${only})`;
}
