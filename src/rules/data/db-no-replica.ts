import { defineRule, isComplete, isProduction, isWritten, storeGroups } from '../../rules-api.js';

export default defineRule({
  id: 'data/db-no-replica',
  severity: 'high',
  summary: 'A production database that is only read has no second copy to read from.',
  impact: 'When it fails, nothing can be read until it is restored, and with its disk its data may be gone.',
  remedy: 'Keep a replica on another host, and let the readers use either.',
  references: ['STRIDE:D', 'AWS REL10-BP01', 'NIST SC-36'],
  messages: {
    lone: 'Nothing in the model stands in for {{db}}.',
    reads: '{{db}} alone is read, although it has copies: {{copies}}.',
  },

  check({ model, faults, pass, report, unknown }) {
    for (const group of storeGroups(model, ['database'])) {
      const { members, primary, replication } = group;
      if (!isProduction(model, primary)) continue;
      const points = members.flatMap((member) => faults.singlePointOf(member) ?? []);
      const point = points.find(
        ({ root, journeys }) => members.includes(root) && journeys.every(({ mode }) => mode === 'read'),
      );
      const evidence = { elements: point?.also ?? [], flows: [...(point?.path ?? []), ...replication] };
      if (members.length === 1) {
        // Where it is written to as well, the lone writer is the finding.
        if (isWritten(model, group)) continue;
        if (point || isComplete(model, 'replication'))
          report({ at: primary, message: 'lone', data: { db: primary }, evidence });
        else unknown(primary, 'complete: replication');
      } else if (point) {
        const copies = members.filter((member) => member !== point.root);
        report({ at: point.root, message: 'reads', data: { db: point.root, copies }, evidence });
      } else pass(primary);
    }
  },
});
