import type { Command } from '../command.js';
import { Misuse } from '../misuse.js';
import { dryRunFlag, modelFlag, modelFlags } from '../model-flags.js';
import { checkedDay, chooseToday } from '../today.js';

export const accept: Command = {
  summary: 'Write into a model that a finding is accepted, why, and until when.',
  usage: 'FINDING [FILES] --because TEXT [flags]',
  about:
    'FINDING is the mark or handle of a finding (H2, 3f0c9a). The acceptance is written behind what made the element it is about, or\n' +
    'behind each of them; the models are audited again.',
  takesFiles: true,
  flags: {
    because: { help: 'Why it is accepted; needed.', value: 'TEXT' },
    until: { help: 'The last day on which that holds; from then on it is a finding again.', value: 'DAY' },
    by: { help: 'Who accepts it.', value: 'NAME' },
    ...dryRunFlag,
    ...modelFlag,
    ...modelFlags,
  },
  examples: [
    {
      line: "stanchion accept H2 shop.arch.ts --because 'The second one is ordered.' --until 2027-03-31 --by 'platform team'",
      does: 'for a while',
    },
    { line: "stanchion accept 3f0c9a --because 'Nobody depends on it.' --dry-run", does: 'show what would be written' },
  ],

  async run(request) {
    const [finding, ...files] = request.files;
    if (finding === undefined) {
      throw new Misuse('No finding is named.', 'Write: stanchion accept FINDING [FILES] --because TEXT');
    }
    const because = request.value('because')?.trim() ?? '';
    if (because === '') {
      throw new Misuse('Why it is accepted is not said.', `Write: stanchion accept ${finding} --because TEXT`);
    }
    const today = chooseToday(request.value('today'), request.surroundings);
    const until = lastDay(request.value('until'), today);
    const { acceptFinding } = await import('../accept-finding.js');
    const by = request.value('by');
    return acceptFinding(finding, { because, ...(until && { until }), ...(by && { by }) }, { ...request, files });
  },
};

function lastDay(text: string | undefined, today: string): string | undefined {
  if (text === undefined) return undefined;
  const day = checkedDay(text, '--until');
  if (day >= today) return day;
  throw new Misuse(`'--until ${day}' has passed.`, `Name a day from ${today} on.`);
}
