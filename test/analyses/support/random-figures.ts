import type { Architecture, Element, ElementFacts, Flow } from '../../../src/graph/architecture.js';
import { createGraph } from '../../../src/graph/create-graph.js';
import { memberIds } from './naive-faults.js';
import type { Tape } from './tape.js';

/** A fact that tells a figure, with the share of time that it means. */
interface ToldFigure {
  readonly facts: ElementFacts;
  readonly share: number;
  /** Mean seconds of being down, where it tells a rate. */
  readonly down?: number;
}

const figures: readonly ToldFigure[] = [
  { facts: { unavailability: 0.5 }, share: 0.5 },
  { facts: { unavailability: 1e-9 }, share: 1e-9 },
  { facts: { unavailability: 3e-7 }, share: 3e-7 },
  { facts: { availability: 0.99999 }, share: 1e-5 },
  { facts: { availability: 0.999_999_9 }, share: 1e-7 },
  { facts: { availability: 0.97 }, share: 0.03 },
  { facts: { availability: 0.6 }, share: 0.4 },
  { facts: { mtbf: '99 h', mttr: '60 min' }, share: 0.01, down: 3_600 },
  { facts: { mtbf: '3 h', mttr: '1 h' }, share: 0.25, down: 3_600 },
  { facts: { mtbf: '9999 min', mttr: '1 min' }, share: 1e-4, down: 60 },
];

export interface Event {
  readonly share: number;
  /** What the event fails, as `naiveWorks` calls it. */
  readonly fails: readonly string[];
  /** The element whose figure it is. */
  readonly of?: string;
}

export interface Figured {
  readonly model: Architecture;
  readonly events: readonly Event[];
  /** Ids beside those of elements and their members that can fail. */
  readonly others: readonly string[];
  /** What is failed in a state, an event to a bit. */
  failedIn(state: number): ReadonlySet<string>;
}

/** The model with figures for some of what can fail, takeovers that take time, and at most so many basic events. */
export function withFigures(bare: Architecture, tape: Tape, most: number): Figured {
  const told = new Map<string, ToldFigure>();
  const events: Event[] = [];
  for (const element of bare.elements) {
    if (!isThing(element) || !tape.chance(5)) continue;
    const figure = tape.pick(figures);
    const members = memberIds(bare, element);
    const fails = members.length > 0 ? members : [element.id];
    if (events.length + fails.length > most) continue;
    const facts = { ...figure.facts, ...(tape.chance(1) && { availabilityIncludes: 'everything' as const }) };
    told.set(element.id, { ...figure, facts });
    events.push(...fails.map((id) => ({ share: figure.share, fails: [id], of: element.id })));
  }
  const elements = bare.elements.map((element) => timed(tape, withFacts(element, told.get(element.id)?.facts)));
  const flows = bare.flows.map((flow) => timed(tape, flow));
  const model = createGraph({
    format: 'stanchion-architecture',
    version: 1,
    name: 'figured',
    facts: {},
    elements,
    flows,
    pools: bare.pools,
    clusters: bare.clusters,
    journeys: bare.journeys,
    waivers: [],
  });
  const waits = waitsIn(model, told);
  const young = youngEvents(waits);
  const isGoingOn = ({ byHand, parts }: Wait, happened: readonly Event[]): boolean => {
    const down = parts.filter(({ id }) => events.every((event) => event.of !== id || happened.includes(event)));
    const isYoung = ({ id, share }: Wait['parts'][number]) =>
      share === 1 || young.some((step) => step.young === id && step.up <= share && happened.includes(step));
    const someOver = down.some((part) => !isYoung(part));
    return byHand ? !someOver : down.length > 0 && !someOver;
  };
  const all = [...events, ...young];
  return {
    model,
    events: all,
    others: waits.map(({ id }) => id),
    failedIn: (state) => {
      const happened = all.filter((_, event) => (state >>> event) & 1);
      const waiting = waits.filter((wait) => isGoingOn(wait, happened)).map(({ id }) => id);
      return new Set([...happened.flatMap(({ fails }) => fails), ...waiting]);
    },
  };
}

function isThing({ kind, facts }: Element): boolean {
  if (kind === 'firewall') return facts.appliance === true;
  return !['certificate', 'account'].includes(kind) && !isUnsuited(kind, facts);
}

