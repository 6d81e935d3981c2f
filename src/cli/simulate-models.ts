import type { Audit } from '../audit/finding.js';
import { failureGround } from '../report/failure/failure-ground.js';
import { playScenario, type Scenario } from '../report/failure/scenario.js';
import { auditModels } from './audit-models.js';
import { chooseModels } from './choose-models.js';
import type { ExitCode, Request } from './command.js';
import type { FailureQuestion } from './commands/simulate.js';
import { drawScenarios } from './draw-scenarios.js';
import { findInModels } from './find-in-models.js';
import { terminalOptions } from './terminal-options.js';
import { chooseToday } from './today.js';

/** Answers what breaks, on standard output; a model that does not load is told, and keeps no other from being answered. */
export async function simulateModels(request: Request, question: FailureQuestion): Promise<ExitCode> {
  const { surroundings } = request;
  const audited = await auditModels(request, chooseToday(request.value('today'), surroundings));
  const audits = chooseModels(audited.audits, request);
  audited.progress.step('letting things fail');
  const options = terminalOptions(request, audited.sourceLines);
  const json = request.has('json') && { someMissing: audited.hasProblems };
  if (question.each || question.pairs) {
    const text = await failuresText(audits, question, json, options);
    audited.progress.wipe();
    surroundings.stdout.write(text);
  } else {
    audited.progress.wipe();
    const scenarios = scenariosIn(audits, question, request);
    const text = await scenariosText(scenarios, json, options);
    audited.progress.wipe();
    surroundings.stdout.write(text);
    if (request.has('picture')) await drawScenarios(scenarios, audited.audits, request);
  }
  return audited.hasProblems ? 2 : 0;
}

type Options = ReturnType<typeof terminalOptions>;

/** As JSON; some of the models that were asked for did not load. */
interface AsJson {
  readonly someMissing: boolean;
}

async function failuresText(
  audits: readonly Audit[],
  { each, pairs, on }: FailureQuestion,
  json: AsJson | false,
  options: Options,
): Promise<string> {
  const grounds = audits.map((audit) => failureGround(audit, on));
  if (json) {
    const { everyFailureDocument, simulationToJson } = await import('../report/json/simulation-to-json.js');
    return simulationToJson(grounds.map(everyFailureDocument), json.someMissing);
  }
  const { failuresToTerminal } = await import('../report/terminal/simulation-to-terminal.js');
  return failuresToTerminal(grounds, { each, pairs }, options);
}

async function scenariosText(scenarios: readonly Scenario[], json: AsJson | false, options: Options): Promise<string> {
  if (json) {
    const { scenarioDocument, simulationToJson } = await import('../report/json/simulation-to-json.js');
    return simulationToJson(scenarios.map(scenarioDocument), json.someMissing);
  }
  const { scenariosToTerminal } = await import('../report/terminal/simulation-to-terminal.js');
  return scenariosToTerminal(scenarios, options);
}

/** One scenario for each model that has everything that is to fail. */
function scenariosIn(audits: readonly Audit[], { fail, on }: FailureQuestion, request: Request): readonly Scenario[] {
  const found = findInModels(audits, fail, request.surroundings);
  return found.map(({ audit, elements }) =>
    playScenario(
      failureGround(audit, on),
      elements.map(({ id }) => id),
    ),
  );
}
