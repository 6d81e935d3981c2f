/** Whether an id or a path with `/` matches a pattern: `*` is a part of one name, `**` whole names, `?` one letter. */
export function matchesPattern(text: string, pattern: string): boolean {
  return expressionOf(pattern).test(text);
}

const pieces = /\*\*\/|\*\*|\*|\?|[^*?]+/g;

function expressionOf(pattern: string): RegExp {
  const source = [...pattern.matchAll(pieces)].map(([piece]) => sourceOf(piece)).join('');
  return new RegExp(`^${source}$`, 's');
}

function sourceOf(piece: string): string {
  switch (piece) {
    case '**/':
      return '(?:.*/)?';
    case '**':
      return '.*';
    case '*':
      return '[^/]*';
    case '?':
      return '[^/]';
    default:
      return piece.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  }
}
