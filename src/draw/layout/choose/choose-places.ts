import { emptyPlaces, type Places } from '../places/places.js';
import { separate } from '../places/separate.js';
import type { Plan } from '../plan.js';
import { estimate } from './estimate.js';
import { isPleasant, score, type Traits } from './score.js';
import { isFlat, placeVariant, type VariantName, variantNames } from './variants.js';

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
export async function choosePlaces(plan: Plan, names: readonly VariantName[] = namesFor(plan)): Promise<Chosen> {
  const options: Option[] = [];
  for (const name of names) {
    const places = await placeVariant(plan, name, 0);
    if (!places) continue;
    const traits = estimate(plan, places);
    options.push({ name, places, traits, score: score(traits) });
    if (plan.boxes.length <= fewBoxes && isPleasant(traits)) break;
  }
  return best(options) ?? { name: 'blocks-TB', places: inOneRow(plan) };
}

/** Where the picture is meant to read from left to right, that is tried first. */
function namesFor({ direction }: Plan): readonly VariantName[] {
  return direction === 'TB' ? variantNames : ['flat-LR', 'blocks-LR', 'flat-TB', 'blocks-TB'];
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
