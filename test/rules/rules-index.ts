import type { Rule } from '../../src/rules-api.js';

const lead = `# The rules

Each rule answers one question about a model in one of four ways: it passes, it finds something, it cannot tell because the model
does not say enough, or the question does not arise. What a model leaves out is never held against it.`;

/** The list of the pages, family by family in the order of the catalogue. */
export function rulesIndex(rules: readonly Rule[]): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const sections = families.map((family) => {
    const rows = rules
      .filter((rule) => rule.family === family)
      .map(({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${summary} |`);
    const heading = `## ${family.slice(0, 1).toUpperCase()}${family.slice(1)}`;
    return [heading, '', '| rule | severity | what it finds |', '| --- | --- | --- |', ...rows].join('\n');
  });
  return `${[lead, ...sections].join('\n\n')}\n`;
}
