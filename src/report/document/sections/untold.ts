import type { MissingFact } from '../../../audit/finding.js';
import { rankMissing } from '../../rank-missing.js';
import { counted } from '../../words.js';
import { code, heading, paragraph, separated, table, withCode } from '../make-node.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';

const mostRules = 6;

/** What the model does not say, the facts that most rules wait for first. */
export function untold({ audit: { missing, model }, names }: Telling): readonly ReportNode[] {
  if (missing.length === 0) return [];
  return [
    heading(2, 'What the model does not say', 'untold'),
    paragraph('None of this counts as a fault. Each fact that is added lets rules answer that now cannot tell.'),
    table(
      ['fact', 'how to say it', 'where', 'rules that wait'],
      rankMissing(missing).map((fact) => [[code(fact.fact)], withCode(fact.wanted), where(fact), rules(fact)]),
    ),
  ];

  function where({ elements, flows }: MissingFact): string {
    const known = elements.flatMap((id) => model.byId.get(id) ?? []);
    const parts = [names.groups(known), flows.length > 0 ? counted(flows.length, 'connection') : ''];
    return parts.filter((part) => part !== '').join('; ') || 'the model as a whole';
  }
}

function rules({ rules: all }: MissingFact): Cell {
  const shown = all.slice(0, mostRules).map((rule) => [code(rule)]);
  const rest = all.length - shown.length;
  return separated([...shown, ...(rest > 0 ? [[`${rest} more`]] : [])], ', ');
}
