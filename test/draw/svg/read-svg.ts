import { SaxesParser } from 'saxes';

/** An element of a picture, as a strict XML parser reads it. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** Reads a picture, or throws at the first thing that is not well-formed XML with namespaces. */
export function readSvg(svg: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const node: Node = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => {
    open.at(-1)!.text += text;
  });
  parser.write(svg).close();
  return root.children[0]!;
}

/** A node and everything in it. */
export function everyNode(node: Node): Node[] {
  return [node, ...node.children.flatMap(everyNode)];
}

/** All nodes of a name. */
export function nodesNamed(node: Node, name: string): Node[] {
  return everyNode(node).filter((one) => one.name === name);
}

/** Every text that is shown. */
export function shownTexts(node: Node): string[] {
  return nodesNamed(node, 'text').map(({ text }) => text);
}
