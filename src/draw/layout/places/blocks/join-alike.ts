import { type Block, grid, merge } from './block.js';
import { endsOf, type LevelFlows } from './level-flows.js';

const gap = { x: 36, y: 48 };
const fewest = { boxes: 5, sets: 3 } as const;

/** Many blocks of one kin with the same neighbours become a grid: this is how a wide tier takes several rows. */
export function joinAlike(blocks: readonly Block[], flows: LevelFlows): readonly Block[] {
  const families = new Map<string, Block[]>();
  for (const [index, block] of blocks.entries()) {
    const key = `${block.kin}|${block.width}|${block.height}|${neighbours(index, flows)}`;
    families.set(key, [...(families.get(key) ?? []), block]);
  }
  return [...families.values()].flatMap((family) => {
    const boxes = family[0]!.spots.length;
    if (family.length < (boxes > 1 ? fewest.sets : fewest.boxes)) return family;
    return [
      merge(
        grid(family, columnsFor(family.length, boxes, family[0]!), gap),
        family[0]!.order,
        `grid of ${family[0]!.kin}`,
      ),
    ];
  });
}

/** Single boxes of one kin that no flow orders stand together in a row, and so do narrow sets of one kin. */
export function joinRows(blocks: readonly Block[]): readonly Block[] {
  const families = new Map<string, Block[]>();
  for (const block of blocks) {
    const alone = isNarrow(block) ? `${block.kin}, narrow` : `alone ${block.order}`;
    const key = block.spots.length === 1 ? `${block.kin}|${block.width}` : alone;
    families.set(key, [...(families.get(key) ?? []), block]);
  }
  return [...families.values()].map((family) =>
    family.length === 1
      ? family[0]!
      : merge(
          grid(family, columnsFor(family.length, family[0]!.spots.length, family[0]!), gap),
          family[0]!.order,
          `row of ${family[0]!.kin}`,
        ),
  );
}

function neighbours(block: number, { traffic }: LevelFlows): string {
  const ends = [...traffic.keys()].map(endsOf).filter(([from, to]) => from === block || to === block);
  return ends
    .map(([from, to]) => (from === block ? `>${to}` : `${from}>`))
    .sort()
    .join();
}

function isNarrow({ width, height }: Pick<Block, 'width' | 'height'>): boolean {
  return width < 1.25 * height;
}

/** Even rows: 4 columns for up to 8, 6 for up to 18, else 8; of sets, about as many boxes, but of narrow ones 4 too. */
function columnsFor(count: number, boxesEach: number, { width, height }: Pick<Block, 'width' | 'height'>): number {
  const ofSets = isNarrow({ width, height }) ? 4 : Math.max(1, Math.round(5 / boxesEach));
  const widest = boxesEach > 1 ? ofSets : count <= 8 ? 4 : count <= 18 ? 6 : 8;
  return Math.ceil(count / Math.ceil(count / widest));
}
