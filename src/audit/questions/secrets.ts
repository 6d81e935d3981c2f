import type { Architecture, Element } from '../../graph/architecture.js';
import type { Authentication } from '../../vocabulary/words.js';
import { groupBy } from './group-by.js';

/** What the platform vouches for, or nobody: there is no secret that somebody has to keep. */
const withoutSecret: readonly Authentication[] = ['none', 'network address', 'iam role', 'single sign-on'];

/** The accounts that a secret opens which somebody has to keep: all but those that are only used without one. */
export function accountsWithSecret(model: Architecture): readonly Element[] {
  const uses = groupBy(model.flows, ({ facts }) => facts.as);
  return model.byKind.account.filter(({ id }) => {
    const ways = (uses.get(id) ?? []).map(({ facts }) => facts.authenticatedBy);
    return ways.length === 0 || ways.some((way) => way === undefined || !withoutSecret.includes(way));
  });
}
