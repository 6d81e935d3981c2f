import type { Element } from '../../graph/architecture.js';
import { whyOfAlgorithm, whyOfMode, whyOfReplication, whyOfStoreRole } from '../../vocabulary/why.js';
import { capitalised } from '../words.js';
import { bullets, strong } from './make-node.js';
import { storeRole } from './role-of.js';
import type { Telling } from './telling.js';
import type { ReportNode } from './tree.js';

/** The words that are used of these elements and that not everybody knows: how requests are spread, who takes writes. */
export function wordsExplained(elements: readonly Element[], { audit: { model } }: Telling): readonly ReportNode[] {
  const explained = new Map<string, string>();
  for (const element of elements) {
    const { algorithm, mode } = element.facts;
    const role = storeRole(model, element);
    if (algorithm !== undefined) explained.set(algorithm, whyOfAlgorithm[algorithm]);
    if (mode !== undefined) explained.set(mode, whyOfMode[mode]);
    if (role !== undefined) explained.set(role, whyOfStoreRole[role]);
    for (const { facts } of [element, ...model.outgoing(element)]) {
      const { replication } = facts;
      if (replication !== undefined) explained.set(`${replication} replication`, whyOfReplication[replication]);
    }
  }
  if (explained.size === 0) return [];
  return [bullets([...explained].map(([word, text]) => [strong(capitalised(word)), `: ${text}`]))];
}
