import {
  defineRule,
  type Element,
  isProduction,
  type Kind,
  keepsBackups,
  rpoOf,
  storeGroups,
} from '../../rules-api.js';

/** What a cache or an index holds can be made anew. */
const kept: readonly Kind[] = ['database', 'objectStore', 'fileStore', 'queue'];

export default defineRule({
  id: 'data/rpo-rto-undeclared',
  severity: 'low',
  summary: 'Nobody has said how much of a production store may be lost, or how long it may be away.',
  impact:
    'Copies and backups are then bought by guess: too few for what somebody silently expects, or more than anybody needs.',
  remedy:
    'Ask those who use the data, and state `rpo` (how much may be lost, in time) and `rto` (how long it may be away).',
  references: ['AWS REL13-BP01', 'NIST CP-2'],
  recommended: false,
  messages: {
    both: 'Neither RPO nor RTO is told for {{stores}}.',
    rpo: 'No RPO is told for {{stores}}.',
    rto: 'No RTO is told for {{stores}}.',
  },

  check({ model, pass, report }) {
    const lacking = { both: [] as Element[], rpo: [] as Element[], rto: [] as Element[] };
    for (const group of storeGroups(model, kept)) {
      const { primary, members, cluster } = group;
      if (!isProduction(model, primary) || keepsBackups(model, group)) continue;
      const hasRto = [...members, ...(cluster ? [cluster] : [])].some(({ facts }) => facts.rto !== undefined);
      const hasRpo = rpoOf(group) !== undefined;
      if (hasRpo && hasRto) pass(primary);
      else lacking[hasRpo ? 'rto' : hasRto ? 'rpo' : 'both'].push(primary);
    }
    for (const message of ['both', 'rpo', 'rto'] as const) {
      const stores = lacking[message];
      if (stores.length > 0) report({ at: stores, message, data: { stores }, discriminator: message });
    }
  },
});
