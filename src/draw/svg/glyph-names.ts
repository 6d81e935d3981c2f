/** Glyphs that drawing itself uses, beside those that a scene names. */
export const drawingGlyphs = {
  encrypted: 'lock',
  plaintext: 'lock-open',
  unknown: 'circle-question-mark',
  watched: 'eye',
  guarded: 'shield',
  server: 'server',
  zone: 'square-dashed',
  region: 'map',
  domain: 'map-pin',
  cluster: 'boxes',
  tier: 'layers',
} as const;
