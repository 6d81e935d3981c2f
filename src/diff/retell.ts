import type { Architecture, Element, Flow, Journey } from '../graph/architecture.js';
import { createGraph } from '../graph/create-graph.js';
import { canonical, isRecord } from './canonical.js';
import { isToldOtherwise, missedIn } from './missed-facts.js';
import type { ElementChange, FactChange, ModelDiff } from './model-diff.js';
import { wholeModel } from './questions-waiting.js';
import { type ToHead, translateElement, translateFlow, translatorOf } from './translate-ids.js';

/**
 * A fact that rules need to ask or to answer, where something stands and who wants what among them; the base stated it of the whole, of
 * an element or of a flow which the head still has, and the head does not.
 */
export interface LostFact {
  readonly fact: string;
  /** As the head calls it, or `wholeModel`. */
  readonly id: string;
}

/** What is left out is unknown only where rules would need it: a public address that nobody states is none. */
export function lostFacts(base: Architecture, head: Architecture, diff: ModelDiff): readonly LostFact[] {
  const { facts: ofModel, elements, flows } = diff;
  const ofElements = elements.changed.filter(isSameKind).flatMap(({ before, after, facts, moves }) => {
    const isSilent = before.listeners !== undefined && after.listeners === undefined;
    return [...lostIn([...facts, ...moves], after.id), ...(isSilent ? [{ fact: 'listens', id: after.id }] : [])];
  });
  return [
    ...lostIn(ofModel, wholeModel),
    ...(journeysAgain(base, head, diff) === head.journeys ? [] : [{ fact: 'journeys', id: wholeModel }]),
    ...ofElements,
    ...flows.changed.flatMap(({ after, facts }) => lostIn(facts, after.id)),
  ];
}

function lostIn(facts: readonly FactChange[], id: string): readonly LostFact[] {
  const lost = facts.filter(({ before, after }) => before !== undefined && after === undefined);
  const stated = new Set(facts.filter(({ after }) => after !== undefined).map(({ path }) => path));
  const missed = new Set(lost.flatMap(({ path }) => missedIn(path) ?? []));
  return [...missed].filter((fact) => !isToldOtherwise(fact, stated)).map((fact) => ({ fact, id }));
}

/**
 * What is asked of the head with the journeys that the base declares, and the head no more; where the base declares none, all that its
 * connections make are asked, and a head that declares some asks for these alone.
 */
function journeysAgain(
  base: Architecture,
  head: Architecture,
  { journeys, toHead: ids }: ModelDiff,
): readonly Journey[] {
  if (head.journeys.length > 0 && base.journeys.length === 0) return [];
  const toHead = translatorOf(ids);
  const gone = journeys.removed
    .map((journey) => ({ ...journey, from: toHead(journey.from), to: toHead(journey.to) }))
    .filter(({ from, to }) => head.byId.has(from) && head.byId.has(to));
  return gone.length === 0 ? head.journeys : [...head.journeys, ...gone];
}

/** The head as it would be if it went on stating these facts as the base does. */
export function retell(
  base: Architecture,
  head: Architecture,
  diff: ModelDiff,
  lost: readonly LostFact[],
): Architecture {
  const toHead = translatorOf(diff.toHead);
  const wanted = new Set(lost.map(keyOf));
  const elements = new Map(diff.elements.changed.map((change) => [change.after.id, change]));
  const flows = new Map(diff.flows.changed.map((change) => [change.after.id, change]));
  const isLost = (id: string) => (path: string) => {
    const fact = missedIn(path);
    return fact !== undefined && wanted.has(keyOf({ fact, id }));
  };
  const elementAgain = (element: Element): Element => {
    const change = elements.get(element.id);
    return change === undefined ? element : elementWith(element, change, toHead, isLost(element.id));
  };
  const flowAgain = (flow: Flow): Flow => {
    const change = flows.get(flow.id);
    if (change === undefined) return flow;
    const before = translateFlow(change.before, toHead);
    return { ...flow, facts: joined(flow.facts, before.facts, isLost(flow.id)) };
  };
  return createGraph({
    ...head,
    facts: joined(head.facts, base.facts, isLost(wholeModel)),
    journeys: isLost(wholeModel)('journeys') ? journeysAgain(base, head, diff) : head.journeys,
    elements: head.elements.map(elementAgain),
    flows: head.flows.map(flowAgain),
  });
}

/**
 * The head with the places that went together with what told that something stands in them, and the places round these; itself where
 * none did.
 */
export function withPlacesGone(head: Architecture, diff: ModelDiff, lost: readonly LostFact[]): Architecture {
  const toHead = translatorOf(diff.toHead);
  const gone = new Map(diff.elements.removed.map((element) => [toHead(element.id), translateElement(element, toHead)]));
  const found = new Map<string, Element>();
  const add = (id: string): void => {
    const place = head.byId.has(id) || found.has(id) ? undefined : gone.get(id);
    if (place === undefined) return;
    found.set(place.id, place);
    for (const above of [...(place.parent === undefined ? [] : [place.parent]), ...(place.facts.standsIn ?? [])])
      add(above);
  };
  const moved = new Set(lost.filter(({ fact }) => fact === 'standsIn').map(({ id }) => id));
  for (const { before, after } of diff.elements.changed)
    if (moved.has(after.id)) for (const id of before.facts.standsIn ?? []) add(toHead(id));
  return found.size === 0 ? head : createGraph({ ...head, elements: [...head.elements, ...found.values()] });
}

function keyOf({ fact, id }: LostFact): string {
  return canonical([fact, id]);
}

function isSameKind({ before, after }: ElementChange): boolean {
  return before.kind === after.kind;
}

type IsLost = (path: string) => boolean;

function elementWith(element: Element, { before }: ElementChange, toHead: ToHead, isLost: IsLost): Element {
  const said = translateElement(before, toHead);
  const listening = element.listeners ?? (isLost('listens') ? said.listeners : undefined);
  const listeners = listening?.map((listener) => {
    const was = said.listeners?.find(({ name }) => name === listener.name);
    return was === undefined ? listener : joined(listener, was, isLost);
  });
  return { ...element, facts: joined(element.facts, said.facts, isLost), ...(listeners && { listeners }) };
}

/** A record with what another one says and it does not, of what is lost. */
function joined<T extends object>(record: T, said: T, isLost: IsLost, above = ''): T {
  const own = record as Readonly<Record<string, unknown>>;
  const again = Object.entries(said).flatMap(([key, value]) => {
    const path = `${above}${key}`;
    const now = Object.hasOwn(own, key) ? own[key] : undefined;
    if (now === undefined) return isLost(path) ? [[key, value] as const] : [];
    return isRecord(now) && isRecord(value) ? [[key, joined(now, value, isLost, `${path}.`)] as const] : [];
  });
  return again.length === 0 ? record : { ...record, ...Object.fromEntries(again) };
}
