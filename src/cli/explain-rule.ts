import { type InForce, inForce } from '../audit/in-force.js';
import type { Rule } from '../audit/rule.js';
import { type RuleInModel, ruleInModel } from '../report/explanation/rule-in-model.js';
import { auditModels } from './audit-models.js';
import { chooseModels } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import type { Project } from './open-project.js';
import { ruleDocument, ruleInFull } from './tell-rules.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

/** Explains a rule; where models are named, also what holds for it here and how it fared in each of them. */
export async function explainRule(rule: Rule, request: Request, project: Project): Promise<ExitCode> {
  const { stdout } = request.surroundings;
  if (request.files.length === 0) {
    stdout.write(request.has('json') ? await json(rule) : ruleInFull(rule));
    return 0;
  }
  const audited = await auditModels(request, chooseToday(request.value('today'), request.surroundings), project);
  audited.progress.wipe();
  const audits = chooseModels(audited.audits, request);
  const force = inForce(rule, project.settings);
  const fared = audits.map((audit) => ruleInModel(rule.id, audit));
  if (request.has('json')) stdout.write(await json(rule, { force, fared }));
  else {
    const { ruleInModels } = await import('../report/terminal/rule-in-models.js');
    const options = terminalOptions(request, audited.sourceLines);
    stdout.write(`${ruleInFull(rule)}\n${await ruleInModels(force, fared, options)}`);
  }
  return audited.hasProblems ? 2 : 0;
}

interface Here {
  readonly force: InForce;
  readonly fared: readonly RuleInModel[];
}

async function json(rule: Rule, here?: Here): Promise<string> {
  const { explanationToJson, ruleInModelDocument } = await import('../report/json/explanation-to-json.js');
  const { references, ...told } = ruleDocument(rule);
  return explanationToJson({
    format: 'stanchion-explanation',
    version: 1,
    subject: 'rule',
    rule: { ...told, references: [...references] },
    ...(here && {
      inForce: { ...here.force, scopes: [...here.force.scopes] },
      models: here.fared.map(ruleInModelDocument),
    }),
  });
}
