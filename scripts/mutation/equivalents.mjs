// Mutants that do what the source does, or differ only in how long they take, each with the reason: test/mutation-equivalents.json.
// They are told by the text of their line, so that they stay known while lines move, and are counted apart.
import { existsSync, readFileSync } from 'node:fs';
import { absolute } from './bundle.mjs';

const path = absolute('test/mutation-equivalents.json');
const judged = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];

/** @returns the mutants, those of the list that no test noticed with the status `Equivalent` */
export function markEquivalents(mutants) {
  return mutants.map((mutant) => {
    if (mutant.status !== 'Survived' && mutant.status !== 'NoCoverage') return mutant;
    return judged.some((one) => isSame(one, mutant)) ? { ...mutant, status: 'Equivalent' } : mutant;
  });
}

function isSame(one, { file, line, mutator, replacement }) {
  if (one.file !== file || one.mutator !== mutator || one.replacement !== replacement) return false;
  return readFileSync(absolute(file), 'utf8').split('\n')[line - 1].trim() === one.line;
}
