import type { Reach } from '../../analyses/network/result.js';
import { standingOf } from '../../analyses/network/standing.js';
import type { ExposureChange } from '../../diff/diff-exposure.js';
import { listenerWords } from '../exposure-words.js';
import type { NamingGround } from '../failure/journey-label.js';
import { firstOf } from '../words.js';
import { type BothNamings, type ChangeGround, labelOf } from './ground.js';
import type { Statement, Story } from './story.js';

const mostNamed = 3;

/** What the internet newly reaches, and what it no longer does. That it reaches nothing where nothing is left is no gain. */
export function exposureStory(ground: ChangeGround): Partial<Story> {
  const { analyses, diff } = ground.change;
  const isGone = ({ before, after }: ExposureChange) => !after && !diff.toHead.has(before!.element.id);
  const told = (isTold: (change: ExposureChange) => boolean) =>
    analyses.exposure.filter(isTold).map((one) => exposureStatement(one, ground));
  return {
    worse: told(({ became }) => became === 'opened'),
    better: told((one) => one.became === 'closed' && !isGone(one)),
    changed: told((one) => ['otherwise', 'told'].includes(one.became) || (one.became === 'closed' && isGone(one))),
  };
}

/** `isBaseRead`: what the base does not have was not there; else it may have been. */
export function exposureStatement(
  { before, after }: ExposureChange,
  { base, head }: BothNamings,
  isBaseRead = true,
): Statement {
  const [reach, naming] = after ? [after, head] : [before!, base];
  const { element, listener } = reach;
  const what = `${labelOf(naming, element.id)}${listener ? ` (${listenerWords(listener)})` : ''}`;
  const absent = isBaseRead ? 'it was not there' : 'nobody can say';
  const was = before ? standingWords(before, base) : absent;
  const is = after ? standingWords(after, head) : 'it is gone';
  return { tag: 'exposure', text: `The internet and ${what}: ${is}; before: ${was}.` };
}

function standingWords(reach: Reach, naming: NamingGround): string {
  switch (standingOf(reach)) {
    case 'direct':
      return `reached by anyone${exceptWords(reach)}`;
    case 'relayed':
      return `reached only through ${reach.by ? labelOf(naming, reach.by.from) : 'others'}`;
    case 'limited':
      return `reached only from ${firstOf(whoOf(reach, naming), mostNamed)}`;
    case 'unknown':
      return 'the model does not tell whether it is reached';
    case 'blocked':
      return 'not reached';
  }
}

function whoOf({ limitedTo = [] }: Reach, naming: NamingGround): readonly string[] {
  return limitedTo.map((one) => (naming.model.byId.has(one) ? labelOf(naming, one) : one));
}

function exceptWords({ exceptFrom = [] }: Reach): string {
  return exceptFrom.length === 0 ? '' : `, except from ${firstOf(exceptFrom, mostNamed)}`;
}
