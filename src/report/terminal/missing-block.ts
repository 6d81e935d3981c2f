import type { MissingFact } from '../../audit/finding.js';
import { rankMissing } from '../rank-missing.js';
import { counted } from '../words.js';
import { hanging } from './layout.js';
import type { TerminalStyle } from './style.js';

const mostFacts = 5;

/** What the model does not say: the facts that most rules wait for. */
export function missingBlock(missing: readonly MissingFact[], { paint, width }: TerminalStyle): string[] {
  if (missing.length === 0) return [];
  const ranked = rankMissing(missing);
  const shown = ranked.slice(0, mostFacts);
  const rest = ranked.length - shown.length;
  return [
    '',
    `${paint.strong('NOT TOLD')}  ${counted(missing.length, 'fact')} that rules ask for`,
    '',
    ...shown.flatMap(({ wanted, rules, elements, flows }) =>
      hanging('?  ', `${wanted} ${waiting(rules.length, elements.length + flows.length)}`, width, paint.muted),
    ),
    ...(rest > 0 ? hanging('   ', `… and ${rest} more; the report lists them all.`, width, paint.muted) : []),
  ];
}

function waiting(rules: number, places: number): string {
  const where = places === 0 ? 'for the model as a whole' : `at ${counted(places, 'place')}`;
  return `(${counted(rules, 'rule waits', 'rules wait')}, ${where})`;
}
