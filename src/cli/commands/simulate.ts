import type { Day } from '../../vocabulary/units.js';
import type { Command, Request } from '../command.js';
import { Misuse } from '../misuse.js';
import { modelFlag, modelFlags, outFlag } from '../model-flags.js';
import { checkedDay } from '../today.js';

export const simulate: Command = {
  summary: 'Say what breaks when something fails, who notices, and what to do.',
  usage: '[FILES] [flags]',
  about:
    'Without --fail and --on: every single failure, as with --each. An element is named by its id, by its name where no other\n' +
    'has it, by its tier (all of them), or as provider/NAME. The exit code is 0 whatever breaks: it is an answer, no gate.',
  takesFiles: true,
  flags: {
    fail: { help: 'Fail this; those that are named fail together.', value: 'ELEMENT', repeatable: true },
    each: { help: 'Fail each element alone.' },
    pairs: { help: 'Fail elements two at a time, and tell what only both break.' },
    on: { help: 'Fail the certificates that have run out by then.', value: 'DAY' },
    json: { help: 'As JSON.' },
    picture: { help: 'Draw what --fail and --on do: failure.svg beside the other pictures of the model.' },
    ...outFlag,
    ...modelFlag,
    ...modelFlags,
  },
  examples: [
    { line: 'stanchion simulate', does: 'what alone breaks something, in every model in the folder models' },
    { line: "stanchion simulate shop.arch.ts --fail lb --fail 'zone b'", does: 'two things at once' },
    { line: 'stanchion simulate shop.arch.ts --each --pairs --json', does: 'all of it, for programs' },
    {
      line: 'stanchion simulate shop.arch.ts --on 2027-03-02',
      does: 'what will have run out by then, and what that breaks',
    },
  ],

  async run(request) {
    const question = questionOf(request);
    const { simulateModels } = await import('../simulate-models.js');
    return simulateModels(request, question);
  },
};

export interface FailureQuestion {
  /** Names of elements that fail together. */
  readonly fail: readonly string[];
  readonly each: boolean;
  readonly pairs: boolean;
  readonly on: Day | undefined;
}

function questionOf(request: Request): FailureQuestion {
  const fail = request.values('fail');
  const [each, pairs] = [request.has('each'), request.has('pairs')];
  const asked = request.value('on');
  if (fail.length > 0 && (each || pairs)) {
    throw new Misuse(
      `'--fail' and '${each ? '--each' : '--pairs'}' ask for different things.`,
      'Name what fails, or have everything tried: one of the two.',
    );
  }
  const on = asked === undefined ? undefined : checkedDay(asked, '--on');
  const isScenario = fail.length > 0 || (on !== undefined && !pairs);
  if (request.has('picture') && !isScenario) {
    throw new Misuse('A picture shows what fails together.', 'Name it: --picture --fail ELEMENT');
  }
  return { fail, each: each || (!pairs && !isScenario), pairs, on };
}
