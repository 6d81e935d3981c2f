import type { Element } from '../../../graph/architecture.js';
import { type Kind, type KindTraits, kindNames, kinds } from '../../../vocabulary/kinds.js';
import { whyOfKind } from '../../../vocabulary/why.js';
import { capitalised, sentence } from '../../words.js';
import { deedsOf } from '../deeds-of.js';
import { heading, paragraph, strong, table } from '../make-node.js';
import { roleOf } from '../role-of.js';
import type { Telling } from '../telling.js';
import type { Cell, ReportNode } from '../tree.js';
import { wordsExplained } from '../words-explained.js';

/** In the order in which a request meets them; what they stand in comes last. */
const groupOrder: readonly KindTraits['group'][] = [
  'outside',
  'names and trust',
  'edge',
  'compute',
  'data',
  'group',
  'operations',
  'place',
  'other',
];

/** Every element with its role and why it is there, kind by kind. */
export function elements(telling: Telling): readonly ReportNode[] {
  const { model } = telling.audit;
  if (model.elements.length === 0) return [];
  const order = groupOrder.flatMap((group) => kindNames.filter((kind) => kinds[kind].group === group));
  return [
    heading(2, 'What is there, and why'),
    ...order.filter((kind) => model.byKind[kind].length > 0).flatMap((kind) => kindSection(kind, telling)),
  ];
}

function kindSection(kind: Kind, telling: Telling): readonly ReportNode[] {
  const members = telling.audit.model.byKind[kind];
  const { noun, plural } = kinds[kind];
  return [
    heading(3, capitalised(members.length === 1 ? noun : plural)),
    paragraph(strong('Why it is there.'), ` ${whyOfKind[kind]}`),
    ...wordsExplained(members, telling),
    table(['element', 'what it is', 'what it does', 'where', 'what for', 'owner'], rowsOf(members, telling)),
  ];
}

/** Elements of which the same is told stand in one row. */
function rowsOf(members: readonly Element[], telling: Telling): readonly (readonly (Cell | string)[])[] {
  const rows = new Map<string, Element[]>();
  for (const element of members) {
    const deeds = deedsOf([element], telling, alikeNames);
    const told = [roleOf(element, telling), deeds, purpose(element), element.facts.owner, element.tier ?? element.name];
    const key = JSON.stringify(told);
    const row = rows.get(key);
    if (row) row.push(element);
    else rows.set(key, [element]);
  }
  return [...rows.values()].map((alike) => rowOf(alike, telling));
}

function rowOf(alike: readonly Element[], telling: Telling): readonly (Cell | string)[] {
  const { names } = telling;
  const [first] = alike;
  if (first === undefined) return [];
  return [
    [strong(names.every(alike))],
    roleOf(first, telling),
    deedsOf(alike, telling, names.groups),
    places(alike, telling),
    purpose(first),
    ownOwner(first, telling),
  ];
}

/** Two that do the same with others of one kind and name differ in nothing that a row tells. */
function alikeNames(elements: readonly Element[]): string {
  return [...new Set(elements.map(({ kind, name }) => JSON.stringify([kind, name])))].join();
}

/** The owner of the whole is named once, at the top. */
function ownOwner({ facts }: Element, { audit: { model } }: Telling): string {
  return facts.owner === undefined || facts.owner === model.facts.owner ? '' : facts.owner;
}

function purpose({ facts: { why, description } }: Element): string {
  return [description, why].flatMap((text) => (text === undefined ? [] : [sentence(text)])).join(' ');
}

/** A firewall stands in what it guards. */
function places(alike: readonly Element[], { audit: { model }, names }: Telling): string {
  const parents = alike.flatMap(({ parent }) => (parent === undefined ? [] : (model.byId.get(parent) ?? [])));
  if (parents.length === 0 && alike[0]?.kind === 'firewall') return 'around everything';
  return names.every([...new Set(parents)]);
}
