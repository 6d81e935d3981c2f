import type { Note } from './scene.js';

/** The first notes of a kind, and how many more there are. */
export function bounded(notes: readonly Note[], room: number, noun: string): readonly Note[] {
  if (notes.length <= room) return notes;
  const left = notes.length - room + 1;
  return [...notes.slice(0, room - 1), { text: `and ${left} ${noun}s more.` }];
}
