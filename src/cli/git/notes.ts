/** Sentences for a reader, each told once; there is no end of them where a repository is hostile, but to these. */
export class Notes {
  readonly all: string[] = [];

  add(sentence: string): void {
    if (this.all.length < mostNotes && !this.all.includes(sentence)) this.all.push(sentence);
  }
}

const mostNotes = 50;

/** A name out of a repository, which may hold anything but NUL. */
export function quoted(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  const letters = [...plain];
  return `'${letters.length > 200 ? `${letters.slice(0, 200).join('')}…` : plain}'`;
}
