import type { SourcePosition } from '../architecture.js';
import { type Checked, quoted } from './report.js';

interface Identified {
  readonly id: string;
  readonly at?: SourcePosition;
}

/** Ids are unique among elements, flows, pools, clusters and journeys, each list for itself. */
export function checkIds({ document, report }: Checked): void {
  const lists = {
    elements: 'element',
    flows: 'flow',
    pools: 'pool',
    clusters: 'cluster',
    journeys: 'journey',
  } as const;
  for (const [list, noun] of Object.entries(lists) as [keyof typeof lists, string][]) {
    const first = new Map<string, Identified>();
    document[list].forEach((item: Identified, index) => {
      const earlier = first.get(item.id);
      if (!earlier) first.set(item.id, item);
      else
        report([list, index, 'id'], `two ${noun}s have the id ${quoted(item.id)}`, {
          at: item.at,
          hint: firstAt(earlier),
        });
    });
  }
}

function firstAt({ at }: Identified): string | undefined {
  return at && `The first stands at ${at.file}:${at.line}:${at.column}.`;
}
