// Copies of all modules, tests among them, as every file of tests has its own in jest.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import { absolute } from './bundle.mjs';
import { testsRegisteredBy } from './registry.mjs';
import { shortened } from './sampling.mjs';

const installed = createRequire(absolute('package.json'));
const fastCheck = shortened(installed('fast-check'));
const require = (name) => (name === 'fast-check' ? fastCheck : installed(name));

/** A function that makes a new copy; a copy finds a test by `{ file, index }` and loads the file when it is first asked for. */
export function copiesOf(path) {
  const text = readFileSync(path, 'utf8');
  const script = new Script(`(function (require, module, exports) {${text}\n})`, { filename: path });
  return () => {
    const module = { exports: {} };
    script.runInThisContext()(require, module, module.exports);
    const loaded = new Map();
    return ({ file, index }) => {
      if (!loaded.has(file)) loaded.set(file, testsRegisteredBy(module.exports[file]));
      return loaded.get(file)[index];
    };
  };
}
