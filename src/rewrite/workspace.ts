import { Project, type SourceFile } from 'ts-morph';
import type { SourcePosition } from '../graph/architecture.js';
import { addedStatements, applyChanges, type Change, movedOffset } from './change.js';
import { type NameVariable, variableNames } from './name-variable.js';
import { Refusal } from './refusal.js';
import { type SourceStyle, styleOf } from './source-style.js';

/** The sources while they are being edited, round after round; positions stay those of the text as it was given. */
export interface Workspace {
  /** The file as it stands in this round. @throws Refusal where it is none that can be edited */
  open(file: string): OpenFile;
  /** Applies the changes of a round. */
  change(changes: ReadonlyMap<string, readonly Change[]>): void;
  /** Files whose text is another by now, with the byte-order mark they came with. */
  changed(): ReadonlyMap<string, string>;
}

export interface OpenFile {
  readonly file: string;
  readonly source: SourceFile;
  readonly style: SourceStyle;
  /** Where a position of the given text stands now. @throws Refusal where there is no such place */
  offsetOf(position: SourcePosition): number;
  /** What a variable is to be called that is given to what a call makes. */
  readonly nameVariable: NameVariable;
  /** Whether an edit of this run added what stands there. */
  isAdded(offset: number): boolean;
  /** The position of an offset, while nothing has been changed. */
  positionOf(offset: number): SourcePosition | undefined;
}

interface Entry {
  readonly mark: string;
  readonly given: string;
  text: string;
  readonly history: (readonly Change[])[];
  added: readonly { readonly start: number; readonly end: number }[];
  open?: OpenFile;
}

const byteOrderMark = '\uFEFF';

export function openWorkspace(sources: ReadonlyMap<string, string>): Workspace {
  const entries = new Map([...sources].map(([file, text]) => [file, entryOf(text)]));
  return {
    open(file) {
      const entry = entries.get(file);
      if (!entry) throw new Refusal(`${file} is no model file that can be edited`);
      entry.open ??= openFile(file, entry);
      return entry.open;
    },
    change(all) {
      for (const [file, changes] of all) {
        const entry = entries.get(file);
        if (!entry || changes.length === 0) continue;
        entry.text = applyChanges(entry.text, changes);
        entry.history.push(changes);
        const moved = entry.added.map(({ start, end }) => ({
          start: movedOffset(start, changes),
          end: movedOffset(end - 1, changes) + 1,
        }));
        entry.added = [...moved, ...addedStatements(changes)];
        delete entry.open;
      }
    },
    changed() {
      const different = [...entries].filter(([, { text, given }]) => text !== given);
      return new Map(different.map(([file, { mark, text }]) => [file, mark + text]));
    },
  };
}

function entryOf(text: string): Entry {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
  const given = text.slice(mark.length);
  return { mark, given, text: given, history: [], added: [] };
}

function openFile(file: string, { text, given, history, added }: Entry): OpenFile {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { noLib: true, allowJs: true, types: [] },
  });
  const ending = /\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? '.ts';
  const source = project.createSourceFile(`/model${ending}`, text);
  const starts = lineStarts(given);
  return {
    file,
    source,
    style: styleOf(source),
    nameVariable: variableNames(source),
    offsetOf({ line, column }) {
      const start = starts[line - 1];
      const offset = (start ?? given.length) + column - 1;
      if (start === undefined || offset >= given.length)
        throw new Refusal(`${file} has no line ${line} of that length`);
      return history.reduce(movedOffset, offset);
    },
    isAdded: (offset) => added.some(({ start, end }) => start <= offset && offset < end),
    positionOf(offset) {
      if (history.length > 0) return undefined;
      const line = starts.filter((start) => start <= offset).length - 1;
      return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

/** Lines as the language counts them. */
function lineStarts(text: string): readonly number[] {
  return [
    0,
    ...[...text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)].map(({ index, 0: lineBreak }) => index + lineBreak.length),
  ];
}
