/** `1 finding`, `3 findings`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** `a, b and c`. */
export function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The first `most` of a list, and how many more there are. */
export function firstOf(names: readonly string[], most: number): string {
  if (names.length <= most) return joined(names);
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

/** Texts that are there, with a point between them. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

export function capitalised(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Ends with a full stop, where a text does not end a sentence by itself. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Never 100 % while something is missing, nor 0 % while something is there. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  return `${share >= 1 ? 100 : Math.min(99, Math.round(share * 100))} %`;
}

/** A text of others, cut where it is very long: whole characters, not halves of one. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${[...text.slice(0, most)].slice(0, -1).join('')}…`;
}
