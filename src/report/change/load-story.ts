import type { LoadChange, LoadSituation, Use } from '../../diff/diff-load.js';
import { percentWords } from '../load-words.js';
import { type BothNamings, type ChangeGround, labelOf } from './ground.js';
import type { Statement, Story } from './story.js';

/** What gets more than it takes now, what does not any more, and what is used otherwise. */
export function loadStory(ground: ChangeGround): Partial<Story> {
  const told = (verdict: LoadChange['became']) =>
    ground.change.analyses.load.filter(({ became }) => became === verdict).map((one) => loadStatement(one, ground));
  return { worse: told('above'), better: told('within'), changed: told('otherwise') };
}

export function loadStatement(change: LoadChange, { base, head }: BothNamings): Statement {
  const { element, situation, before, after } = change;
  const who = labelOf(head.model.byId.has(element.id) ? head : base, element.id);
  const is = `${useWords(after, situation, head)}${change.became === 'above' ? ', more than it takes' : ''}`;
  return { tag: 'load', text: `${who}, ${words[situation]}: ${is}; before: ${useWords(before, situation, base)}.` };
}

const words: Readonly<Record<LoadSituation, string>> = {
  now: 'as it is used',
  'worst failure': 'in the single failure that uses it most',
  'place lost': 'when a place is lost',
  connections: 'open connections',
};

function useWords(use: Use | undefined, situation: LoadSituation, naming: BothNamings['head']): string {
  if (!use) return 'not told';
  const without = use.failed && situation !== 'now' ? ` without ${labelOf(naming, use.failed.id)}` : '';
  return `${use.isComplete ? '' : 'at least '}${percentWords(use.utilisation)}${without}`;
}
