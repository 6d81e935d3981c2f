import { type Architecture, defineRule, type Element, isProduction, seconds, shortest } from '../../rules-api.js';

type Duration = NonNullable<Element['facts']['ttl']>;

const longest: Duration = '5 min';

export default defineRule({
  id: 'availability/dns-ttl-slow',
  severity: 'medium',
  summary: 'A name is remembered for longer than a switch to another address may take.',
  impact:
    'What was switched over in minutes stays away for everybody whose resolver still remembers the old address, and nobody ' +
    'can make them forget.',
  remedy: 'Let the name be remembered for as short a time as the switch may take; a minute is usual.',
  references: ['AWS REL11-BP02', 'NIST CP-10', 'STRIDE:D'],
  options: { longest },
  messages: {
    several: 'Resolvers remember {{record}} for {{ttl}}, also when one of {{targets}} is gone.',
    overdue: 'Resolvers remember {{record}} for {{ttl}}, and {{targets}} should be back within {{rto}}.',
  },

  check({ model, options, pass, report, unknown }) {
    for (const record of model.byKind.record) {
      const targets = targetsOf(model, record);
      if (targets.length === 0 || asksAll(record) || !isProduction(model, record)) continue;
      const { ttl } = record.facts;
      // A group moves its address, and no name.
      const rto = shortest(targets.map(({ kind, facts }) => (kind === 'cluster' ? undefined : facts.rto)));
      const limit = shortest([rto, targets.length > 1 ? options.longest : undefined]);
      if (ttl === undefined) {
        if (targets.length > 1) unknown(record, 'ttl');
      } else if (limit === undefined || seconds(ttl) <= seconds(limit)) pass(record);
      else
        report({
          at: record,
          ...(rto === undefined || rto !== limit
            ? { message: 'several', data: { record, ttl, targets } }
            : { message: 'overdue', data: { record, ttl, targets, rto } }),
          evidence: { elements: targets, flows: model.outgoing(record) },
          fix: [{ on: record, set: { ttl: shortest([limit, options.longest]) } }],
        });
    }
  },
});

/** Who asks for mail or a service gets every target, and goes through them by himself. */
function asksAll({ facts: { recordType } }: Element): boolean {
  return recordType === undefined || recordType === 'MX' || recordType === 'SRV';
}

function targetsOf(model: Architecture, record: Element): readonly Element[] {
  const ends = model.outgoing(record).filter(({ verb }) => verb === 'resolvesTo');
  return ends.flatMap(({ to }) => model.byId.get(to) ?? []);
}
