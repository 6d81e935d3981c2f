import { type Architecture, accountsWithSecret, defineRule, type Element, groupBy, kindOf } from '../../rules-api.js';

export default defineRule({
  id: 'access/secret-not-vaulted',
  severity: 'medium',
  summary: 'What opens an account is kept somewhere else than in a secret store.',
  impact:
    'Whoever can read that place, or a backup or a copy of it, has the account; and nobody sees who took the secret, or when.',
  remedy: 'Keep it in a secret store that hands it to the one service that needs it, and change it once it has moved.',
  references: ['CWE-522', 'STRIDE:I', 'AWS SEC02-BP03', 'ASVS 13.3.1'],
  messages: { elsewhere: 'What opens {{accounts}} is kept in {{place}}, which is no secret store.' },

  check({ model, pass, report, unknown }) {
    const elsewhere = new Map<Element, Element>();
    for (const account of accountsWithSecret(model)) {
      const place = account.facts.keptIn === undefined ? undefined : model.byId.get(account.facts.keptIn);
      if (!place) unknown(account, 'keptIn');
      else if (keepsSecrets(model, place)) pass(account);
      else elsewhere.set(account, place);
    }
    const [vault, ...others] = model.byKind.secretStore;
    for (const [place, accounts] of groupBy(elsewhere.keys(), (account) => elsewhere.get(account)!)) {
      report({
        at: accounts,
        message: 'elsewhere',
        data: { accounts, place },
        evidence: { elements: [place] },
        // Where there is one secret store, it is the one that is meant.
        ...(vault && others.length === 0 && { fix: accounts.map((on) => ({ on, set: { keptIn: vault } })) }),
        // Code is copied to many machines, and forgets nothing.
        severity: place.facts.externalRole === 'source code' ? 'high' : 'medium',
      });
    }
  },
});

/** Of a service of others that has no narrower role it may be what it is for. */
function keepsSecrets(model: Architecture, place: Element): boolean {
  const kind = kindOf(model, place);
  if (kind !== 'externalService') return kind === 'secretStore' || kind === 'identityProvider';
  const role = place.facts.externalRole ?? 'other';
  return role === 'identity' || role === 'other';
}
