import { brandMarks, glyphs } from './icons.generated.js';
import type { ColourName } from './palette.js';
import { type Pen, paint } from './pen.js';
import { decimal, tag } from './tag.js';

export interface IconPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const field = 24;

/** A glyph or a brand mark in one colour of the palette. Its paths stand once in the picture: see `defineIcons`. */
export function drawIcon(pen: Pen, name: string, colour: ColourName, { x, y, size }: IconPlace): string {
  const known = iconNamed(name);
  return tag('use', {
    href: `#${iconId(pen, known)}`,
    transform: `translate(${decimal(x)} ${decimal(y)}) scale(${Math.round((size / field) * 1e4) / 1e4})`,
    ...(isBrand(known) ? paint(pen, { fill: colour }) : paint(pen, { fill: 'none', stroke: colour })),
  });
}

/** The paths of these icons, once each. */
export function defineIcons(pen: Pen, names: readonly string[]): string {
  const known = [...new Set(names.map(iconNamed))].sort();
  return known.length === 0
    ? ''
    : tag(
        'defs',
        {},
        known.map((name) => defineIcon(pen, name)),
      );
}

function defineIcon(pen: Pen, name: string): string {
  const id = iconId(pen, name);
  if (isBrand(name)) return tag('path', { id, d: brandMarks[name] });
  const stroke = { 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  return tag('g', { id, ...stroke }, [glyphs[name] ?? '']);
}

function iconNamed(name: string): string {
  return isBrand(name) || Object.hasOwn(glyphs, name) ? name : 'box';
}

function isBrand(name: string): boolean {
  return Object.hasOwn(brandMarks, name);
}

function iconId(pen: Pen, name: string): string {
  return `${pen.prefix}-icon-${name}`;
}
