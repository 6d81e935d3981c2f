import type { ElementFacts } from '../../../graph/architecture.js';
import { seconds } from '../../../vocabulary/units.js';
import { complementOf } from './complement-of.js';

/** How often an element is down of itself. */
export interface Figure {
  /** The share of time, 0 to 1. */
  readonly unavailability: number;
  /** Failures per second in steady state, where a time tells it: `mtbf` and `mttr`, or one of them beside a share. */
  readonly frequency?: number;
}

type Declared = Pick<ElementFacts, 'availability' | 'unavailability' | 'mtbf' | 'mttr'>;

/**
 * The figure that an element declares; undefined where it declares none, or one of `mtbf` and `mttr` without the other.
 * In steady state an element is down for mttr / (mtbf + mttr) of the time and fails 1 / (mtbf + mttr) times a second
 * (Birolini, Reliability Engineering, the repairable one-item structure).
 */
export function figureOf({ availability, unavailability, mtbf, mttr }: Declared): Figure | undefined {
  const up = mtbf === undefined ? 0 : seconds(mtbf);
  const down = mttr === undefined ? 0 : seconds(mttr);
  const cycle = mtbf === undefined || mttr === undefined ? 0 : up + down;
  const share = unavailability ?? (availability === undefined ? undefined : complementOf(availability));
  if (share === undefined && cycle === 0) return undefined;
  const frequency = cycle > 0 ? 1 / cycle : frequencyOf(share!, up, down);
  return { unavailability: share ?? down / cycle, ...(frequency !== undefined && { frequency }) };
}

function frequencyOf(share: number, up: number, down: number): number | undefined {
  if (up > 0) return (1 - share) / up;
  return down > 0 ? share / down : undefined;
}
