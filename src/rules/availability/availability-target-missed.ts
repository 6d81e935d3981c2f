import { defineRule, type Element, type Faults, type RuleContext } from '../../rules-api.js';

export default defineRule({
  id: 'availability/availability-target-missed',
  severity: 'medium',
  summary: 'By the figures of what it needs, a journey works less of the time than it is meant to.',
  impact:
    'What was promised cannot be kept even in an ordinary year: customers are owed more than the parts deliver together.',
  remedy: 'Double what takes the journey down most, or have it mended sooner; or promise what the parts can deliver.',
  references: ['AWS REL11-BP07'],
  messages: { missed: 'The journey {{journey}} works {{reached}} of the time, and is meant to work {{objective}}.' },

  check(context) {
    const { model, pass, report, unknown } = context;
    if (!model.journeys.some(({ objective }) => objective !== undefined)) return;
    const open = new Set<Element>();
    for (const availability of context.faults.availability) {
      const { id, name, path, to, objective, at, declared } = availability.journey;
      const store = model.byId.get(to);
      if (!declared || objective === undefined || !store) continue;
      switch (verdict(availability, objective)) {
        case 'reached':
          pass(store);
          break;
        case 'open':
          ask(context, availability, open);
          break;
        case 'missed':
          report({
            at: store,
            message: 'missed',
            data: {
              journey: `'${name}'`,
              reached: `${untold(availability.assumed).length > 0 ? 'at best ' : ''}${percent(reachedBy(availability))}`,
              objective: percent(objective),
            },
            evidence: {
              elements: availability.importance.slice(0, mostShown).map(({ element }) => element),
              flows: path,
            },
            discriminator: id,
            ...(at && { position: at }),
          });
      }
    }
    for (const element of open) unknown(element, 'availability');
  },
});

const mostShown = 3;

type Availability = Faults['availability'][number];

/** Of what was sampled, the whole interval has to lie on one side: what lies across is left alone. */
function verdict({ journey, unavailability, sampled, assumed }: Availability, objective: number) {
  if (unavailability === undefined || journey.state === 'broken') return 'open';
  const allowed = (1 - objective) * (1 + rounding);
  const { low, high } = sampled ?? { low: unavailability, high: unavailability };
  if (low > allowed) return 'missed';
  if (high > allowed) return 'across';
  return untold(assumed).length > 0 ? 'open' : 'reached';
}

/** What the system does not answer for: whether somebody comes, and what outlives it as a rule. */
function untold(assumed: readonly Element[]): readonly Element[] {
  return assumed.filter(({ id, kind }) => kind !== 'user' && kind !== 'region' && !id.startsWith('provider/'));
}

/** 1 - 0.999 is not quite 0.001 in binary. */
const rounding = 1e-9;

function ask(
  { model, unknown }: Pick<RuleContext, 'model' | 'unknown'>,
  { journey, unavailability, assumed }: Availability,
  open: Set<Element>,
): void {
  const store = model.byId.get(journey.to);
  if (!store) return;
  if (journey.state === 'broken') unknown(store, 'journeys that work');
  // Where nothing tells a figure, naming everything would help nobody.
  else if (unavailability === undefined) unknown(store, 'availability');
  // Many journeys hang on the same: it is asked once.
  else for (const element of untold(assumed)) open.add(element);
}

function reachedBy({ unavailability = 0, sampled }: Availability): number {
  return 1 - (sampled?.low ?? unavailability);
}

/** As many digits as tell it from 1, rounded down so that it stays below what it misses: `99.871 %`. */
function percent(share: number): string {
  const digits = 1 + (share < 1 ? Math.max(0, Math.floor(-Math.log10(1 - share))) : 0);
  const scale = 10 ** digits;
  return `${Math.floor(share * 100 * scale * (1 + rounding)) / scale} %`;
}
