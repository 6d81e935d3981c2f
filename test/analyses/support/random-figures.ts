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
  const takeovers = takeoverEvents(waits);
  return { model, events: [...events, ...takeovers], others: waits.map(({ id }) => id) };
}

function isThing({ kind, facts }: Element): boolean {
  if (kind === 'firewall') return facts.appliance === true;
  return !['certificate', 'cluster', 'record', 'account'].includes(kind) && !isUnsuited(kind, facts);
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

interface Wait {
  readonly id: string;
  readonly active: string;
  readonly share: number;
}

const secondsOf: Readonly<Record<string, number>> = { '30 s': 30, '6 min': 360, '2 h': 7_200 };

/** The groups and flows that can be taken over, and how much of the active's time down that takes. */
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
    const places = active.facts.availabilityIncludes ? [] : [...model.ancestors(active), ...model.domainsOf(active)];
    const rated = [...new Set([active, ...places])].flatMap((element) => {
      const figure = told.get(element.id);
      return figure?.down === undefined ? [] : [{ share: figure.share, frequency: figure.share / figure.down }];
    });
    const down =
      rated.reduce((sum, { share }) => sum + share, 0) / rated.reduce((sum, { frequency }) => sum + frequency, 0);
    const time = failover === 'manual' ? promotion : typeof failover === 'object' ? failover.within : undefined;
    if (time === undefined || rated.length === 0) return [];
    const share = Math.min(1, secondsOf[time]! / down);
    return [{ id: `${failover === 'manual' ? 'promotion' : 'takeover'} ${id}`, active: active.id, share }];
  });
}

/** Waits for one active end one after the other. */
function takeoverEvents(waits: readonly Wait[]): readonly Event[] {
  return [...new Set(waits.map(({ active }) => active))].flatMap((active) => {
    const own = waits.filter((wait) => wait.active === active);
    const shares = [...new Set(own.map(({ share }) => share))].sort((left, right) => left - right);
    return shares.map((share, index) => ({
      share: index === 0 ? share : (share - shares[index - 1]!) / (1 - shares[index - 1]!),
      fails: own.filter((wait) => wait.share >= share).map(({ id }) => id),
    }));
  });
}
