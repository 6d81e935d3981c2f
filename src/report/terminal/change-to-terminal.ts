import type { Finding } from '../../audit/finding.js';
import { type Chapter, chapters, type Statement, type ToldModel } from '../change/story.js';
import type { ToldChange } from '../change/told-change.js';
import type { ToldGate } from '../gate/told-gate.js';
import { counted } from '../words.js';
import { cellsOf, wrapCells } from './cells.js';
import { findingNames } from './finding-block.js';
import { gateBlock } from './gate-block.js';
import { calmed, hanging, indented } from './layout.js';
import { mixStyle } from './mix-style.js';
import { modelTitle } from './model-title.js';
import { type Brush, plain } from './paint.js';
import { bounded, section } from './section.js';
import type { TerminalOptions, TerminalStyle } from './style.js';

const mostStatements = 60;
const narrowestColumns = 70;

/** What a change did as people read it in a terminal: the verdict, then model by model what got worse first. */
export async function changeToTerminal(told: ToldChange, options: TerminalOptions): Promise<string> {
  const style = await mixStyle(options);
  const blocks = told.models.map((model) => ['', ...modelBlock(model, style)]);
  const asides = told.asides.flatMap((text) => ['', ...hanging('', text, style.width, plain)]);
  const gate = told.gate ? gateBlock(told.gate, whereRestIs(told, told.gate), style) : [];
  const lines = [...gate, ...verdictLines(told, style), ...blocks.flat(), ...asides, ...restLine(told, style)];
  return `${calmed(lines).join('\n')}\n`;
}

/** Where what is refused is told in full; nothing where not all of its models are. */
function whereRestIs({ models }: ToldChange, { refused }: ToldGate): string {
  const audits = new Set(models.map(({ audit }) => audit));
  if (!refused.every(({ audit }) => audits.has(audit))) return '';
  const isCut = models.some(({ story }) => chapters.some((chapter) => story[chapter].length > mostStatements));
  return isCut ? ', the first of them below' : ' below';
}

function verdictLines({ verdict, tone, gate }: ToldChange, { paint, width }: TerminalStyle): string[] {
  // Beside the verdict of the gate, which has a sign of its own.
  if (gate) return hanging('', verdict, width, plain, paint.strong);
  const [sign, brush] = toneOf(tone, paint);
  return hanging(sign, verdict, width, brush, paint.strong);
}

function toneOf(tone: Chapter | undefined, { bad, good, muted }: TerminalStyle['paint']): readonly [string, Brush] {
  switch (tone) {
    case 'worse':
      return ['✗ ', bad];
    case 'weakened':
    case 'unsure':
      return ['! ', bad];
    case 'better':
      return ['✓ ', good];
    default:
      return ['= ', muted];
  }
}

function modelBlock({ audit, story }: ToldModel, style: TerminalStyle): string[] {
  return [
    ...modelTitle(audit.model, style),
    ...chapters.flatMap((chapter) => {
      const statements = story[chapter];
      const title = titles[chapter];
      return section(title, counted(statements.length, 'point'), statementLines(chapter, statements, style), style);
    }),
  ];
}

const titles: Readonly<Record<Chapter, string>> = {
  worse: 'WORSE',
  weakened: 'WEAKENED',
  unsure: 'FOUND, NEW OR NOT',
  better: 'BETTER',
  changed: 'CHANGED',
};

function statementLines(chapter: Chapter, statements: readonly Statement[], style: TerminalStyle): string[] {
  const column = Math.max(0, ...statements.map(({ tag }) => cellsOf(tag))) + 2;
  // A column of broken words is hard to read: where there is little room, what hangs on a text begins further left.
  const indent = style.width < narrowestColumns ? 2 : column;
  const firsts = firstOfRemedies(statements);
  return bounded(statements, mostStatements, ({ tag, text, finding }) => [
    ...hanging(tag.padEnd(column), text, style.width - 2, brushOf(chapter, finding, style)),
    ...indented(finding ? findingLines(chapter, finding, firsts, style.width - 2 - indent, style) : [], indent),
  ]);
}

/** By each remedy the finding for which it is told; for others of which it is the same its mark will do. */
function firstOfRemedies(statements: readonly Statement[]): ReadonlyMap<string, Statement> {
  return new Map([...statements].reverse().map((one) => [one.finding?.remedy ?? '', one]));
}

function brushOf(chapter: Chapter, finding: Finding | undefined, { paint }: TerminalStyle): Brush {
  switch (chapter) {
    case 'worse':
    case 'unsure':
      return finding ? paint.severity[finding.severity] : paint.bad;
    case 'weakened':
      return paint.bad;
    case 'better':
      return paint.good;
    case 'changed':
      return paint.muted;
  }
}

/** Where to look it up; where it stands, of what stands there now; what to do about what is new. */
function findingLines(
  chapter: Chapter,
  finding: Finding,
  firsts: ReadonlyMap<string, Statement>,
  width: number,
  { paint }: TerminalStyle,
): string[] {
  const { rule, severity, remedy } = finding;
  if (chapter !== 'worse' && chapter !== 'unsure')
    return wrapCells(`${severity}  ${rule}`, width).map((line) => paint.muted(line));
  const first = firsts.get(remedy);
  const whole = hanging('Remedy  ', remedy, width, paint.muted);
  const isRepeated = whole.length > 1 && first !== undefined && first.finding !== finding;
  return [
    ...findingNames(finding, width, paint),
    ...(isRepeated ? hanging('Remedy  ', `As for ${first.tag}.`, width, paint.muted) : whole),
  ];
}

/** What is not told in detail, so that silence does not look like absence. */
function restLine({ comparison, models }: ToldChange, { paint }: TerminalStyle): string[] {
  const { unchanged } = comparison;
  if (models.length === 0 || unchanged.length === 0) return [];
  return ['', paint.muted(`${counted(unchanged.length, 'model is', 'models are')} as before.`)];
}
