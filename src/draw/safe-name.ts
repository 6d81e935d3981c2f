import { createHash } from 'node:crypto';

/**
 * A file or folder name for what a model is called: lower-case ASCII letters, digits and single hyphens, 72 characters the
 * most, never a path and never a name that Windows keeps for devices. A name that is more than that allows gets a
 * hash of itself, so that two names share a result only where they differ in case, blanks and punctuation.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const short = slug.slice(0, 60).replace(/-$/, '');
  if (isFaithful(name, short, slug)) return short;
  return hashedName(name, short);
}

/**
 * The file names of several names in their order, no two the same: those that would fall together have the hash in any case, and those
 * that are the same a number besides.
 */
export function safeNames(names: readonly string[]): readonly string[] {
  const safe = names.map(safeName);
  const taken = new Map<string, number>();
  return names.map((name, index) => {
    const own = safe[index]!;
    const apart = safe.indexOf(own) === safe.lastIndexOf(own) ? own : hashedName(name, own);
    const times = (taken.get(apart) ?? 0) + 1;
    taken.set(apart, times);
    return times === 1 ? apart : `${apart}-${times}`;
  });
}

function isFaithful(name: string, short: string, slug: string): boolean {
  return (
    short !== '' && short === slug && /^[a-z0-9 .,:&()'_-]+$/i.test(name) && !reserved.test(short) && !/\.\./.test(name)
  );
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

function hashedName(name: string, slug: string): string {
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return slug === '' ? hash : `${slug}-${hash}`;
}
