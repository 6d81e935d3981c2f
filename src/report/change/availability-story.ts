import type { JourneyAvailability } from '../../analyses/faults/result.js';
import type { AvailabilityChange } from '../../diff/diff-availability.js';
import type { ObjectiveChange } from '../../diff/diff-objectives.js';
import { availabilityWords } from '../availability-words.js';
import { journeyLabel, type NamingGround } from '../failure/journey-label.js';
import { capitalised } from '../words.js';
import type { ChangeGround } from './ground.js';
import type { Statement, Story } from './story.js';

/** How available journeys are now, and whether that is what they ask for. */
export function availabilityStory({ change, head }: ChangeGround): Partial<Story> {
  const { availability, objectives } = change.analyses;
  const told = (verdict: AvailabilityChange['verdict']) =>
    availability
      .filter((one) => one.verdict === verdict && one.silenced.length === 0 && works(one))
      .map((one) => figureStatement(one, head));
  const became = (verdict: ObjectiveChange['became']) =>
    objectives.filter((one) => one.became === verdict).map((one) => objectiveStatement(one, head));
  return {
    worse: [...became('missed'), ...told('worse')],
    better: [...became('met'), ...told('better')],
    changed: told('unclear'),
  };
}

/** What does not work at all as modelled is told as such. */
function works({ before, after }: AvailabilityChange): boolean {
  return before.journey.state !== 'broken' && after.journey.state !== 'broken';
}

/** `The journey 'buy' misses its objective: it works 99.51 % of the time, and 99.9 % is asked.` */
export function objectiveStatement({ became, after }: ObjectiveChange, naming: NamingGround): Statement {
  const { journey } = after;
  const asked = journey.objective === undefined ? '' : `, and ${availabilityWords(1 - journey.objective)} is asked`;
  const verb = became === 'missed' ? 'misses its objective now' : 'meets its objective now';
  const text = `${journeyLabel(journey, naming)} ${verb}: it works ${figureWords(after)}${asked}.`;
  return { tag: 'objective', text: capitalised(text) };
}

function figureStatement({ before, after, verdict }: AvailabilityChange, naming: NamingGround): Statement {
  const unclear = verdict === 'unclear' ? ` ${reasonWords(before, after)}` : '';
  const text = `${journeyLabel(after.journey, naming)} works ${figureWords(after)}; before: ${figureWords(before)}.${unclear}`;
  return { tag: 'availability', text: capitalised(text) };
}

/** `at best 99.51 % of the time`, `between 99.4 % and 99.6 % of the time`. */
export function figureWords({ unavailability, assumed, sampled }: JourneyAvailability): string {
  if (unavailability === undefined) return 'for a time that nobody tells';
  const best = assumed.length > 0 ? 'at best ' : '';
  if (!sampled) return `${best}${availabilityWords(unavailability)} of the time`;
  return `${best}between ${availabilityWords(sampled.high)} and ${availabilityWords(sampled.low)} of the time (sampled)`;
}

function reasonWords(before: JourneyAvailability, after: JourneyAvailability): string {
  if (before.unavailability === undefined) return 'Nothing was told of how often anything fails.';
  if (after.unavailability === undefined) return 'Nothing is told any more of how often anything fails.';
  return 'Not the same elements tell how often they fail: whether it is better or worse nobody can say.';
}
