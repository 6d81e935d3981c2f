import { colourNames, colourOf, type Palette } from './palette.js';
import { fillClass, strokeClass } from './pen.js';
import { tag } from './tag.js';

/** The dark value of every colour of the palette: one collected from what was drawn so far once forgot the page itself. */
export function darkStyle(dark: Palette): string {
  const rules = colourNames.map((name) => {
    const value = colourOf(dark, name);
    return `.${fillClass(name)}{fill:${value}}.${strokeClass(name)}{stroke:${value}}`;
  });
  return tag('style', {}, [`@media (prefers-color-scheme:dark){${rules.join('')}}`]);
}
