import { Marked, type Token, type Tokens } from 'marked';

export interface Comment {
  readonly links: readonly string[];
  readonly images: readonly string[];
  /** Tags of HTML; comments of HTML, which nobody sees, are left out. */
  readonly markup: readonly string[];
  /** The rows of each table, without its head, as a reader sees them. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** What a reader of Markdown with GitHub's extensions makes of a comment. */
export function readComment(markdown: string): Comment {
  const comment = { links: [] as string[], images: [] as string[], markup: [] as string[] };
  const tables: string[][][] = [];
  const marked = new Marked({ gfm: true });
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === 'link') comment.links.push(token.href);
    if (token.type === 'image') comment.images.push(token.href);
    if (token.type === 'html') comment.markup.push(...tagsOf(token.raw));
    if (token.type === 'table') tables.push((token as Tokens.Table).rows.map((row) => row.map(textOf)));
  });
  return { ...comment, tables };
}

function tagsOf(html: string): readonly string[] {
  return html.replace(/<!-- -->/g, '').match(/<[^>]*>/g) ?? [];
}

function textOf({ tokens }: { readonly tokens?: readonly Token[] | undefined }): string {
  const text = (tokens ?? []).map((token): string => {
    if ('tokens' in token && token.tokens) return textOf(token);
    return token.type === 'html' || !('text' in token) ? '' : token.text;
  });
  return text.join('').replace(/\s+/g, ' ').trim();
}
