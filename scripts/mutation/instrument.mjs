// Stryker's own instrumenter puts every mutant of a source behind a switch, so that one build holds them all.
import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { absolute } from './bundle.mjs';

const quiet = () => undefined;
const logger = {
  ...{ trace: quiet, debug: quiet, info: quiet, warn: console.warn, error: console.error, fatal: console.error },
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isTraceEnabled: () => false,
};

/** The sources with their mutants by absolute path, and a list of the mutants. */
export async function instrument(files) {
  const sources = files.map((file) => ({
    name: absolute(file),
    mutate: true,
    content: readFileSync(absolute(file), 'utf8'),
  }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const found = await new Instrumenter(logger).instrument(sources, options);
  const nameOf = new Map(files.map((file) => [absolute(file), file]));
  return {
    sources: new Map(found.files.map(({ name, content }) => [name, content])),
    mutants: found.mutants.map(({ id, fileName, location, mutatorName, replacement, status }) => ({
      id,
      file: nameOf.get(fileName),
      line: location.start.line + 1,
      column: location.start.column + 1,
      end: `${location.end.line + 1}:${location.end.column + 1}`,
      mutator: mutatorName,
      replacement: replacement ?? '',
      ...(status ? { status } : {}),
    })),
  };
}
