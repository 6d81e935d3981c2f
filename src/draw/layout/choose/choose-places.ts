import { busyBoxes, isIdle } from '../places/busy-boxes.js';
import { emptyPlaces, type Places } from '../places/places.js';
import { separate } from '../places/separate.js';
import type { Plan } from '../plan.js';
import { estimate } from './estimate.js';
import { isPleasant, score, type Traits } from './score.js';
import { directionOf, isFlat, placeVariant, type VariantName } from './variants.js';

/** What may be chosen from. */
export interface Choice {
  /** Only these are tried; without it, all that suit the scene. */
  readonly variants?: readonly VariantName[];
  /** Only variants that read this way are tried. */
  readonly direction?: 'TB' | 'LR';
}

export interface Chosen {
  readonly name: VariantName;
  readonly places: Places;
}

interface Option extends Chosen {
  readonly traits: Traits;
  readonly score: number;
}

/** Up to so many boxes the first layout is good enough if its shape is: every further one is time that somebody waits. */
const fewBoxes = 24;

/** The variant that promises the best picture, by an estimate; nothing is routed for it. */
export async function choosePlaces(plan: Plan, { variants, direction }: Choice = {}): Promise<Chosen> {
  const options: Option[] = [];
  for (const round of variants ? [variants] : roundsFor(plan)) {
    const names = round.filter((name) => direction === undefined || directionOf(name) === direction);
    for (const name of names) options.push(...(await tryVariant(plan, name)));
    if (options.some(({ traits }) => isPleasant(traits))) break;
  }
  return best(options) ?? { name: `blocks-${direction ?? 'TB'}`, places: inOneRow(plan) };
}

async function tryVariant(plan: Plan, name: VariantName): Promise<readonly Option[]> {
  const places = await placeVariant(plan, name, 0);
  if (!places) return [];
  const traits = estimate(plan, places, directionOf(name));
  return [{ name, places, traits, score: score(traits) }];
}

/** The second round is for scenes that came out of the first too wide or too tall. */
function roundsFor(plan: Plan): readonly (readonly VariantName[])[] {
  if (plan.direction === 'LR')
    return [
      ['flat-LR', 'blocks-LR'],
      ['flat-TB', 'blocks-TB'],
    ];
  const flat: readonly VariantName[] = hasIdle(plan) ? ['flat-TB', 'flat-TB-loose'] : ['flat-TB'];
  if (plan.boxes.length <= fewBoxes) return [flat, ['blocks-TB', 'flat-LR', 'blocks-LR']];
  return [
    [...flat, 'blocks-TB'],
    ['flat-LR', 'blocks-LR'],
  ];
}

function hasIdle(plan: Plan): boolean {
  const busy = busyBoxes(plan);
  return plan.boxes.some(({ index, box }) => isIdle(busy, index, box));
}

/** The flat variants keep tiers in line across zones: they win unless another is clearly better or much smaller. */
function best(options: readonly Option[]): Option | undefined {
  const sorted = [...options].sort((a, b) => a.score - b.score);
  const [first] = sorted;
  const flat = sorted.find(({ name }) => isFlat(name));
  if (!first || !flat) return first;
  const isGoodEnough = flat.score < first.score * 1.05 + 4 && area(flat.traits) < area(first.traits) * 1.6;
  return isGoodEnough ? flat : first;
}

function area({ width, height }: Traits): number {
  return width * height;
}

/** If Graphviz fails altogether there is still a picture. */
function inOneRow(plan: Plan): Places {
  const places = emptyPlaces(plan);
  separate(plan, places);
  return places;
}
