import { type Architecture, defineRule, type Element, failoversOf, storeGroups } from '../../rules-api.js';

export default defineRule({
  id: 'availability/split-brain-no-fencing',
  severity: 'high',
  summary: 'Two that take over from each other have nobody to tell them which of them is alive.',
  impact:
    'When they lose sight of each other and both live, both serve: two addresses answer, two databases take writes, and what was written to one of them is lost.',
  remedy:
    'Let a third party decide (a witness or a quorum), and stop the one that lost contact before the other takes over.',
  references: ['STRIDE:T', 'STRIDE:D', 'CWE-662', 'AWS REL11-BP02'],
  messages: { pair: '{{members}} take over from each other, with no third party and no fencing.' },

  check({ model, pass, report, unknown }) {
    for (const { at, members, by, fencing } of pairs(model)) {
      if (members.length > 2 || !members.includes(by) || fencing === true) pass(at);
      else if (fencing === undefined) unknown(at, 'fencing');
      else {
        const fix = [{ on: at, set: { fencing: true } }];
        report({ at, message: 'pair', data: { members }, evidence: { elements: members }, fix });
      }
    }
  },
});

/** A pair that fails over by itself: who decides, and whether the loser is stopped. */
interface Pair {
  readonly at: Element;
  readonly members: readonly Element[];
  readonly by: Element;
  readonly fencing: boolean | undefined;
}

function pairs(model: Architecture): readonly Pair[] {
  const clusters = model.byKind.cluster.flatMap((group): Pair[] => {
    const { failover, fencing, mode } = group.facts;
    const by = typeof failover === 'object' ? model.byId.get(failover.by) : undefined;
    const members = (model.clusterById.get(group.id)?.members ?? []).flatMap((id) => model.byId.get(id) ?? []);
    return by && mode !== 'active-active' ? [{ at: group, members, by, fencing }] : [];
  });
  const copies = storeGroups(model, ['database', 'cache', 'queue', 'searchIndex', 'fileStore']).flatMap(
    (group): Pair[] => {
      const automatic = failoversOf(group).find((said) => typeof said === 'object');
      const by = typeof automatic === 'object' ? model.byId.get(automatic.by) : undefined;
      return by && !group.cluster ? [{ at: group.primary, members: group.members, by, fencing: undefined }] : [];
    },
  );
  return [...clusters, ...copies];
}
