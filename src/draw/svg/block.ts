import { tag } from './tag.js';

/** Markup drawn from the point (0, 0), and the room it takes. */
export interface Block {
  readonly markup: string;
  readonly height: number;
  /** Set where it may be wider than the room that it was given: what stands in it is never broken or cut. */
  readonly width?: number;
}

/** Markup somewhere else; no group where it stays. */
export function moved(markup: string, x: number, y: number): string {
  if (markup === '' || (x === 0 && y === 0)) return markup;
  return tag('g', { transform: `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100})` }, [markup]);
}

/** One below the other. */
export function stacked(blocks: readonly Block[], gap = 0): Block {
  const filled = blocks.filter(({ height }) => height > 0);
  let y = 0;
  const markup = filled.map((block) => {
    const top = y;
    y += block.height + gap;
    return moved(block.markup, 0, top);
  });
  const width = Math.max(0, ...filled.map((block) => block.width ?? 0));
  return { markup: markup.join(''), height: Math.max(0, y - gap), width };
}
