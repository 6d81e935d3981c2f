import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../../src/rules/index.js';

const file = 'src/rules/rule-options.ts';

/** `transport/cert-expiry` → `certExpiry`. */
function variableOf(id: string): string {
  return id.slice(id.indexOf('/') + 1).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function written(): string {
  const ids = rules
    .filter(({ options }) => Object.keys(options).length > 0)
    .map(({ id }) => id)
    .sort();
  const imports = ids.map((id) => `import type ${variableOf(id)} from './${id}.js';\n`).join('');
  const lines = ids.map((id) => `  '${id}': (typeof ${variableOf(id)})['options'];\n`).join('');
  return `${imports}\n/** Rule → its options, as \`stanchion.config.ts\` may give them. */\nexport interface RuleOptions {\n${lines}}\n`;
}

// `UPDATE_GOLDEN=1 npm test -- test/rules/rule-options` writes it anew.
test('the types of the options are those of the rules', () => {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, written());
  else expect(readFileSync(file, 'utf8')).toBe(written());
});
