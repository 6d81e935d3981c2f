import { wholeModel } from '../../diff/questions-waiting.js';
import type { Weakening } from '../../diff/weakened.js';
import { availabilityWords } from '../availability-words.js';
import { journeyLabel, type NamingGround } from '../failure/journey-label.js';
import { firstOf, sentence } from '../words.js';
import { figureWords } from './availability-story.js';
import { exposureStatement } from './exposure-story.js';
import { type BothNamings, labelOf } from './ground.js';
import { loadStatement } from './load-story.js';
import type { Statement } from './story.js';

const mostNamed = 4;

/** What looks better and is only told, asked or judged less. */
export function weakenedStatements(weakened: readonly Weakening[], ground: BothNamings): readonly Statement[] {
  return weakened.map((one) => statementOf(one, ground));
}

function statementOf(one: Weakening, ground: BothNamings): Statement {
  switch (one.sort) {
    case 'finding':
      return {
        tag: 'cannot tell',
        text: `Not fixed: ${reasonOf(one)}. It was: ${sentence(one.finding.message)}`,
        finding: one.finding,
      };
    case 'exempt':
      return {
        tag: 'exempt',
        text: `The change puts it where ${one.finding.rule} finds less: ${sentence(one.finding.message)}`,
        finding: one.finding,
      };
    case 'fact': {
      const { rule, about, wanted } = one.fact;
      const who = firstOf(
        about.map((id) => namedIn(ground.head, id)),
        mostNamed,
      );
      return {
        tag: 'cannot tell',
        text: `${rule} was content, and cannot tell any more of ${who}: ${sentence(wanted)}`,
      };
    }
    case 'objective':
      return { tag: 'objective', text: objectiveText(one) };
    case 'complete':
      return { tag: 'complete', text: `The model no longer claims to tell everything about ${one.aspect}.` };
    case 'waiver':
      return { tag: 'waiver', text: waiverText(one, ground) };
    case 'availability': {
      const { after, before, silenced } = one.change;
      const who = firstOf(silenced.map(ground.head.label), mostNamed);
      const figures = `It works ${figureWords(after)}; before: ${figureWords(before)}.`;
      return {
        tag: 'availability',
        text: `How often ${who} ${silenced.length === 1 ? 'fails' : 'fail'} is not told any more, and ${journeyLabel(after.journey, ground.head)} hangs on it. ${figures}`,
      };
    }
    case 'exposure':
      return exposureStatement(one.change, ground);
    case 'load':
      return loadStatement(one.change, ground);
  }
}

function reasonOf({ finding: { rule }, hasBroken }: Extract<Weakening, { sort: 'finding' }>): string {
  return hasBroken ? `${rule} broke, and could not be asked` : `the model no longer says what ${rule} has to know`;
}

/** Elements by name, flows by their ends. */
function namedIn(naming: NamingGround, id: string): string {
  if (id === wholeModel) return 'the whole model';
  const flow = naming.model.flowById.get(id);
  return flow ? `${labelOf(naming, flow.from)} to ${labelOf(naming, flow.to)}` : labelOf(naming, id);
}

function objectiveText({ journey, objective }: Extract<Weakening, { sort: 'objective' }>): string {
  const was = availabilityWords(1 - (journey.objective ?? 0));
  const is = objective === undefined ? 'none is asked any more' : `${availabilityWords(1 - objective)} is asked now`;
  return `The objective of '${journey.name}' was ${was}: ${is}.`;
}

function waiverText({ waiver, wasUntil }: Extract<Weakening, { sort: 'waiver' }>, { head }: BothNamings): string {
  const { rule, element, because, until, by } = waiver;
  const where = element === undefined ? 'in the whole model' : `on ${labelOf(head, element)}`;
  const terms = [until === undefined ? 'for good' : `until ${until}`, ...(by === undefined ? [] : [`by ${by}`])];
  const verb = wasUntil === undefined ? 'is accepted now' : `was accepted until ${wasUntil}, and is for longer`;
  return `What ${rule} finds ${where} ${verb}, ${terms.join(', ')}, because: ${sentence(because)}`;
}
