import type { Problem } from '../../graph/problem.js';
import { type Chapter, chapters, type Statement, type ToldModel } from '../change/story.js';
import { type ToldChange, titleOf } from '../change/told-change.js';
import { bullets, code, heading, paragraph, strong } from '../document/make-node.js';
import type { Cell, ReportNode } from '../document/tree.js';
import type { ToldGate } from '../gate/told-gate.js';
import { counted } from '../words.js';
import { toMarkdown } from './to-markdown.js';

const mostStatements = 40;

/** Of a model, where its picture lies: relative to the text. */
export type PictureOf = (told: ToldModel) => string | undefined;

/** What a change did as a comment on it: the verdict, the picture, what got worse first. */
export function changeToMarkdown(told: ToldChange, pictureOf: PictureOf): string {
  const { verdict, models, asides, comparison, gate } = told;
  const rest = comparison.unchanged.length;
  const nodes = [
    ...(gate ? gateNodes(gate) : []),
    heading(2, 'What changes in the architecture'),
    paragraph(strong(verdict)),
    ...models.flatMap((model) => modelNodes(model, pictureOf(model))),
    ...asides.map((text) => paragraph(text)),
    ...(models.length > 0 && rest > 0 ? [paragraph(`${counted(rest, 'model is', 'models are')} as before.`)] : []),
  ];
  return toMarkdown(nodes, { isComment: true });
}

function gateNodes({ passes, sentence, refused, hints, notes, problems }: ToldGate): readonly ReportNode[] {
  const several = refused.length > 1;
  const items = refused.flatMap(({ audit, statements }) =>
    statements.map((one): Cell => (several ? [titleOf(audit), ': ', ...item(one)] : item(one))),
  );
  const rest = items.length - mostStatements;
  return [
    heading(2, `Architecture gate: ${passes ? 'passed' : 'refused'}`),
    paragraph(strong(sentence)),
    ...(problems.length > 0 ? [bullets(problems.slice(0, mostStatements).map(problemItem))] : []),
    ...(items.length > 0
      ? [bullets([...items.slice(0, mostStatements), ...(rest > 0 ? [`and ${rest} more`] : [])])]
      : []),
    ...(hints.length + notes.length > 0 ? [bullets([...hints, ...notes])] : []),
  ];
}

function problemItem({ file, line, message }: Problem): Cell {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place === '' ? [message] : [code(place), ' ', message];
}

function modelNodes(told: ToldModel, picture: string | undefined): readonly ReportNode[] {
  const title = titleOf(told.audit);
  return [
    heading(3, title),
    ...(picture === undefined ? [] : [{ type: 'picture' as const, file: picture, alt: `What changes in ${title}` }]),
    ...chapters.flatMap((chapter) => chapterNodes(chapter, told.story[chapter])),
  ];
}

function chapterNodes(chapter: Chapter, statements: readonly Statement[]): readonly ReportNode[] {
  if (statements.length === 0) return [];
  const rest = statements.length - mostStatements;
  const items = statements.slice(0, mostStatements).map(item);
  return [heading(4, titles[chapter]), bullets([...items, ...(rest > 0 ? [`and ${rest} more`] : [])])];
}

const titles: Readonly<Record<Chapter, string>> = {
  worse: 'Worse',
  weakened: 'Weakened',
  better: 'Better',
  changed: 'Changed',
};

function item({ tag, text, finding }: Statement): Cell {
  const about = finding ? [' (', finding.severity, ', ', code(finding.rule), ', ', code(finding.handle), ')'] : [];
  return [strong(tag), ' ', text, ...about];
}
