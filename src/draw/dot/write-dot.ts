import { type Nested, nested } from '../scene/nested.js';
import { plainIds } from '../scene/plain-ids.js';
import type { Bundle, Group, LineStyle, Scene } from '../scene/scene.js';
import { pairsOf, wordsAround, wordsOfBox, wordsOfBundle, wordsOfGroup } from '../scene/words-of.js';
import { light } from '../svg/palette.js';
import { escapeDot } from './escape-dot.js';
import { edgeLook, frameLook, nodeLook } from './looks.js';

/** Of an attribute: text of an author's is escaped, a word of ours stands as it is. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

const fonts = 'Inter,Helvetica,Arial,sans-serif';

const strokes: Readonly<Record<LineStyle, string>> = {
  encrypted: 'solid',
  plaintext: 'dashed',
  unknown: 'dotted',
  local: 'solid and grey',
  replication: 'with a diamond',
  operations: 'thin and dotted',
  decrypted: 'thick and dashed',
  passes: 'solid and green',
  blocked: 'dashed and red',
  untold: 'dotted and grey',
};

/** The scene in the language of Graphviz, which places it anew. No link and no author's text but as labels and comments. */
export function writeDot(scene: Scene): string {
  const ids = plainIds(scene);
  return [
    ...wordsAround(scene, strokes).map((line) => `// ${escapeDot(line)}`),
    'digraph stanchion {',
    `  graph ${attributes({ ...headOf(scene), fontname: fonts, fontsize: 14, fontcolor: light.text.ink })};`,
    `  node ${attributes({ shape: 'box', margin: '0.18,0.1', fontname: fonts, fontsize: 11, fontcolor: light.text.ink })};`,
    `  edge ${attributes({ fontname: fonts, fontsize: 10, fontcolor: light.text.ink })};`,
    ...membersOf(nested(scene), ids, '  '),
    ...scene.bundles.flatMap((bundle) => edgesOf(bundle, ids)),
    '}',
    '',
  ].join('\n');
}

function headOf({ title, subtitle, direction, description }: Scene): Attributes {
  return {
    rankdir: direction,
    newrank: 'true',
    nodesep: 0.5,
    ranksep: 0.7,
    labelloc: 't',
    label: labelOf([title, subtitle]),
    tooltip: labelOf([description]),
  };
}

function membersOf({ boxes, groups }: Nested, ids: ReadonlyMap<string, string>, indent: string): readonly string[] {
  const nodes = boxes.map((box) => {
    const words = { label: labelOf(wordsOfBox(box)), tooltip: labelOf([box.description]) };
    return `${indent}${ids.get(box.id)} ${attributes({ ...words, ...nodeLook(box) })};`;
  });
  const frames = groups.flatMap(({ group, ...members }) => [
    `${indent}subgraph cluster_${ids.get(group.id)} {`,
    `${indent}  graph ${attributes(frameOf(group))};`,
    ...membersOf(members, ids, `${indent}  `),
    // Graphviz forgets a frame with nothing in it.
    ...(members.boxes.length + members.groups.length > 0 ? [] : [`${indent}  ${roomIn(ids.get(group.id))}`]),
    `${indent}}`,
  ]);
  return [...nodes, ...frames];
}

function frameOf(group: Group): Attributes {
  const words = { label: labelOf(wordsOfGroup(group)), tooltip: labelOf([group.description]) };
  return { ...words, labeljust: 'l', fontsize: 11, margin: 16, ...frameLook(group) };
}

function roomIn(frame: string | undefined): string {
  return `room_${frame} ${attributes({ label: '', shape: 'point', style: 'invis' })};`;
}

function edgesOf(bundle: Bundle, ids: ReadonlyMap<string, string>): readonly string[] {
  // Graphviz writes labels right beside their lines.
  const label = labelOf(wordsOfBundle(bundle).map((line) => `  ${line}  `));
  const words = { label: label || undefined, tooltip: labelOf([bundle.description]) };
  const known = pairsOf(bundle).filter((ends) => ends.every((end) => ids.has(end)));
  return known.map(
    ([from, to]) => `  ${ids.get(from)} -> ${ids.get(to)} ${attributes({ ...words, ...edgeLook(bundle) })};`,
  );
}

function labelOf(lines: readonly string[]): string {
  return lines.map(escapeDot).join('\\n');
}

function attributes(all: Attributes): string {
  const written = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${value}"`]));
  return `[${written.join(' ')}]`;
}
