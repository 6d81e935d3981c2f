import { escapeXml } from './escape-xml.js';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element of XML. Attributes are escaped and left out where undefined; children are markup already. */
export function tag(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? decimal(value) : escapeXml(value)}"`],
  );
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** An element that holds text only; nothing where the text is empty. */
export function textTag(name: string, attributes: Attributes, text: string): string {
  return text === '' ? '' : tag(name, attributes, [escapeXml(text)]);
}

/** At most two decimals, never an exponent or a negative zero. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}
