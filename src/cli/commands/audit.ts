import { type Severity, severities } from '../../audit/finding.js';
import type { FrameworkName } from '../../audit/frameworks/framework-names.js';
import { openRunMemory, type RunMemory } from '../../load/run-memory.js';
import { reportFormats } from '../../report/reporters.js';
import type { Day } from '../../vocabulary/units.js';
import type { AuditQuestion } from '../audit-afresh.js';
import { type AuditOutcome, type AuditOutput, isAuditOutcome } from '../audit-outcome.js';
import { cacheFolder } from '../cache-folder.js';
import { chooseOutputs } from '../choose-outputs.js';
import { chooseShard } from '../choose-shard.js';
import type { Command, Request } from '../command.js';
import { deliver } from '../deliver.js';
import { locateConfig } from '../locate-config.js';
import { Misuse } from '../misuse.js';
import { frameworkFlag, modelFlags } from '../model-flags.js';
import { refuseOtherFormats } from '../refuse-other-formats.js';
import { lineWidth, wantsColour } from '../surroundings.js';
import { chooseToday } from '../today.js';

export const audit: Command = {
  summary: 'Find what is wrong with the models; exit 1 at or above --fail-on.',
  usage: '[FILES] [flags]',
  about: 'A model that does not load is told on standard error, and the others are audited all the same.',
  takesFiles: true,
  flags: {
    format: {
      help: 'How findings are told: on standard output, or in a file.',
      value: 'FORMAT',
      words: [...reportFormats, 'part'],
      repeatable: true,
      toFile: true,
    },
    json: { help: 'The same as --format json.' },
    'fail-on': {
      help: 'Exit 1 where a finding is at least that bad; high where nothing else is said.',
      value: 'SEVERITY',
      words: [...severities, 'never'],
    },
    'rule-pages': {
      help: 'Where the pages of the rules are published, for links: an address of https, to which RULE.md is added.',
      value: 'URL',
    },
    owner: { help: 'Only what this owner answers for.', value: 'NAME' },
    shard: { help: 'Only this share of the models, such as 2/5; see stanchion merge.', value: 'I/N' },
    ...frameworkFlag,
    ...modelFlags,
    'write-baseline': { help: 'Write all that is found into the baseline, and tell none of it from now on.' },
    'prune-baseline': { help: 'Take out of the baseline what matches nothing any more.' },
    force: { help: 'Write a baseline also where CI is set.' },
  },
  examples: [
    { line: 'stanchion audit', does: 'every model in the folder models' },
    { line: 'stanchion audit --preset security --owner payments', does: 'what one team has to see to' },
    { line: 'stanchion audit shop.arch.ts --fail-on medium', does: 'one model, stricter' },
    { line: 'stanchion audit --format terminal --format json=audit.json', does: 'for people and for programs at once' },
    {
      line: 'stanchion audit --format github --format sarif=out/audit.sarif',
      does: 'annotations in GitHub Actions, and a file for code scanning',
    },
    {
      line: 'stanchion audit --format junit=out/audit.xml --format gitlab=out/quality.json',
      does: 'files for Jenkins and GitLab',
    },
    { line: 'stanchion audit --format markdown', does: 'a comment for a pull request' },
    {
      line: 'stanchion audit --shard 2/5 --format part=part-2.json',
      does: 'a fifth of the models, for stanchion merge',
    },
  ],

  async run(request) {
    const outputs = chooseOutputs(request);
    refuseMixedDeeds(request);
    const framework = request.value('framework') as FrameworkName | undefined;
    if (framework !== undefined) refuseOtherFormats(outputs);
    const shard = chooseShard(request);
    refuseNarrowPart(request, outputs);
    const failOn = request.value('fail-on') as Severity | 'never' | undefined;
    const rulePages = request.value('rule-pages');
    const today = chooseToday(request.value('today'), request.surroundings);
    const memory = openMemory(request, outputs, [failOn, framework, rulePages, shard && request.value('shard')], today);
    const known = memory?.answer;
    const outcome = isAuditOutcome(known)
      ? known
      : await answer(request, { outputs, framework, failOn, rulePages, today, memory });
    deliver(outcome, request);
    return outcome.exitCode;
  },
};

async function answer(request: Request, question: AuditQuestion): Promise<AuditOutcome> {
  const { auditAfresh } = await import('../audit-afresh.js');
  return auditAfresh(request, question);
}

const deeds = ['write-baseline', 'prune-baseline'];

function refuseMixedDeeds({ has }: Request): void {
  const [deed, other] = [...deeds, 'owner', 'no-baseline', 'shard'].filter(has);
  if (deed === undefined || other === undefined || !deeds.includes(deed)) return;
  throw new Misuse(`'--${deed}' and '--${other}' do not go together.`, 'A baseline is about all that is found.');
}

/** The same question about models that have not changed has the same answer. What writes a baseline is done each time. */
function openMemory(
  request: Request,
  outputs: readonly AuditOutput[],
  how: readonly (string | undefined)[],
  today: Day,
): RunMemory | undefined {
  const { files, has, value, surroundings } = request;
  const folder = has('no-cache') || deeds.some(has) ? undefined : cacheFolder(surroundings);
  if (folder === undefined) return undefined;
  const { cwd, stdout, environment } = surroundings;
  const style = [wantsColour(stdout, environment), lineWidth(stdout)];
  const chosen = [locateConfig(request), ...['preset', 'owner', 'baseline'].map(value), has('no-baseline')];
  const asked = ['audit', JSON.stringify([outputs, ...how, style, chosen])];
  return openRunMemory(folder, { cwd, inputs: files, asked, conditions: [today] });
}

/** What belongs to an owner or to a framework is told of the whole. */
function refuseNarrowPart({ has }: Request, outputs: readonly AuditOutput[]): void {
  const narrow = ['owner', 'framework'].find(has);
  if (narrow === undefined || !outputs.some(({ format }) => format === 'part')) return;
  throw new Misuse(`'--${narrow}' and '--format part' do not go together.`, `Give --${narrow} to stanchion merge.`);
}
