import { Node, type SourceFile, SyntaxKind } from 'ts-morph';

/** How an author writes, as far as new text has to follow it. */
export interface SourceStyle {
  readonly quote: "'" | '"';
  readonly newline: '\n' | '\r\n';
  /** One step of indentation. */
  readonly step: string;
  readonly semicolon: ';' | '';
  /** After the last entry of what goes over several lines. */
  readonly lastComma: ',' | '';
}

/** Lines are kept this short where the author's own words allow it. */
export const widest = 120;

export function styleOf(file: SourceFile): SourceStyle {
  const text = file.getFullText();
  return {
    quote: quoteOf(file),
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    step: /^(\t| {2,8})\S/m.exec(text)?.[1] ?? '  ',
    semicolon: file.getStatements().some((statement) => statement.getText().endsWith(';')) ? ';' : '',
    lastComma: lastCommaOf(file),
  };
}

function quoteOf(file: SourceFile): "'" | '"' {
  const texts = file.getDescendantsOfKind(SyntaxKind.StringLiteral).map((literal) => literal.getText()[0]);
  const double = texts.filter((quote) => quote === '"').length;
  return double * 2 > texts.length ? '"' : "'";
}

function lastCommaOf(file: SourceFile): ',' | '' {
  const long = file.getDescendantsOfKind(SyntaxKind.ObjectLiteralExpression).filter((literal) => {
    const last = literal.getProperties().at(-1);
    return (
      last &&
      literal
        .getFullText()
        .slice(last.getEnd() - literal.getFullStart())
        .includes('\n')
    );
  });
  const without = long.filter((literal) => !endsWithComma(literal));
  return long.length > 0 && without.length * 2 > long.length ? '' : ',';
}

export function endsWithComma(literal: Node): boolean {
  if (!Node.isObjectLiteralExpression(literal)) return false;
  return literal.compilerNode.properties.hasTrailingComma === true;
}

/** The white space with which the line of a character begins. */
export function indentationAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the last character of a line, before its break. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset);
  const end = found < 0 ? text.length : found;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** Behind a comment that ends the line on which a place lies; the place itself where more than that follows. */
export function endOfComment(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)?$/.test(text.slice(offset, end)) ? end : offset;
}

export function afterBreak(text: string, offset: number): number {
  if (text.startsWith('\r\n', offset)) return offset + 2;
  return text[offset] === '\n' ? offset + 1 : offset;
}
