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

const smallArea = 0.5;
const wantedRatio = 1.4;
const ratios = { least: 0.5, most: 3 } as const;

/** The lower, the better. */
export function score(traits: Traits): number {
  const { width, height } = traits;
  const area = (width * height) / 1e6;
  const ratio = width / Math.max(1, height);
  const isSmall = area < smallArea;
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
    (isSmall ? 3 : 8) * Math.abs(Math.log(ratio / wantedRatio)) +
    (isSmall ? 0 : outsideRatios(ratio))
  );
}

function outsideRatios(ratio: number): number {
  if (ratio < ratios.least) return 20 + 120 * (ratios.least / ratio - 1);
  return ratio > ratios.most ? 20 + 120 * (ratio / ratios.most - 1) : 0;
}

export function isPleasant({ width, height }: Pick<Traits, 'width' | 'height'>): boolean {
  const ratio = width / Math.max(1, height);
  return (width * height) / 1e6 < smallArea || (ratio >= ratios.least && ratio <= ratios.most);
}
