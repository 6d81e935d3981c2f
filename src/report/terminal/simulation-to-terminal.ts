import type { FailureGround } from '../failure/failure-ground.js';
import type { Scenario } from '../failure/scenario.js';
import { everyFailureBlock, readOn } from './every-failure-block.js';
import { calmed } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { pairsBlock } from './pairs-block.js';
import { scenarioBlock } from './scenario-block.js';
import type { TerminalOptions } from './style.js';

/** Elements that fail together, model by model. */
export async function scenariosToTerminal(scenarios: readonly Scenario[], options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  return joined(scenarios.map((scenario) => scenarioBlock(scenario, style)));
}

/** Which failures are told: each alone, pairs, or both. */
export interface FailureExtent {
  readonly each: boolean;
  readonly pairs: boolean;
}

/** Every failure, model by model. */
export async function failuresToTerminal(
  grounds: readonly FailureGround[],
  { each, pairs }: FailureExtent,
  options: TerminalOptions,
): Promise<string> {
  const style = await mixStyle(options);
  return joined(
    grounds.map((ground) => [
      ...(each ? everyFailureBlock(ground, style) : modelTitle(ground.model, style)),
      ...(pairs ? pairsBlock(ground, style) : []),
      ...(each ? readOn(ground, style) : []),
    ]),
  );
}

function joined(blocks: readonly (readonly string[])[]): string {
  return blocks.map((block) => `${calmed(block).join('\n')}\n`).join('\n');
}
