import type { Finding } from '../../audit/finding.js';
import type { Flow } from '../../graph/architecture.js';
import type { ElementExplanation } from '../explanation/element-explanation.js';
import type { ExplainedModel } from '../explanation/explained-model.js';
import { elementBlock } from './element-block.js';
import { findingExplanationBlock } from './finding-explanation-block.js';
import { flowBlock } from './flow-block.js';
import { mixStyle } from './mix-style.js';
import type { TerminalOptions } from './style.js';

export async function elementToTerminal(explanation: ElementExplanation, options: TerminalOptions): Promise<string> {
  return text(elementBlock(explanation, await mixStyle(options)));
}

export async function findingToTerminal(
  finding: Finding,
  explained: ExplainedModel,
  options: TerminalOptions,
): Promise<string> {
  return text(findingExplanationBlock(finding, explained, await mixStyle(options)));
}

export async function flowToTerminal(flow: Flow, explained: ExplainedModel, options: TerminalOptions): Promise<string> {
  return text(flowBlock(flow, explained, await mixStyle(options)));
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
