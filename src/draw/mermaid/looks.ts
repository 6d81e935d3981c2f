import type { Box, Bundle, Group } from '../scene/scene.js';
import { light } from '../svg/palette.js';

/** What a class of Mermaid does to an outline. A dash or a width says what the colour says, and the label has the word. */
export const classDefinitions: Readonly<Record<string, string>> = {
  outside: 'stroke-dasharray:4 3',
  failed: `stroke:${light.state.dead},stroke-width:4px`,
  dead: `stroke:${light.state.dead},stroke-width:2px,stroke-dasharray:6 4`,
  degraded: `stroke:${light.state.degraded},stroke-width:3px`,
  added: `stroke:${light.change.added},stroke-width:3px`,
  removed: `stroke:${light.change.removed},stroke-width:2px,stroke-dasharray:6 4`,
  moved: `stroke:${light.change.moved},stroke-width:3px`,
  renamed: `stroke:${light.change.changed},stroke-width:3px`,
  changed: `stroke:${light.change.changed},stroke-width:3px`,
};

export function classOf(part: Box | Group): string | undefined {
  if (part.state !== undefined && part.state !== 'untouched') return part.state;
  return 'shape' in part && part.shape === 'outside' ? 'outside' : undefined;
}

export interface Stroke {
  readonly arrow: string;
  /** What is put upon the arrow's own look. */
  readonly stroke: string | undefined;
}

/** Mermaid has solid, dotted and thick arrows; the rest is told by a dash and a width. */
export function strokeOf({ style, lock, thin, state }: Bundle): Stroke {
  if (state === 'cut') return { arrow: '-.->', stroke: `stroke:${light.state.dead},stroke-dasharray:2 5` };
  if (state === 'removed') return { arrow: '-.->', stroke: `stroke:${light.change.removed},stroke-dasharray:2 5` };
  const width = thin || style === 'operations' ? 'stroke-width:1px' : undefined;
  if (style === 'unknown' || style === 'untold' || style === 'operations') return { arrow: '-.->', stroke: width };
  const isDashed = lock === 'open' || style === 'plaintext' || style === 'decrypted' || style === 'blocked';
  const dash = isDashed ? 'stroke-dasharray:7 4' : undefined;
  const stroke = [width, dash].filter((part) => part !== undefined).join(',');
  return {
    arrow: style === 'replication' || style === 'decrypted' ? '==>' : '-->',
    stroke: stroke === '' ? undefined : stroke,
  };
}
