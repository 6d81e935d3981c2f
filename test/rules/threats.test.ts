import { rules } from '../../src/rules/index.js';

/** The letters of STRIDE that a rule refers to. */
function threatsOf(id: string): string {
  const references = rules.find((rule) => rule.id === id)?.references ?? [];
  return references.flatMap((reference) => /^STRIDE:(.)$/.exec(reference.id)?.[1] ?? []).join('');
}

test.each([
  ['access/admin-no-mfa', 'SE'],
  ['access/link-unauthenticated', 'SE'],
  ['access/shared-service-account', 'R'],
  ['transport/plaintext-external', 'TI'],
  ['transport/plaintext-sensitive', 'TI'],
  ['transport/tls-ends-at-load-balancer', 'TI'],
  ['transport/db-link-plaintext', 'TI'],
  // That nobody watches is no threat: no attacker does it.
  ['operations/monitoring-uncovered', ''],
  ['operations/alert-unrouted', ''],
])('%s refers to every threat that its impact tells of: %s', (id, letters) => {
  expect(threatsOf(id)).toBe(letters);
});

test('what can be read in plaintext can be altered too, and the impact says so', () => {
  const plain = rules.filter(({ id }) => id.startsWith('transport/') && threatsOf(id).includes('T'));
  for (const { impact } of plain) expect(impact).toMatch(/alter|change/);
});
