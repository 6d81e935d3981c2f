/**
 * Writes src/draw/svg/icons.generated.ts: the paths of the glyphs (lucide-static) and brand marks (simple-icons) that the
 * sources name, and nothing else of the two packages.
 *
 * Usage: node scripts/generate-icons.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const glyphSources = ['src/draw/scene/kind-looks.ts', 'src/draw/scene/brand-of.ts', 'src/draw/svg/glyph-names.ts'];
const brandSource = 'src/draw/scene/brand-of.ts';

/** Every word in quotes that follows a colon, shapes and tones apart: a superset, of which those that are glyphs are kept. */
function quotedWords(file) {
  const text = readFileSync(file, 'utf8').replace(/(?:shape|tone): '[a-z]+'/g, '');
  return [...text.matchAll(/: '([a-z0-9-]+)'/g)].map(([, word]) => word);
}

function read(path) {
  try {
    return readFileSync(`node_modules/${path}`, 'utf8');
  } catch {
    return undefined;
  }
}

function glyph(name) {
  const file = read(`lucide-static/icons/${name}.svg`);
  const shapes = file && /<svg[^>]*>([\s\S]*)<\/svg>/.exec(file)?.[1];
  // Dots are filled in some glyphs; the stroke alone draws them too, in a colour that a style can change.
  return shapes
    ?.replaceAll(' fill="currentColor"', '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ \/>/g, '/>')
    .trim();
}

function brand(name) {
  return /<path d="([^"]+)"/.exec(read(`simple-icons/icons/${name}.svg`) ?? '')?.[1];
}

function brandNames() {
  const pairs = readFileSync(brandSource, 'utf8').matchAll(/^ {2}\['[^']+', '([a-z0-9]+)'\],$/gm);
  return [...pairs].map(([, name]) => name);
}

function table(names, draw) {
  const drawn = [...new Set(names)].sort().map((name) => [name, draw(name)]);
  return drawn
    .filter(([, paths]) => paths)
    .map(([name, paths]) => `  '${name}': '${paths}',`)
    .join('\n');
}

const missing = brandNames().filter((name) => !brand(name));
if (missing.length > 0) throw new Error(`no brand mark of this name: ${missing.join(', ')}`);

const brands = new Set(brandNames());
const glyphs = glyphSources.flatMap(quotedWords).filter((name) => !brands.has(name));

writeFileSync(
  'src/draw/svg/icons.generated.ts',
  `// Written by scripts/generate-icons.mjs; do not edit.

/** Lucide (ISC): strokes on a field of 24 by 24. */
export const glyphs: Readonly<Record<string, string>> = {
${table(glyphs, glyph)}
};

/** Simple Icons (CC0): one filled path each on a field of 24 by 24. The marks remain their owners'. */
export const brandMarks: Readonly<Record<string, string>> = {
${table(brandNames(), brand)}
};
`,
);
