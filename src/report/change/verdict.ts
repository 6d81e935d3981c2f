import { severities } from '../../audit/finding.js';
import type { Comparison } from '../../diff/compare-sides.js';
import { counted } from '../words.js';
import { type Chapter, chapters, type Statement, type ToldModel } from './story.js';

interface Verdict {
  readonly verdict: string;
  readonly tone?: Chapter;
}

/** `3 things get worse (findings: 1 high, 1 low), 1 is weakened, 2 get better. Of 4 nobody can say whether they are new.` */
export function verdictOf(models: readonly ToldModel[], { unchanged }: Comparison): Verdict {
  const all = (name: Chapter) => models.flatMap(({ story }) => story[name]);
  const tone = chapters.find((name) => all(name).length > 0);
  if (!tone) return { verdict: nothing(models, unchanged.length) };
  const [worse, weakened, unsure, better, changed] = [
    all('worse'),
    all('weakened'),
    all('unsure'),
    all('better'),
    all('changed'),
  ];
  const counts = [
    worse.length > 0 && `${worse.length} ${worse.length === 1 ? 'gets' : 'get'} worse${severityWords(worse)}`,
    weakened.length > 0 && `${weakened.length} ${weakened.length === 1 ? 'is' : 'are'} weakened`,
    better.length > 0 && `${better.length} ${better.length === 1 ? 'gets' : 'get'} better`,
  ].filter((part) => part !== false);
  const number = [worse, weakened, better].find((list) => list.length > 0)?.length ?? 0;
  const sentences = [
    counts.length > 0 && `${counts.join(', ').replace(/^\d+/, counted(number, 'thing'))}.`,
    counts.length === 0 && changed.length > 0 && `Nothing gets worse or better; ${counted(changed.length, 'change')}.`,
    unsure.length > 0 &&
      `Of ${counted(unsure.length, 'thing')} nobody can say whether ${unsure.length === 1 ? 'it is' : 'they are'} new.`,
  ];
  return { tone, verdict: sentences.filter((part) => part !== false).join(' ') };
}

function severityWords(statements: readonly Statement[]): string {
  const told = statements.filter(({ finding }) => finding !== undefined);
  const parts = [
    ...countsOf(
      'new findings',
      told.filter((one) => !one.hasWorsened),
    ),
    ...countsOf(
      'severer findings',
      told.filter((one) => one.hasWorsened),
    ),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function countsOf(what: string, statements: readonly Statement[]): readonly string[] {
  const found = statements.flatMap(({ finding }) => finding?.severity ?? []);
  const counts = severities
    .map((severity) => [severity, found.filter((one) => one === severity).length] as const)
    .filter(([, number]) => number > 0);
  if (counts.length === 0) return [];
  return [`${what}: ${counts.map(([severity, number]) => `${number} ${severity}`).join(', ')}`];
}

function nothing(models: readonly ToldModel[], unchanged: number): string {
  if (models.length > 0) return 'Models changed, and nothing of what is told of them.';
  return unchanged === 0 ? 'There is nothing to compare.' : `Nothing changes in ${counted(unchanged, 'model')}.`;
}
