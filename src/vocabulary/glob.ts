/**
 * Patterns of names with `/` between them: `*` and `?` within a name, `**` over any number of names. `ids` knows no more, as the name
 * of an element may hold any letter. `files` is as a shell has it: `{a,b}`, `[a-z]` and `[!a-z]` too, and no wildcard matches a
 * leading dot. All else stands for itself.
 */
type Dialect = 'ids' | 'files';

/** Whether an element's id, or the known path of a file, matches a pattern. */
export function matchesPattern(text: string, pattern: string): boolean {
  return toRegExp(pattern, 'ids').test(text);
}

export function isGlob(text: string): boolean {
  return /[*?{[]/.test(text);
}

/** The folder that a pattern's search starts in: its names up to the first with a wildcard. */
export function globBase(pattern: string): string {
  const names = pattern.split('/');
  const base = names.slice(0, names.findIndex(isGlob)).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** Whether a path with `/`, relative as the pattern is, is one that a shell would find by it. */
export function matchesGlob(path: string, pattern: string): boolean {
  return expandBraces(pattern).some((one) => toRegExp(one, 'files').test(path));
}

/** How many folders deep a pattern can reach below its base. */
export function globDepth(pattern: string): number {
  if (pattern.includes('**')) return Number.POSITIVE_INFINITY;
  return Math.max(...expandBraces(pattern).map((one) => one.split('/').length));
}

const mostAlternatives = 1_000;

function expandBraces(pattern: string): string[] {
  let patterns = [pattern];
  for (;;) {
    const next = patterns.flatMap((one) => {
      const [whole, inner] = /\{([^{}]*)\}/.exec(one) ?? [];
      return whole === undefined ? one : (inner ?? '').split(',').map((part) => one.replace(whole, () => part));
    });
    if (next.length === patterns.length && next.every((one, index) => one === patterns[index])) return next;
    if (next.length > mostAlternatives) return [];
    patterns = next;
  }
}

function toRegExp(pattern: string, dialect: Dialect): RegExp {
  const shown = dialect === 'files' ? '(?!\\.)' : '';
  const any = `${shown}[^/]+`;
  const names = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const parts = names.map((name, index) => {
    const isLast = index === names.length - 1;
    if (name === '**') return `(?:${any}/)*${isLast ? any : ''}`;
    return `${/^[*?[]/.test(name) ? shown : ''}${nameSource(name, dialect)}${isLast ? '' : '/'}`;
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

const pieces: Readonly<Record<Dialect, RegExp>> = {
  ids: /\*+|\?|[.+^${}()|[\]\\]/g,
  files: /\*+|\?|\[!?[^\]]+\]|[.+^${}()|[\]\\]/g,
};

function nameSource(name: string, dialect: Dialect): string {
  return name.replace(pieces[dialect], (piece) => {
    if (piece.startsWith('*')) return '[^/]*';
    if (piece === '?') return '[^/]';
    if (piece.length === 1) return `\\${piece}`;
    const isNot = piece.startsWith('[!') && piece !== '[!]';
    return `[${isNot ? '^' : ''}${piece.slice(isNot ? 2 : 1, -1).replace(/[\\[\]^]/g, '\\$&')}]`;
  });
}
