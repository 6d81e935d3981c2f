import type { Element } from '../../../graph/architecture.js';
import { type KindTraits, kinds, traits } from '../../../vocabulary/kinds.js';
import { whyOfAlgorithm, whyOfKind, whyOfMode, whyOfStoreRole } from '../../../vocabulary/why.js';
import { namesOf } from '../name-of.js';
import type { Telling } from '../report-document.js';
import { heading, type ReportNode, strong, table } from '../tree.js';
import { capitalised } from '../words.js';

const groupOrder: readonly KindTraits['group'][] = [
  'outside',
  'names and trust',
  'edge',
  'compute',
  'data',
  'operations',
  'place',
  'group',
  'other',
];
const mostNames = 6;

/** Every element with its role and why it is there. Those of one tier stand in one row. */
export function elements(telling: Telling): readonly ReportNode[] {
  const { model } = telling.audit;
  const groups = groupOrder.map(
    (group) => [group, model.elements.filter(({ kind }) => kinds[kind].group === group)] as const,
  );
  return [
    heading(2, 'What is there, and why'),
    ...groups
      .filter(([, members]) => members.length > 0)
      .flatMap(([group, members]) => [
        heading(3, capitalised(group)),
        table(
          ['element', 'what it is', 'why it is there'],
          rowsOf(members).map((alike) => row(alike, telling)),
        ),
      ]),
  ];
}

/** Elements that say the same of themselves, in the order of the first of each. */
function rowsOf(members: readonly Element[]): readonly (readonly Element[])[] {
  const rows = new Map<string, Element[]>();
  for (const element of members) {
    const { kind, tier, facts } = element;
    const alike = JSON.stringify([
      kind,
      tier ?? element.id,
      facts.software,
      facts.why,
      facts.description,
      facts.engine,
    ]);
    const row = rows.get(alike);
    if (row) row.push(element);
    else rows.set(alike, [element]);
  }
  return [...rows.values()];
}

function row(alike: readonly Element[], telling: Telling) {
  const [element] = alike;
  if (element === undefined) return [];
  const { noun } = kinds[element.kind];
  const count = alike.length > 1 ? `, ${alike.length} of them` : '';
  const software = element.facts.software === undefined ? '' : `, ${element.facts.software}`;
  return [[strong(namesOf(alike, telling.nameOf, mostNames))], [`${noun}${software}${count}`], [why(alike, telling)]];
}

function why(alike: readonly Element[], { audit: { model } }: Telling): string {
  const [element] = alike;
  if (element === undefined) return '';
  const { facts, kind } = element;
  const own = [facts.description, facts.why].filter((text) => text !== undefined);
  return [
    ...(own.length > 0 ? own : [whyOfKind[kind]]),
    ...(facts.algorithm === undefined ? [] : [whyOfAlgorithm[facts.algorithm]]),
    ...(facts.mode === undefined ? [] : [whyOfMode[facts.mode]]),
    ...(traits(kind).store ? [...roles()].map((role) => whyOfStoreRole[role]) : []),
  ].join(' ');

  function roles(): ReadonlySet<keyof typeof whyOfStoreRole> {
    const copied = alike.some((one) => model.incoming(one).some(({ verb }) => verb === 'replicates'));
    const copies = alike.some((one) => model.outgoing(one).some(({ verb }) => verb === 'replicates'));
    return new Set([...(copied ? (['primary'] as const) : []), ...(copies ? (['replica'] as const) : [])]);
  }
}
