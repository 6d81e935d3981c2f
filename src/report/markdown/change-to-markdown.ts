import type { ToldModel } from '../change/story.js';
import type { ToldChange } from '../change/told-change.js';
import { mostCharacters } from '../comment/bounded.js';
import type { ReportNode } from '../document/tree.js';
import { counted } from '../words.js';
import { endNodes, headNodes, modelNodes, type Room } from './change-nodes.js';
import { toMarkdown } from './to-markdown.js';

const rooms: readonly Room[] = [
  { statements: 40, letters: 600 },
  { statements: 20, letters: 400 },
  { statements: 10, letters: 300 },
];
const leastRoom: Room = { statements: 5, letters: 200 };
const roomForSentence = 200;

/** Of a model, where its picture lies: relative to the text. */
export type PictureOf = (told: ToldModel) => string | undefined;

/**
 * What a change did as a comment on it: the verdict, the picture, what got worse first. Never more than a comment may hold: of long lists
 * less is told then, and in the end of some models only how many they are: the worst come first.
 */
export function changeToMarkdown(told: ToldChange, pictureOf: PictureOf): string {
  for (const room of rooms) {
    const { text, left } = fitted(told, told.models, pictureOf, room);
    if (left === 0 && text.length <= mostCharacters) return text;
  }
  return fitted(told, worstFirst(told.models), pictureOf, leastRoom).text;
}

/** As many models as there is room for, and a sentence on those that are left. */
function fitted(told: ToldChange, models: readonly ToldModel[], pictureOf: PictureOf, room: Room) {
  const end = written(endNodes(told));
  const parts = [written(headNodes(told, room))];
  let used = end.length + roomForSentence + (parts[0]?.length ?? 0);
  for (const model of models) {
    const text = written(modelNodes(model, pictureOf(model), room));
    used += text.length + 1;
    if (used > mostCharacters) break;
    parts.push(text);
  }
  const left = models.length + 1 - parts.length;
  const sentence = `Left out, since a comment holds no more: ${counted(left, 'model')}. The format json tells all.\n`;
  return { text: [...parts, ...(left > 0 ? [sentence] : []), ...(end === '' ? [] : [end])].join('\n'), left };
}

function worstFirst(models: readonly ToldModel[]): readonly ToldModel[] {
  const isWorse = ({ story }: ToldModel) => story.worse.length + story.weakened.length > 0;
  return [...models.filter(isWorse), ...models.filter((model) => !isWorse(model))];
}

function written(nodes: readonly ReportNode[]): string {
  return toMarkdown(nodes, { isComment: true });
}
