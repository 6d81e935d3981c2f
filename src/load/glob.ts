/**
 * Patterns of paths as a shell has them: `*` and `?` within a name, `**` over folders, `{a,b}`, `[a-z]`, `[!a-z]`. All else stands
 * for itself; a wildcard never matches a leading dot.
 */
export function isGlob(text: string): boolean {
  return /[*?{[]/.test(text);
}

/** The folder that a pattern's search starts in: its names up to the first with a wildcard. */
export function globBase(pattern: string): string {
  const names = pattern.split('/');
  const base = names.slice(0, names.findIndex(isGlob)).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** Whether a path with `/`, relative as the pattern is, matches it. */
export function matchesGlob(path: string, pattern: string): boolean {
  return expandBraces(pattern).some((one) => toRegExp(one).test(path));
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

function toRegExp(pattern: string): RegExp {
  const names = pattern.replace(/^(?:\.\/)+/, '').split('/');
  const parts = names.map((name, index) => {
    const isLast = index === names.length - 1;
    if (name === '**') return isLast ? '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]+' : '(?:(?!\\.)[^/]+/)*';
    return `${/^[*?[]/.test(name) ? '(?!\\.)' : ''}${nameSource(name)}${isLast ? '' : '/'}`;
  });
  return new RegExp(`^${parts.join('')}$`, 'u');
}

function nameSource(name: string): string {
  return name.replace(/\*+|\?|\[(!?)([^\]]+)\]|[.+^${}()|[\]\\]/g, (part, not: string, characters: string) => {
    if (part.startsWith('*')) return '[^/]*';
    if (part === '?') return '[^/]';
    if (characters === undefined) return `\\${part}`;
    return `[${not ? '^' : ''}${characters.replace(/[\\[\]^]/g, '\\$&')}]`;
  });
}
