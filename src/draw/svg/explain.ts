import { describeMark } from '../scene/describe.js';
import type { Mark } from '../scene/scene.js';
import { textTag } from './tag.js';

/** A name and a description in plain words for who hears a picture, and for who points at a part of it. */
export function explain(title: string, description: string, marks: readonly Mark[]): readonly string[] {
  const sentences = [description, ...marks.map(describeMark)].filter((sentence) => sentence !== '');
  return [textTag('title', {}, title), textTag('desc', {}, sentences.join(' '))];
}
