import type { Exposure } from '../../analyses/network/result.js';
import { few } from '../failure/journey-label.js';
import type { ExplainedModel } from './explained-model.js';
import { stepWords } from './step-words.js';

/** Whether and how packets from the internet reach an element. */
export function exposureSentences(exposure: Exposure, explained: ExplainedModel): readonly string[] {
  const { model } = explained.ground;
  const entries = exposure.entries.slice(0, 3).flatMap((flow) => {
    const [from, to] = [model.byId.get(flow.from), model.byId.get(flow.to)];
    return from && to ? [`From outside: ${stepWords({ from, to, flow }, explained)}.`] : [];
  });
  return [passageSentence(exposure, explained), ...entries];
}

function passageSentence(
  { passage, guards, limitedTo = [], openListeners, listeners: all }: Exposure,
  { ground }: ExplainedModel,
): string {
  const past = guards.length === 0 ? '' : ` past ${few(guards.map(ground.label))}`;
  const named = openListeners.filter((name) => name !== '');
  const listeners = named.length === 0 ? '' : ` Listeners that are reached: ${few(named)}.`;
  // Of several listeners, what holds for each that is open.
  const [first = [], ...rest] = all.filter((one) => one.passage === 'open').map(({ exceptFrom = [] }) => exceptFrom);
  const except = first.filter((block) => rest.every((blocks) => blocks.includes(block)));
  const apart = except.length === 0 ? '' : `, except from ${few(except, 6)},`;
  switch (passage) {
    case 'open':
      return `Packets from anywhere on the internet${apart} reach it${past}.${listeners}`;
    case 'blocked':
      return limitedTo.length === 0
        ? `Packets from the internet do not reach it${guards.length === 0 ? '' : `: ${few(guards.map(ground.label))} ${guards.length === 1 ? 'stands' : 'stand'} before it`}.`
        : `From the internet only these addresses reach it${past}: ${few(limitedTo, 6)}.`;
    case 'unknown':
      return `Whether packets from the internet reach it${past} the model does not say.`;
  }
}
