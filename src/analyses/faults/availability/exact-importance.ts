import type { BasicEvent } from './basic-events.js';
import type { Diagram } from './diagram.js';
import { passagesFrom, probabilitiesUpTo } from './diagram-probabilities.js';
import type { JourneyDiagram } from './journey-diagram.js';

/** What the events of one element mean to a journey. */
export interface ElementImportance {
  readonly element: number;
  readonly birnbaum: number;
  readonly criticality: number;
  readonly fussellVesely: number;
}

/**
 * Importance by element, of those whose failures can matter. Members of one element share its figure: Birnbaum's is the
 * derivative by that figure, the sum over the members, and Fussell-Vesely's asks for a minimal cut set that any of them
 * is in. Undefined where the cut sets outgrow the diagram.
 */
export function exactImportance(
  { diagram, top, order, shares }: JourneyDiagram,
  events: readonly BasicEvent[],
): readonly ElementImportance[] | undefined {
  const probability = probabilitiesUpTo(diagram, top, shares);
  const whole = probability[top]!;
  const birnbaum = birnbaumByLevel(diagram, top, shares, probability);
  const share = (part: number) => (whole === 0 ? 0 : part / whole);
  const found: ElementImportance[] = [];
  for (const [element, levels] of levelsByElement(diagram, top, order, events)) {
    const cut = cutProbability(diagram, top, levels, shares);
    if (cut === undefined) return undefined;
    let [derivative, critical] = [0, 0];
    for (const level of levels) {
      const { growth, figure } = events[order[level]!]!;
      derivative += birnbaum[level]! * growth;
      critical += birnbaum[level]! * growth * figure;
    }
    // More failures of what a takeover waits for may end the wait: such an element is none to fix first.
    const result = {
      birnbaum: Math.max(0, derivative),
      criticality: share(Math.max(0, critical)),
      fussellVesely: share(cut),
    };
    found.push({ element, ...result });
  }
  return found;
}

/** The levels that the function asks for, by the element that fails there. Takeovers are nobody's failure. */
function levelsByElement(
  diagram: Diagram,
  top: number,
  order: readonly number[],
  events: readonly BasicEvent[],
): ReadonlyMap<number, readonly number[]> {
  const asked = new Set<number>();
  for (let node = 2; node <= top; node += 1) asked.add(diagram.levelOf(node));
  const byElement = new Map<number, number[]>();
  for (const level of [...asked].sort((left, right) => left - right)) {
    const { element, sort } = events[order[level]!]!;
    if (sort === 'failure') byElement.set(element, [...(byElement.get(element) ?? []), level]);
  }
  return byElement;
}

/** How much more probable the break is with the event than without: over all nodes that ask for it, as they are passed. */
function birnbaumByLevel(
  diagram: Diagram,
  top: number,
  shares: readonly number[],
  probability: Float64Array,
): Float64Array {
  const passage = passagesFrom(diagram, top, shares);
  const birnbaum = new Float64Array(shares.length);
  for (let node = 2; node <= top; node += 1) {
    const gain = probability[diagram.whenSo(node)]! - probability[diagram.otherwise(node)]!;
    birnbaum[diagram.levelOf(node)]! += passage[node]! * gain;
  }
  return birnbaum;
}

/**
 * The probability that a minimal cut set with one of these events has occurred. It has for event e if e is the case, and
 * among all that is the case there is a set that breaks the journey with e and does not without: the upward closure of
 * the states in which e decides.
 */
function cutProbability(
  diagram: Diagram,
  top: number,
  levels: readonly number[],
  shares: readonly number[],
): number | undefined {
  const before = diagram.size();
  let occurred = 0;
  for (const level of levels) {
    const deciding = diagram.choose(cofactor(diagram, top, level, false), 0, cofactor(diagram, top, level, true));
    const cut = diagram.both(diagram.event(level), closeUpward(diagram, deciding));
    occurred = diagram.either(occurred, cut);
    if (diagram.isFull()) return undefined;
  }
  const probability = probabilitiesUpTo(diagram, Math.max(occurred, 1), shares)[occurred]!;
  diagram.forget(before);
  return probability;
}

/** The function with the event of a level decided. */
function cofactor(diagram: Diagram, top: number, level: number, isSo: boolean): number {
  const image = new Int32Array(top + 1);
  if (top >= 1) image[1] = 1;
  for (let node = 2; node <= top; node += 1) {
    const [otherwise, whenSo] = [image[diagram.otherwise(node)]!, image[diagram.whenSo(node)]!];
    if (diagram.levelOf(node) === level) image[node] = isSo ? whenSo : otherwise;
    else image[node] = diagram.node(diagram.levelOf(node), otherwise, whenSo);
  }
  return image[top]!;
}

/** True wherever the function is for some of what is the case. */
function closeUpward(diagram: Diagram, root: number): number {
  const closed = new Int32Array(root + 1);
  const isWanted = new Uint8Array(root + 1);
  isWanted[root] = 1;
  for (let node = root; node >= 2; node -= 1) {
    if (isWanted[node] === 0) continue;
    isWanted[diagram.otherwise(node)] = 1;
    isWanted[diagram.whenSo(node)] = 1;
  }
  if (root >= 1) closed[1] = 1;
  for (let node = 2; node <= root && !diagram.isFull(); node += 1) {
    if (isWanted[node] === 0) continue;
    const otherwise = closed[diagram.otherwise(node)]!;
    const whenSo = otherwise === 1 ? 1 : diagram.either(otherwise, closed[diagram.whenSo(node)]!);
    closed[node] = diagram.node(diagram.levelOf(node), otherwise, whenSo);
  }
  return closed[root]!;
}
