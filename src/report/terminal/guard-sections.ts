import type { ElementExplanation } from '../explanation/element-explanation.js';
import { faultWords, ruleWords } from '../exposure-words.js';
import { counted } from '../words.js';
import { hanging } from './layout.js';
import { plain } from './paint.js';
import { bounded, section } from './section.js';
import type { TerminalStyle } from './style.js';

const mostRules = 30;

function policyWords(policy: 'deny' | 'allow' | 'filtered' | undefined): string {
  switch (policy) {
    case 'deny':
      return 'denied';
    case 'allow':
      return 'allowed';
    case 'filtered':
      return 'filtered, by rules that are not told';
    case undefined:
      return 'not told';
  }
}

/** What a firewall lets through, rule by rule, with what could be mended in each; nothing of anything else. */
export function guardSections({ element, explained }: ElementExplanation, style: TerminalStyle): string[] {
  if (element.kind !== 'firewall') return [];
  const { rules = [], facts } = element;
  const { ground, analyses, telling } = explained;
  const { model } = ground;
  const faults = analyses.network.anomalies.filter(({ guard }) => guard === element);
  const body = bounded(rules, mostRules, (rule, index) => {
    const own = faults.filter((one) => one.index === index).map((one) => ` It is to be mended: ${faultWords(one)}.`);
    return hanging(
      `${index + 1}. `,
      `${ruleWords(rule, model, telling.names)}.${own.join('')}`,
      style.width - 2,
      plain,
    );
  });
  const flows = model.flows.filter((flow) => analyses.network.guardsOn(flow).includes(element));
  const rest = `What comes in and no rule matches: ${policyWords(facts.incoming)}; what leaves: ${policyWords(facts.outgoing)}.`;
  const passes = `${flows.length === 1 ? '1 declared flow passes' : `${flows.length} declared flows pass`} by it.`;
  return section(
    'RULES',
    counted(rules.length, 'rule'),
    [...body, ...hanging('', `${rest} ${passes}`, style.width - 2, plain)],
    style,
  );
}
