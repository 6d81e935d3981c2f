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

export type State = 'works' | 'degraded' | 'dead';

export interface Consequence {
  readonly element: Element;
  readonly state: State;
  /** One sentence: why, naming what it needs. */
  readonly reason: string;
}

export interface Simulation {
  readonly failed: readonly Element[];
  /** What died or is worse off, in the order of the model; everything else is untouched. */
  readonly elements: readonly Consequence[];
  readonly journeys: readonly { readonly journey: AnalysedJourney; readonly state: 'works' | 'degraded' | 'broken' }[];
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
  /** What works only because it already runs: after a full stop none of them comes up again. */
  readonly coldStart: readonly Element[];
  /** Unknown ids are left out; a provider is `provider/<name>`. */
  simulate(failed: readonly ElementId[]): Simulation;
  /** What the analysis took for granted, one sentence each. */
  readonly assumptions: readonly string[];
}
