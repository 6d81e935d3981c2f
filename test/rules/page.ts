import { readFileSync } from 'node:fs';

/** A rule's page, taken apart. */
export interface Page {
  readonly title: string;
  /** The paragraphs above the first section. */
  readonly lead: readonly string[];
  readonly sections: ReadonlyMap<string, string>;
}

export function readPage(rule: string): Page {
  const text = readFileSync(`docs/rules/${rule}.md`, 'utf8');
  const [head = '', ...parts] = text.split('\n## ');
  const [title = '', ...lead] = head.trim().split('\n\n');
  const sections = parts.map((part) => {
    const end = part.indexOf('\n');
    return [part.slice(0, end), part.slice(end).trim()] as const;
  });
  return { title, lead, sections: new Map(sections) };
}

/** The code in a section, and the quoted sentence behind it. */
export function exampleIn(page: Page, section: string): { readonly code: string; readonly quote: string | undefined } {
  const text = page.sections.get(section) ?? '';
  const code = codeIn(text);
  if (code === undefined) throw new Error(`the section ${section} has no example`);
  return { code, quote: /^> (.*)$/m.exec(text)?.[1] };
}

/** The incorrect example with the acceptance that the page proposes; undefined where it proposes none. */
export function acceptedExample(page: Page): string | undefined {
  const acceptance = codeIn(page.sections.get('When to accept it') ?? '');
  if (acceptance === undefined) return undefined;
  return exampleIn(page, 'Incorrect').code.replace(/^export default/m, `${acceptance}\nexport default`);
}

/** The facts that a page says the rule needs: `healthCheck`, `complete: backups` … */
export function neededFacts(page: Page): readonly string[] {
  const facts = [...(page.sections.get('What it needs to know') ?? '').matchAll(/^- `([^`]+)`/gm)];
  return facts.map(([, fact = '']) => fact.replace(/^complete: \['(\w+)'\]$/, 'complete: $1'));
}

function codeIn(text: string): string | undefined {
  return /^```ts\n([\s\S]*?)```/m.exec(text)?.[1];
}
