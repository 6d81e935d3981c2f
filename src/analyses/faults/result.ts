import type { Element, ElementId, Flow, Journey } from '../../graph/architecture.js';

/** A journey as analysed: declared, or derived from who reaches what. */
export interface AnalysedJourney extends Omit<Journey, 'mode'> {
  readonly mode: 'read' | 'write' | 'all';
  readonly declared: boolean;
  /** With nothing failed. `broken`: as modelled it never works (a guard, an expired certificate, no way). */
  readonly state: 'works' | 'degraded' | 'broken';
  /** A shortest working way from the user to the store, with nothing failed. */
  readonly path: readonly Flow[];
}

/** How much of the time a journey does not work: steady state, independent failures and repairs. */
export interface JourneyAvailability {
  readonly journey: AnalysedJourney;
  /**
   * Share of time that it does not work, 0 to 1; undefined where the model declares no figure at all. 1 for a journey that
   * is broken as modelled.
   */
  readonly unavailability: number | undefined;
  readonly method: 'exact' | 'monte carlo' | 'none';
  /** Monte Carlo only: samples, hits, and the 95 % Wilson interval (upper bound 3/n where nothing was hit). */
  readonly sampled?: { readonly samples: number; readonly hits: number; readonly low: number; readonly high: number };
  /**
   * Elements the journey can hang on that tell no figure and never fail in this calculation: the value is then "at best". In
   * the order of the universe.
   */
  readonly assumed: readonly Element[];
  /** What to fix first: by criticality, falling. Only elements with a figure that can matter to the journey. */
  readonly importance: readonly Importance[];
  /** Sampled where the availability is, or where the cut sets outgrow the diagram. */
  readonly importanceMethod: 'exact' | 'sampled';
}

/** What an element means to a journey's availability. Members of one element share its figure and count together. */
export interface Importance {
  readonly element: Element;
  /** The figure of the element itself, for one member. */
  readonly unavailability: number;
  /** ∂U/∂q (Birnbaum, 1969). */
  readonly birnbaum: number;
  /** Birnbaum's · q / U. */
  readonly criticality: number;
  /** P(some minimal cut set with it has occurred) / U. */
  readonly fussellVesely: number;
}

/**
 * What alone breaks journeys. Elements that break the same journeys and lie on one containment chain are one single point,
 * rooted in the innermost; the places around it stand in `also`. A provider that elements name is a failure domain here
 * (`provider/<name>`), though no element of the model.
 */
export interface SinglePoint {
  readonly root: Element;
  readonly also: readonly Element[];
  readonly journeys: readonly AnalysedJourney[];
  /** Everything that stops working with it, the root apart, in the order of the model. */
  readonly blastRadius: readonly Element[];
  /** A way of one broken journey that leads through it. */
  readonly path: readonly Flow[];
  /** No member and no backup elsewhere is left of a store: what it held is lost, not only out of reach. */
  readonly dataLoss: readonly Element[];
  /** A user, provider, region, certificate or external service, whose loss the model does not ask to survive: no finding above low. */
  readonly onlyListed: boolean;
}

/** Two elements that together break journeys which neither breaks alone, in the order of the model. */
export interface Pair {
  readonly elements: readonly [Element, Element];
  readonly journeys: readonly AnalysedJourney[];
}

/** Pairs of one cause, rooted in the innermost: those of the places around it, which break the same, stand in `also`. */
export interface PairCause extends Pair {
  readonly also: readonly (readonly [Element, Element])[];
}

export interface Pairs {
  /** Every minimal pair, in the order of the model: neither half is a single point of the journeys listed with it. */
  readonly minimal: readonly Pair[];
  /** The same for people: the most journeys first; where copies of a store make up for one another, only what is lost. */
  readonly causes: readonly PairCause[];
  /** Elements failed to look for partners, of how many. Fewer: the search was ended, and there may be further pairs. */
  readonly tried: number;
  readonly candidates: number;
}

export type State = 'works' | 'degraded' | 'dead';

export interface Consequence {
  readonly element: Element;
  readonly state: State;
  /** What it can no longer be used for while it still is for the other; left out where it stopped, or is worse off in both. */
  readonly lost?: 'read' | 'write';
  /** One sentence: why, naming what it needs. */
  readonly reason: string;
}

export interface SimulatedJourney {
  readonly journey: AnalysedJourney;
  readonly state: 'works' | 'degraded' | 'broken';
  /** It is broken, and an alternative to it goes on: another copy of the store is read instead. */
  readonly madeUpFor?: true;
}

export interface Simulation {
  readonly failed: readonly Element[];
  /** What died or is worse off, in the order of the model; everything else is untouched. */
  readonly elements: readonly Consequence[];
  readonly journeys: readonly SimulatedJourney[];
  /** What can no longer be taken, or never could: neither to read nor to write, as far as the flow is used for either. */
  readonly cutFlows: readonly Flow[];
  readonly dataLoss: readonly Element[];
  /** Primaries in whose place a replica was promoted that may lag behind: the last writes may be lost. */
  readonly lostWrites: readonly Element[];
}

export interface Faults {
  readonly journeys: readonly AnalysedJourney[];
  /** In order of journeys lost, then of blast radius, then of the model. */
  readonly singlePoints: readonly SinglePoint[];
  /** The single point an element is the root of or stands in `also` of. */
  singlePointOf(element: Element): SinglePoint | undefined;
  /** Every element that alone breaks a journey, not grouped, in the order of the model. */
  singlePointsOf(journey: AnalysedJourney): readonly Element[];
  /** Found when asked for. */
  readonly pairs: Pairs;
  /** What works only because it already runs: after a full stop none of them comes up again. */
  readonly coldStart: readonly Element[];
  /** One for each journey, in their order. */
  readonly availability: readonly JourneyAvailability[];
  /** Unknown ids are left out; a provider is `provider/<name>`. */
  simulate(failed: readonly ElementId[]): Simulation;
  /** Asks while elements are failed, beside what has expired. Unknown ids are left out. */
  during<T>(failed: readonly ElementId[], ask: (works: (id: ElementId, mode: 'read' | 'write') => boolean) => T): T;
  /** What the analysis took for granted, one sentence each. */
  readonly assumptions: readonly string[];
}
