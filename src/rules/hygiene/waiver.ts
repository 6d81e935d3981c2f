import { defineRule, type Edit, type JudgedWaiver, type Waiver } from '../../rules-api.js';

export default defineRule({
  id: 'hygiene/waiver',
  severity: 'medium',
  summary: 'A risk was accepted in a way that does not count.',
  impact: 'What somebody believes to be accepted is not, or a reason outlives what it was given for.',
  remedy: 'Correct the acceptance, give it a reason and a new last day, or take it out.',
  references: ['NIST CA-5'],
  messages: {
    unknownRule: "The acceptance of '{{rule}}'{{on}} names no rule.",
    misspelt: "The acceptance of '{{rule}}'{{on}} names no rule: '{{nearest}}' is the nearest.",
    withoutReason: "The acceptance of '{{rule}}'{{on}} gives no reason.",
    expired: "The acceptance of '{{rule}}'{{on}} ran out on {{until}}.",
    unused: "The acceptance of '{{rule}}'{{on}} accepts nothing: there is no such finding.",
    itself: "The acceptance of '{{rule}}'{{on}} accepts nothing: faults of acceptances cannot be accepted.",
  },
  runsLast: true,

  check({ waivers, pass, report }) {
    const seen = new Set<string>();
    const removing = removalOf(waivers);
    for (const { waiver, element, fault, nearest } of waivers) {
      const { rule, until = '' } = waiver;
      const key = JSON.stringify([rule, element?.id, fault]);
      // Said twice it is still one mistake.
      if (seen.has(key)) continue;
      seen.add(key);
      const on = element ? ` on ${element.name}` : '';
      const place = {
        ...(element && { at: element }),
        ...(waiver.at && { position: waiver.at }),
        discriminator: `${rule} ${fault}`,
      };
      switch (fault) {
        case undefined:
          if (element) pass(element);
          break;
        case 'unknown rule':
          if (nearest === undefined) report({ ...place, message: 'unknownRule', data: { rule, on } });
          else report({ ...place, message: 'misspelt', data: { rule, on, nearest } });
          break;
        case 'without reason':
          report({ ...place, message: 'withoutReason', data: { rule, on } });
          break;
        case 'expired':
          report({ ...place, message: 'expired', data: { rule, on, until }, fix: removing(waiver) });
          break;
        case 'unused':
          report({ ...place, message: 'unused', data: { rule, on }, severity: 'low', fix: removing(waiver) });
          break;
        case 'cannot be accepted':
          report({ ...place, message: 'itself', data: { rule, on }, severity: 'low' });
          break;
      }
    }
  },
});

/** What is said once for several elements goes where none of them needs it. */
function removalOf(waivers: readonly JudgedWaiver[]): (waiver: Waiver) => readonly Edit[] {
  const useless = (fault: JudgedWaiver['fault']) => fault === 'expired' || fault === 'unused';
  const needed = new Set(waivers.flatMap(({ waiver, fault }) => (useless(fault) ? [] : [JSON.stringify(waiver.at)])));
  return ({ at }) => (at && !needed.has(JSON.stringify(at)) ? [{ remove: at }] : []);
}
