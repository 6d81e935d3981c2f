import type { ThemeName } from '../formats.js';
import { contrasting } from './contrasting-palette.js';
import { dark, light, type Palette } from './palette.js';

/** What a theme draws with; `weight` is times the usual width of outlines and lines. */
export interface Theme {
  readonly palette: Palette;
  readonly weight: number;
}

export const themes: Readonly<Record<ThemeName, Theme>> = {
  both: { palette: light, weight: 1 },
  light: { palette: light, weight: 1 },
  dark: { palette: dark, weight: 1 },
  contrast: { palette: contrasting, weight: 1.4 },
};
