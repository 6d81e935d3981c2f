import type { Problem } from '../../graph/problem.js';
import { type Chapter, chapters, type Statement, type ToldModel } from '../change/story.js';
import { type ToldChange, titleOf } from '../change/told-change.js';
import { bullets, code, heading, paragraph, strong } from '../document/make-node.js';
import type { Cell, ReportNode } from '../document/tree.js';
import type { ToldGate } from '../gate/told-gate.js';
import { counted, cut } from '../words.js';

/** How much is told of each list and each text: as much as goes into a comment. */
export interface Room {
  readonly statements: number;
  readonly letters: number;
}

/** What is refused is told once more, model by model, with all else. */
const mostRefused = 20;

/** The verdicts, and what nobody can say. */
export function headNodes({ verdict, asides, gate }: ToldChange, room: Room): readonly ReportNode[] {
  return [
    ...(gate ? gateNodes(gate, room) : []),
    heading(2, 'What changes in the architecture'),
    paragraph(strong(verdict)),
    ...list(asides, room, (text) => [cut(text, room.letters)]),
  ];
}

/** What is not told in detail, so that silence does not look like absence. */
export function endNodes({ models, comparison }: ToldChange): readonly ReportNode[] {
  const { length } = comparison.unchanged;
  return models.length > 0 && length > 0 ? [paragraph(`${counted(length, 'model is', 'models are')} as before.`)] : [];
}

function gateNodes({ passes, sentence, refused, hints, notes, problems }: ToldGate, room: Room): readonly ReportNode[] {
  const rows = refused.flatMap(({ label, statements }) => statements.map((statement) => ({ label, statement })));
  const titled = (label?: string): Cell => (label === undefined ? [] : [cut(label, room.letters), ': ']);
  return [
    heading(2, `Architecture gate: ${passes ? 'passed' : 'refused'}`),
    paragraph(strong(sentence)),
    ...list(problems, room, (problem) => problemItem(problem, room)),
    ...list(rows, { ...room, statements: Math.min(room.statements, mostRefused) }, ({ label, statement }) => [
      ...titled(label),
      ...item(statement, room),
    ]),
    ...list([...hints, ...notes], room, (text) => [cut(text, room.letters)]),
  ];
}

/** The first of them, and how many more there are. */
function list<T>(all: readonly T[], { statements }: Room, cell: (one: T) => Cell): readonly ReportNode[] {
  const more = all.length - statements;
  if (all.length === 0) return [];
  return [bullets([...all.slice(0, statements).map(cell), ...(more > 0 ? [`and ${more} more`] : [])])];
}

function problemItem({ file, line, message }: Problem, { letters }: Room): Cell {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place === '' ? [cut(message, letters)] : [code(cut(place, letters)), ' ', cut(message, letters)];
}

/** `picture`: where that of its change lies, relative to the text. */
export function modelNodes(
  { audit, story }: ToldModel,
  picture: string | undefined,
  room: Room,
): readonly ReportNode[] {
  const title = cut(titleOf(audit), room.letters);
  return [
    heading(3, title),
    ...(picture === undefined ? [] : [{ type: 'picture' as const, file: picture, alt: `What changes in ${title}` }]),
    ...chapters.flatMap((chapter) => chapterNodes(chapter, story[chapter], room)),
  ];
}

function chapterNodes(chapter: Chapter, statements: readonly Statement[], room: Room): readonly ReportNode[] {
  if (statements.length === 0) return [];
  return [heading(4, titles[chapter]), ...list(statements, room, (one) => item(one, room))];
}

const titles: Readonly<Record<Chapter, string>> = {
  worse: 'Worse',
  weakened: 'Weakened',
  unsure: 'Found, new or not',
  better: 'Better',
  changed: 'Changed',
};

function item({ tag, text, finding }: Statement, { letters }: Room): Cell {
  const about = finding ? [' (', finding.severity, ', ', code(finding.rule), ', ', code(finding.handle), ')'] : [];
  return [strong(tag), ' ', cut(text, letters), ...about];
}
