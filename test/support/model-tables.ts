import { factsByKind } from '../../src/vocabulary/facts-by-kind.js';
import { type Kind, kindNames, kinds, traits } from '../../src/vocabulary/kinds.js';
import { verbEnds } from '../../src/vocabulary/verb-ends.js';
import { type Verb, verbNames, verbs } from '../../src/vocabulary/verbs.js';
import * as words from '../../src/vocabulary/words.js';

const groupOrder = ['outside', 'names and trust', 'place', 'group', 'edge', 'compute', 'data', 'operations', 'other'];

/** Facts that whole families have in common are told once, above the table. */
const common = new Set(factsByKind.dns.filter((fact) => factsByKind.user.includes(fact)));
const running = new Set(factsByKind.worker);
const store = new Set(factsByKind.database);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

function ownFacts(kind: Kind): string {
  const { running: runs, store: keeps } = traits(kind);
  const family = keeps ? store : runs ? running : common;
  const own = factsByKind[kind].filter((fact) => !common.has(fact) && !family.has(fact) && fact !== 'recordType');
  const role = own.map((fact) => (fact === 'externalRole' || fact === 'domainRole' ? 'role' : fact));
  return [...(keeps ? ['store'] : runs ? ['running'] : []), code([...new Set(role)])].filter(Boolean).join('; ');
}

function kindTable(): string {
  const rows = groupOrder.flatMap((group) =>
    kindNames
      .filter((kind) => kinds[kind].group === group)
      .map((kind, index) => [index === 0 ? group : '', `\`${kind}\``, ownFacts(kind)]),
  );
  return table(['group', 'kind', 'own facts'], rows);
}

const hardness: { readonly [H in (typeof verbs)[Verb]['hard']]: string } = {
  needs: 'yes',
  'k-of-n': 'when too few are left',
  reads: 'for reading',
  writes: 'for writing',
  no: 'no',
};

function verbTable(): string {
  return table(
    ['verb', 'from', 'to', 'takes its source down'],
    verbNames.map((verb) => {
      const { from, to } = verbEnds[verb];
      return [`\`${verb}\``, kindsInWords(from), to ? kindsInWords(to) : 'any', hardness[verbs[verb].hard]];
    }),
  );
}

const sets: readonly (readonly [string, readonly Kind[]])[] = [
  ['*running*', kindNames.filter((kind) => traits(kind).running)],
  ['*request-taking*', kindNames.filter((kind) => traits(kind).takesRequests)],
  ['*stores*', kindNames.filter((kind) => traits(kind).store)],
  ['*code*', kindNames.filter((kind) => traits(kind).code)],
];

/** Whole families by their names, the rest one by one. */
function kindsInWords(list: readonly Kind[]): string {
  const family = sets.find(([, kindsOfSet]) => kindsOfSet.every((kind) => list.includes(kind)));
  if (!family) return code(list);
  const rest = list.filter((kind) => !family[1].includes(kind));
  return [family[0], code(rest)].filter(Boolean).join(', ');
}

function wordTable(): string {
  const lists: Readonly<Record<string, readonly string[]>> = words;
  const rows = Object.entries(lists)
    .map(([name, list]) => [name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`), code(list)])
    .sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return table(['list', 'words'], rows);
}

/** The tables of docs/model.md that are made from the vocabulary, by the name in their marks. */
export const modelTables: Readonly<Record<string, string>> = {
  kinds: kindTable(),
  verbs: verbTable(),
  words: wordTable(),
};
