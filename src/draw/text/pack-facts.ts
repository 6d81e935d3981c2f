import { card } from './geometry.js';
import { textWidth } from './text-width.js';
import { typeScale } from './type-scale.js';

/** Facts of a few words each, as many to a line of a card as it holds. What finds no room stands on the last line, which is cut. */
export function packFacts(facts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const fact of facts.filter((one) => one !== '')) {
    const joined = lines.length === 0 ? fact : `${lines.at(-1)} · ${fact}`;
    const fits = lines.length > 0 && textWidth(joined, typeScale.detail) <= card.widestText;
    if (fits || lines.length === card.mostFactLines) lines[lines.length - 1] = joined;
    else lines.push(fact);
  }
  return lines;
}
