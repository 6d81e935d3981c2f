import { type Architecture, defineRule, type Element } from '../../rules-api.js';

export default defineRule({
  id: 'transport/dnssec-caa',
  severity: 'low',
  summary: 'A DNS zone that users look up is not signed, or does not say who may issue certificates for it.',
  impact:
    'Somebody can forge the answer and lead users elsewhere, or have a certificate for your name issued by an authority ' +
    'that you never dealt with.',
  remedy: 'Have the zone signed with DNSSEC, and name your authorities in CAA records.',
  references: ['STRIDE:S', 'NIST SC-20'],
  messages: {
    both: '{{zone}} is not signed with DNSSEC, and has no CAA record that says who may issue its certificates.',
    dnssec: '{{zone}} is not signed with DNSSEC.',
    caa: '{{zone}} has no CAA record that says who may issue its certificates.',
  },

  check({ model, pass, report, unknown }) {
    for (const zone of publicZones(model)) {
      const facts = ['dnssec', 'caa'] as const;
      const absent = facts.filter((fact) => zone.facts[fact] === false);
      for (const fact of facts) if (zone.facts[fact] === undefined) unknown(zone, fact);
      if (absent[0] !== undefined) {
        const set = Object.fromEntries(absent.map((fact) => [fact, true]));
        const message = absent.length === 2 ? 'both' : absent[0];
        report({ at: zone, message, data: { zone }, fix: [{ on: zone, set }] });
      } else if (facts.every((fact) => zone.facts[fact])) pass(zone);
    }
  },
});

/** Names that nobody outside looks up are answered inside. */
function publicZones(model: Architecture): readonly Element[] {
  const lookedUp = model.byKind.record.filter((record) => model.incoming(record).some(({ from }) => isOutside(from)));
  const zones = new Set(lookedUp.map(({ parent }) => parent));
  return model.byKind.dns.filter(({ id }) => zones.has(id));

  function isOutside(id: string): boolean {
    const kind = model.byId.get(id)?.kind;
    return kind === 'user' || kind === 'externalService';
  }
}
