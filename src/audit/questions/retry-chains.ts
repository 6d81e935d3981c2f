import type { Architecture, Element, Flow } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { knots } from './knots.js';

/** A way of requests on which they are tried again. */
export interface RetryChain {
  /** From the first that is tried again to the last, those between them included. */
  readonly flows: readonly Flow[];
  /** What gets the last of them. */
  readonly last: Element;
  /** What one request at the beginning may become: one more than the retries that are told, multiplied. */
  readonly product: number;
}

/** From one node to the next: an element, or a group as the one that asks. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  /** Left out between a group and its members. */
  readonly flow?: Flow;
}

interface Way {
  readonly product: number;
  readonly by: Step;
}

/**
 * The worst chain to each element behind which nobody tries again, in the order of the model. What goes in a circle is left
 * out: how often it goes round is not told.
 */
export function retryChains(model: Architecture): readonly RetryChain[] {
  if (!model.flows.some(({ facts }) => (facts.retries ?? 0) > 0)) return [];
  const steps = inOrder(withoutCircles(stepsIn(model)));
  const ways = worstWays(steps);
  const goesOn = retryingFurther(steps);
  return model.elements.flatMap((last) => {
    const product = ways.get(last.id)?.product ?? 1;
    if (product === 1 || goesOn.has(last.id) || last.kind === 'record' || last.kind === 'cluster') return [];
    const flows = flowsTo(ways, last.id);
    const asked = flows.filter(({ verb }) => verb !== 'resolvesTo').at(-1);
    return asked && factorOf(asked) > 1 ? [{ flows, last, product }] : [];
  });
}

function stepsIn(model: Architecture): readonly Step[] {
  const requests = model.flows.filter(({ verb }) => verbs[verb].sort === 'traffic' && verb !== 'consumes');
  const asking = (id: string) => (model.clusterById.has(id) ? outOf(id) : id);
  return [
    ...requests.map((flow) => ({ from: asking(flow.from), to: flow.to, factor: factorOf(flow), flow })),
    ...model.clusters.flatMap(({ id, members }) =>
      members.flatMap((member) => [
        { from: id, to: member, factor: 1 },
        { from: member, to: outOf(id), factor: 1 },
      ]),
    ),
  ];
}

/** A group that is asked is not the one that asks: else every member would lead to every other. */
function outOf(cluster: string): string {
  return `out of ${cluster}`;
}

function factorOf({ facts: { retries = 0 } }: Flow): number {
  return 1 + retries;
}

function withoutCircles(steps: readonly Step[]): readonly Step[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) {
    if (!next.has(to)) next.set(to, []);
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const circles = knots([...next.keys()], (node) => next.get(node) ?? []);
  const circleOf = new Map(circles.flatMap((nodes, index) => nodes.map((node) => [node, index] as const)));
  return steps.filter(({ from, to }) => !circleOf.has(from) || circleOf.get(from) !== circleOf.get(to));
}

/** Each step behind all those that lead to where it begins (Kahn 1962). */
function inOrder(steps: readonly Step[]): readonly Step[] {
  const onwards = new Map<string, Step[]>();
  const waiting = new Map<string, number>();
  for (const step of steps) {
    const known = onwards.get(step.from);
    if (known) known.push(step);
    else onwards.set(step.from, [step]);
    waiting.set(step.to, (waiting.get(step.to) ?? 0) + 1);
  }
  const ordered = [...onwards].flatMap(([from, own]) => (waiting.has(from) ? [] : own));
  // The list grows while it is gone through.
  for (const { to } of ordered) {
    const left = (waiting.get(to) ?? 0) - 1;
    waiting.set(to, left);
    if (left === 0) for (const step of onwards.get(to) ?? []) ordered.push(step);
  }
  return ordered;
}

function worstWays(steps: readonly Step[]): ReadonlyMap<string, Way> {
  const ways = new Map<string, Way>();
  for (const step of steps) {
    const product = (ways.get(step.from)?.product ?? 1) * step.factor;
    if (product > (ways.get(step.to)?.product ?? 1)) ways.set(step.to, { product, by: step });
  }
  return ways;
}

/** Nodes behind which somebody tries again, themselves included. */
function retryingFurther(steps: readonly Step[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { from, to, factor } of [...steps].reverse()) if (factor > 1 || found.has(to)) found.add(from);
  return found;
}

function flowsTo(ways: ReadonlyMap<string, Way>, last: string): readonly Flow[] {
  const flows: Flow[] = [];
  for (let step = ways.get(last)?.by; step; step = ways.get(step.from)?.by) if (step.flow) flows.push(step.flow);
  return flows.reverse();
}
