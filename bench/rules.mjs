// `node bench/rules.mjs`: a table of what every rule takes on models of 10,000 elements, dearest first.
import { inBundledCases } from './analyses.mjs';

const names = { plain: 'three tiers', rich: 'many shops' };

inBundledCases((measured) => {
  for (const [name, title] of Object.entries(names)) print(title, measured(`costs-${name}`, 10_000));
});

function print(title, { elements, findings, analysed, phases, catalogue, sum, dearest, own }) {
  const line = (text, took, share = '') => `${text.padEnd(52)} ${took.toFixed(2).padStart(10)} ms ${share}`.trimEnd();
  const lines = [
    `${title}: ${elements} elements, ${findings} findings`,
    line('analyses and shared questions', analysed),
    ...phases.map(({ name, took }) => line(`  ${name}`, took)),
    line('whole catalogue after them', catalogue),
    line('every rule alone, sum', sum, `dearest ${percent(dearest)} of the rest`),
    ...own.map(({ rule, took }) => line(`  ${rule}`, took, percent(took / (sum - took)))),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}