/** A zone of the bare model that tells a figure already is told anew; what tells none stays a thing that never fails. */
function isUnsuited(kind: string, facts: ElementFacts): boolean {
  return kind === 'zone' && facts.availability === undefined;
}

function withFacts(element: Element, facts: ElementFacts | undefined): Element {
  const { availability: _, ...others } = element.facts;
  return { ...element, facts: { ...others, ...facts } };
}

/** Some takeovers take a time, and some promotions by hand are told one. */
function timed<T extends Element | Flow>(tape: Tape, owner: T): T {
  const { failover } = owner.facts;
  const isStore = 'kind' in owner && (owner.kind === 'database' || owner.kind === 'cluster');
  const within = tape.pick(['30 s', '6 min', '2 h'] as const);
  if (typeof failover === 'object' && tape.chance(6)) {
    return { ...owner, facts: { ...owner.facts, failover: { ...failover, within } } };
  }
  return isStore && tape.chance(4) ? { ...owner, facts: { ...owner.facts, rto: within } } : owner;
}

/** A group or flow that can be taken over, with what its active stands on that tells a figure. */
interface Wait {
  readonly id: string;
  readonly byHand: boolean;
  readonly parts: readonly { readonly id: string; readonly share: number }[];
}

const secondsOf: Readonly<Record<string, number>> = { '30 s': 30, '6 min': 360, '2 h': 7_200 };

/** The takeovers that take time, and for how much of its time down each element has been down for less. */
function waitsIn(model: Architecture, told: ReadonlyMap<string, ToldFigure>): readonly Wait[] {
  const groups = model.clusters.map(({ id, members }) => {
    const { facts } = model.byId.get(id)!;
    const active = model.byId.get(facts.writer ?? members[0]!)!;
    return { id, facts, active, promotion: facts.rto ?? active.facts.rto };
  });
  const flows = model.flows
    .filter(({ verb }) => verb === 'replicates')
    .map(({ id, to, facts }) => ({ id, facts, active: model.byId.get(to)!, promotion: model.byId.get(to)!.facts.rto }));
  return [...groups, ...flows].flatMap(({ id, facts: { failover }, active, promotion }) => {
    const byHand = failover === 'manual';
    const time = byHand ? promotion : typeof failover === 'object' ? failover.within : undefined;
    if (time === undefined) return [];
    const parts = standsOn(model, active).flatMap((element) => {
      const figure = told.get(element.id);
      if (!figure) return [];
      if (figure.down === undefined) return [{ id: element.id, share: byHand ? 1 : 0 }];
      const members = Math.max(1, memberIds(model, element).length);
      return [{ id: element.id, share: Math.min(1, (secondsOf[time]! * members) / figure.down) }];
    });
    return [{ id: `${byHand ? 'promotion' : 'takeover'} ${id}`, byHand, parts }];
  });
}

function standsOn(model: Architecture, element: Element): readonly Element[] {
  if (element.facts.availabilityIncludes) return [element];
  const { instances = 1, standsIn = [] } = element.facts;
  const zones = standsIn.filter((id) => model.byId.get(id)?.kind === 'availabilityZone');
  const isSpread = (typeof instances === 'number' ? instances : instances.min) > 1 && zones.length > 1;
  const domains = standsIn.filter((id) => !isSpread || !zones.includes(id)).map((id) => model.byId.get(id)!);
  const parent = element.parent === undefined ? [] : [model.byId.get(element.parent)!];
  return [...new Set([element, ...[...parent, ...domains].flatMap((place) => standsOn(model, place))])];
}

/** One event for each step of how long an element has been down. */
function youngEvents(waits: readonly Wait[]): readonly (Event & { readonly young: string; readonly up: number })[] {
  const parts = waits.flatMap((wait) => wait.parts);
  return [...new Set(parts.map(({ id }) => id))].flatMap((id) => {
    const shares = new Set(
      parts.flatMap((part) => (part.id === id && part.share > 0 && part.share < 1 ? part.share : [])),
    );
    const steps = [0, ...[...shares].sort((left, right) => left - right)];
    return steps
      .slice(1)
      .map((up, step) => ({ young: id, up, share: (up - steps[step]!) / (1 - steps[step]!), fails: [] }));
  });
}
