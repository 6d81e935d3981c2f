import { type Nested, nested } from '../scene/nested.js';
import { plainIds } from '../scene/plain-ids.js';
import type { Box, Bundle, LineStyle, Scene, Shape } from '../scene/scene.js';
import { pairsOf, wordsAround, wordsOfBox, wordsOfBundle, wordsOfGroup } from '../scene/words-of.js';
import { escapeMermaid, quoteForHeading } from './escape-mermaid.js';
import { classDefinitions, classOf, strokeOf } from './looks.js';

const strokes: Readonly<Record<LineStyle, string>> = {
  encrypted: 'solid',
  plaintext: 'dashed',
  unknown: 'dotted',
  local: 'solid',
  replication: 'thick',
  operations: 'thin and dotted',
  decrypted: 'thick and dashed',
  passes: 'solid',
  blocked: 'dashed',
  untold: 'dotted',
};

/** Where nobody allows more, Mermaid refuses a text of more characters; then the words for who hears the picture are few. */
const longest = 50_000;

type Ids = ReadonlyMap<string, string>;

/**
 * The scene as a flowchart of Mermaid, which places it anew. It colours nothing but what failed, so that it fits the theme of the
 * page that it is embedded in; no link, no script.
 */
export function writeMermaid(scene: Scene): string {
  const whole = write(scene, scene.description);
  const [counts = ''] = scene.description.split('\n');
  return whole.length <= longest ? whole : write(scene, counts);
}

function write(scene: Scene, description: string): string {
  const ids = plainIds(scene);
  const edges = scene.bundles.flatMap((bundle) => edgesOf(bundle, ids));
  return [
    '---',
    `title: ${quoteForHeading(scene.title)}`,
    '---',
    `flowchart ${scene.direction}`,
    ...wordsAround(scene, strokes).map((line) => `  %% ${escapeMermaid(line)}`),
    `  accTitle: ${escapeMermaid(scene.title)}`,
    `  accDescr: ${escapeMermaid(description)}`,
    ...membersOf(nested(scene), ids, '  '),
    ...edges.map(({ arrow }) => `  ${arrow}`),
    ...linkStyles(edges.map(({ stroke }) => stroke)),
    ...classesOf(scene, ids),
    '',
  ].join('\n');
}

function membersOf({ boxes, groups }: Nested, ids: Ids, indent: string): readonly string[] {
  const frames = groups.flatMap(({ group, ...members }) => [
    `${indent}subgraph ${ids.get(group.id)}["${labelOf(wordsOfGroup(group))}"]`,
    ...membersOf(members, ids, `${indent}  `),
    `${indent}end`,
  ]);
  return [...boxes.map((box) => `${indent}${ids.get(box.id)}${outlined(box)}`), ...frames];
}

const outlines: Readonly<Record<Shape, readonly [open: string, close: string]>> = {
  card: ['[', ']'],
  person: ['([', '])'],
  store: ['[(', ')]'],
  guard: ['{{', '}}'],
  outside: ['[', ']'],
};

function outlined(box: Box): string {
  const [open, close] = outlines[box.shape];
  return `${open}"${labelOf(wordsOfBox(box))}"${close}`;
}

function edgesOf(bundle: Bundle, ids: Ids): readonly { readonly arrow: string; readonly stroke: string | undefined }[] {
  const { arrow, stroke } = strokeOf(bundle);
  const words = labelOf(wordsOfBundle(bundle));
  const label = words === '' ? '' : `|"${words}"|`;
  const known = pairsOf(bundle).filter((ends) => ends.every((end) => ids.has(end)));
  return known.map(([from, to]) => ({ arrow: `${ids.get(from)} ${arrow}${label} ${ids.get(to)}`, stroke }));
}

/** Arrows are numbered in the order in which they stand. */
function linkStyles(ofArrows: readonly (string | undefined)[]): readonly string[] {
  const styles = [...new Set(ofArrows)].filter((style) => style !== undefined);
  return styles.map((style) => {
    const arrows = ofArrows.flatMap((one, index) => (one === style ? [index] : []));
    return `  linkStyle ${arrows.join(',')} ${style}`;
  });
}

function classesOf({ boxes, groups }: Scene, ids: Ids): readonly string[] {
  const members = new Map<string, string[]>();
  for (const part of [...boxes, ...groups]) {
    const name = classOf(part);
    if (name !== undefined) members.set(name, [...(members.get(name) ?? []), ids.get(part.id) ?? '']);
  }
  return [...members].flatMap(([name, parts]) => [
    `  classDef ${name} ${classDefinitions[name]}`,
    `  class ${parts.join(',')} ${name}`,
  ]);
}

function labelOf(lines: readonly string[]): string {
  return lines.map(escapeMermaid).join('<br>');
}
