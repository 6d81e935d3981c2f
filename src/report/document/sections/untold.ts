import type { MissingFact } from '../../../audit/finding.js';
import { namesOf } from '../name-of.js';
import type { Telling } from '../report-document.js';
import { code, heading, paragraph, prose, type ReportNode, table } from '../tree.js';
import { counted, firstOf } from '../words.js';

const mostNames = 5;

/** What the model does not say, the facts that most rules wait for first. */
export function untold({ audit: { model, missing }, nameOf }: Telling): readonly ReportNode[] {
  if (missing.length === 0) return [];
  const ranked = [...missing].sort((left, right) => right.rules.length - left.rules.length);
  return [
    heading(2, 'What the model does not say'),
    paragraph('None of this counts as a fault. Each fact that is stated lets rules answer that now cannot tell.'),
    table(
      ['fact', 'how to state it', 'where', 'rules that wait'],
      ranked.map((fact) => [[code(fact.fact)], prose(fact.wanted), [where(fact)], [firstOf(fact.rules, mostNames)]]),
    ),
  ];

  function where({ elements, flows }: MissingFact): string {
    const names = elements.map((id) => model.byId.get(id)).filter((element) => element !== undefined);
    const parts = [
      names.length > 0 ? namesOf(names, nameOf, mostNames) : undefined,
      flows.length > 0 ? counted(flows.length, 'connection') : undefined,
    ];
    return parts.filter((part) => part !== undefined).join('; ') || 'the model as a whole';
  }
}
