import { transformSync } from '@swc/core';
import { audit } from '../../src/audit/audit.js';
import type { Audit } from '../../src/audit/finding.js';
import * as stanchion from '../../src/index.js';
import { rules } from '../../src/rules/index.js';
import { build } from '../support/build.js';

/** The day on which the examples of the pages are audited. */
const today = '2026-11-21';

/** What a model written on a page exports. */
export function exampleOf(code: string): object {
  const { code: script } = transformSync(code, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exported: { default?: object } = {};
  new Function('require', 'exports', script)((name: string) => {
    if (name !== 'stanchion') throw new Error(`an example imports 'stanchion' only, not '${name}'`);
    return stanchion;
  }, exported);
  if (!exported.default) throw new Error('an example has a default export');
  return exported.default;
}

export function auditExample(exported: object): Audit {
  return audit(build(exported)[0]!, { today, rules });
}
