import type { Scene } from '../scene/scene.js';
import { drawingGlyphs } from './glyph-names.js';

/** Every glyph that this picture, its legend included, may ask for; without those of cards and frames where they have none. */
export function usedIcons({ boxes, groups, bundles }: Scene, ofPlaces: boolean): readonly string[] {
  const places = [...boxes, ...groups];
  const locks = new Set(bundles.map(({ lock }) => lock));
  return [
    ...(ofPlaces ? [...boxes.map(({ icon }) => icon), ...groups.map(({ kind }) => drawingGlyphs[kind])] : []),
    ...(locks.has('closed') ? [drawingGlyphs.encrypted] : []),
    ...(locks.has('open') ? [drawingGlyphs.plaintext] : []),
    ...(locks.has('question') ? [drawingGlyphs.unknown] : []),
    ...(places.some(({ watched }) => watched) || boxes.some(({ watches }) => watches > 0)
      ? [drawingGlyphs.watched]
      : []),
    ...(places.some(({ guarded }) => guarded) ? [drawingGlyphs.guarded] : []),
  ];
}
