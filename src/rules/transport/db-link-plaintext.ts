import {
  type Architecture,
  append,
  classesHeld,
  classified,
  defineRule,
  type Element,
  type Hop,
  type StoreGroup,
  storeGroups,
  storeKinds,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'transport/db-link-plaintext',
  severity: 'medium',
  summary: 'What is read from, written to or copied between stores travels in plaintext.',
  impact:
    'Whoever gets into the network reads and alters the data as they pass, and learns the password that opens the store.',
  remedy: 'Turn TLS on at the store, and have its clients and replicas insist on it.',
  references: ['CWE-319', 'STRIDE:T', 'STRIDE:I', 'AWS SEC09-BP02', 'NIST SC-8(1)', 'ASVS 12.3.1'],
  messages: { plain: '{{sources}} and {{store}} talk in plaintext.' },

  check({ model, transport, pass, report, unknown }) {
    const plain = new Map<Element, Hop[]>();
    for (const hop of transport.hops.filter(({ flow, to }) => leadsIntoStore(flow.verb, to))) {
      if (hop.encryption === 'plaintext') append(plain, hop.to, hop);
      else if (hop.encryption === 'unknown') unknown(hop.flow, 'listens');
      else pass(hop.flow);
    }
    const groups = plain.size > 0 ? groupsByPart(model) : new Map<Element, StoreGroup>();
    for (const [store, hops] of plain) {
      const sources = [...new Set(hops.map(({ from }) => from))];
      const group = groups.get(store);
      // What it is not said to hold may be nothing that matters.
      const severity = group && classified(classesHeld(group) ?? []).length > 0 ? 'high' : 'medium';
      report({ at: store, message: 'plain', data: { sources, store }, evidence: hops, severity });
    }

    function leadsIntoStore(verb: string, to: Element): boolean {
      const kind = to.kind === 'cluster' ? model.clusterById.get(to.id)?.memberKind : to.kind;
      return kind !== undefined && traits(kind).store === true && links.includes(verb);
    }
  },
});

const links: readonly string[] = ['reads', 'writes', 'publishes', 'consumes', 'balances', 'replicates'];

/** By each store and each cluster of stores: what it is one copy of. */
function groupsByPart(model: Architecture): ReadonlyMap<Element, StoreGroup> {
  return new Map(
    storeGroups(model, storeKinds).flatMap((group) =>
      [...group.members, ...(group.cluster ? [group.cluster] : [])].map((part) => [part, group] as const),
    ),
  );
}
