/** What makes a picture good or bad, counted or estimated. */
export interface Traits {
  readonly width: number;
  readonly height: number;
  readonly crossings: number;
  readonly bends: number;
  /** Of all lines together, pixels. */
  readonly length: number;
  /** Something stands before the people whom the picture begins with. */
  readonly usersLate: boolean;
  /** Overlaps, labels without a place, labels that became discs. */
  readonly hits: number;
  readonly unplaced: number;
  readonly keys: number;
}

/** Millions of pixels, and pixels: a small picture may have any shape, as long as it fits a screen. */
const small = { area: 0.5, longest: 1500 } as const;
const wantedRatio = 1.4;
const ratios = { least: 0.5, most: 3 } as const;

/** The lower, the better. */
export function score(traits: Traits): number {
  const { width, height } = traits;
  const area = (width * height) / 1e6;
  const ratio = width / Math.max(1, height);
  const isFree = isSmall(traits);
  return (
    500 * traits.hits +
    100 * traits.unplaced +
    5 * traits.keys +
    (traits.usersLate ? 12 : 0) +
    0.8 * traits.crossings +
    0.35 * traits.bends +
    (0.9 * traits.length) / 1000 +
    7 * area +
    (22 * Math.max(width / 1.6, height)) / 1000 +
    (isFree ? 3 : 8) * Math.abs(Math.log(ratio / wantedRatio)) +
    (isFree ? 0 : outsideRatios(ratio))
  );
}

function outsideRatios(ratio: number): number {
  if (ratio < ratios.least) return 20 + 120 * (ratios.least / ratio - 1);
  return ratio > ratios.most ? 20 + 120 * (ratio / ratios.most - 1) : 0;
}

type Size = Pick<Traits, 'width' | 'height'>;

function isSmall({ width, height }: Size): boolean {
  return (width * height) / 1e6 < small.area && Math.max(width, height) < small.longest;
}

export function isPleasant({ width, height }: Size): boolean {
  const ratio = width / Math.max(1, height);
  return isSmall({ width, height }) || (ratio >= ratios.least && ratio <= ratios.most);
}
