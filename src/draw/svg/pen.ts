import { type ColourName, colourOf, type Palette } from './palette.js';
import type { Attributes } from './tag.js';

/** What everything that draws needs to know: colours, ids, links. */
export interface Pen {
  readonly palette: Palette;
  /** Colours carry a class too, so that a style can give them their dark values. */
  readonly classes: boolean;
  /** Before every id: two pictures may stand on one page. */
  readonly prefix: string;
  readonly links: Links;
  /** Times the usual width of outlines and lines. */
  readonly weight: number;
  /** Whether cards and frames have icons. Signs that say something, such as locks, are there all the same. */
  readonly icons: boolean;
}

/** Where a reader gets to from a picture; what is neither relative nor https is left out. */
export interface Links {
  readonly rule?: (id: string) => string | undefined;
  readonly element?: (id: string) => string | undefined;
}

/** Fill and stroke as attributes, and as classes where a dark theme is to replace them. */
export function paint(pen: Pen, colours: { fill?: ColourName | 'none'; stroke?: ColourName }): Attributes {
  const { fill, stroke } = colours;
  const classes = [fill !== undefined && fill !== 'none' ? fillClass(fill) : '', stroke ? strokeClass(stroke) : ''];
  return {
    class: pen.classes ? classes.filter((name) => name !== '').join(' ') || undefined : undefined,
    fill: fill === undefined || fill === 'none' ? fill : colourOf(pen.palette, fill),
    stroke: stroke && colourOf(pen.palette, stroke),
  };
}

export function fillClass(colour: ColourName): string {
  return `fill-${colour.replace('.', '-')}`;
}

export function strokeClass(colour: ColourName): string {
  return `stroke-${colour.replace('.', '-')}`;
}
