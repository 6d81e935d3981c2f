import type { Architecture, ArchitectureDocument } from '../../graph/architecture.js';
import { createGraph } from '../../graph/create-graph.js';
import { collect } from '../../vocabulary/collect.js';
import { audit } from '../audit.js';
import type { Audit } from '../finding.js';
import type { Rule } from '../rule.js';
import type { RuleCase, TestedModel } from './cases.js';

const anyDay = '2026-01-01';

/** The audit of a case, with the rule under test and those beside it. */
export function auditCase(rule: Rule, { model, options, today = anyDay, beside = [] }: RuleCase): Audit {
  const settings = options === undefined ? {} : { options: { [rule.id]: options } };
  return audit(graphOf(model), { today, rules: [...beside, rule], settings });
}

function graphOf(model: TestedModel): Architecture {
  if (isDocument(model)) return createGraph(structuredClone(model));
  const { documents, problems } = collect(model);
  if (problems.length > 0) throw new Error(problems.map(({ message, hint }) => [message, hint].join(' ')).join('\n'));
  const [document] = documents;
  if (!document || documents.length > 1) throw new Error(`a case is one architecture, not ${documents.length}`);
  return createGraph(structuredClone(document));
}

function isDocument(model: TestedModel): model is ArchitectureDocument {
  return 'format' in model && model.format === 'stanchion-architecture';
}
