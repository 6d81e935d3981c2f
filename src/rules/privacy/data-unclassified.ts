import {
  type Architecture,
  defineRule,
  type Element,
  type StoreGroup,
  storeGroups,
  storeKinds,
} from '../../rules-api.js';

export default defineRule({
  id: 'privacy/data-unclassified',
  severity: 'low',
  recommended: false,
  summary: 'Nothing says how sensitive the data in a store are.',
  impact: 'Nobody can tell how well they must be guarded, how long they may be kept, and what their loss would mean.',
  remedy: 'State the classes of data that it holds: `holds`.',
  references: ['AWS SEC07-BP01', 'CIS 3.7', 'ASVS 14.1.1'],
  messages: { unclassified: 'Nothing says how sensitive the data in {{stores}} are.' },

  check({ model, pass, report }) {
    const stores: Element[] = [];
    for (const group of storeGroups(model, storeKinds)) {
      if (isClassified(model, group)) for (const member of group.members) pass(member);
      else stores.push(...group.members.filter((member) => !isFilledByBackups(model, member)));
    }
    if (stores.length > 0) report({ at: stores, message: 'unclassified', data: { stores } });
  },
});

/** The store, a copy of it or their group says so, or who writes to it. */
function isClassified(model: Architecture, { members, cluster }: StoreGroup): boolean {
  return [...members, ...(cluster ? [cluster] : [])].some(
    (one) => one.facts.holds !== undefined || model.incoming(one).some(({ facts }) => facts.carries !== undefined),
  );
}

/** What lies in a backup is as sensitive as what it was made of. */
function isFilledByBackups(model: Architecture, store: Element): boolean {
  return model.incoming(store).some(({ verb }) => verb === 'backsUp');
}
