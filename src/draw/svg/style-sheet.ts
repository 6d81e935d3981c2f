import { colourNames, colourOf, type Palette } from './palette.js';
import { fillClass, strokeClass } from './pen.js';
import { tag } from './tag.js';

/** On paper a picture that is a file of its own is as large as the sheet: one that is wider would be cut off. */
const onPaper = '@media print{svg:root{width:100%;height:100%}}';

/** What a medium makes of a picture. `dark`: the colours where the reader wishes it dark; paper is light all the same. */
export function styleSheet(dark: Palette | undefined): string {
  return tag('style', {}, [onPaper, dark ? darkRules(dark) : '']);
}

/** The dark value of every colour of the palette: one collected from what was drawn so far once forgot the page itself. */
function darkRules(dark: Palette): string {
  const rules = colourNames.map((name) => {
    const value = colourOf(dark, name);
    return `.${fillClass(name)}{fill:${value}}.${strokeClass(name)}{stroke:${value}}`;
  });
  return `@media screen and (prefers-color-scheme:dark){${rules.join('')}}`;
}
