import type { DrawOptions } from '../pipeline.js';
import { printWarning } from './print-problem.js';
import type { Surroundings } from './surroundings.js';

/** A name first: what else tells of an element, such as a finding, is longer. */
const mostTexts = 3;

/** Gathers from every PNG what the font of pictures lacks, so that it is told once. */
export function gatherForeignLetters(): {
  readonly onForeignScripts: NonNullable<DrawOptions['onForeignScripts']>;
  tell(surroundings: Surroundings): void;
} {
  const foreign = new Set<string>();
  const nowhere = new Set<string>();
  const texts = new Set<string>();
  return {
    onForeignScripts(scripts, undrawn) {
      for (const script of scripts) foreign.add(script);
      for (const script of undrawn.scripts) nowhere.add(script);
      for (const text of undrawn.texts) texts.add(text);
    },
    tell(surroundings) {
      const borrowed = [...foreign].filter((script) => !nowhere.has(script)).sort();
      if (borrowed.length > 0) tellBorrowed(borrowed, surroundings);
      if (texts.size > 0) tellUndrawn([...nowhere].sort(), [...texts], surroundings);
    },
  };
}

function tellBorrowed(scripts: readonly string[], surroundings: Surroundings): void {
  printWarning(
    `Inter, the font of pictures, lacks ${scripts.join(', ')}: PNG files with these were drawn with fonts of this machine.`,
    'On another machine they may come out different, or as boxes.',
    surroundings,
  );
}

function tellUndrawn(scripts: readonly string[], texts: readonly string[], surroundings: Surroundings): void {
  const byLength = [...texts].sort((one, other) => one.length - other.length);
  const shown = byLength.slice(0, mostTexts).map((text) => `'${text}'`);
  const more = texts.length - shown.length;
  const named = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
  printWarning(
    `No font of this machine has all letters of ${scripts.join(', ')}: in PNG files, what it lacks of ${named} is drawn as boxes, or not at all.`,
    "Install a font that has them, such as one of Noto, or draw '--format svg': that takes the fonts of whoever reads it.",
    surroundings,
  );
}
