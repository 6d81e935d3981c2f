import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFile, isWithin } from '../load/paths.js';
import type { Request } from './command.js';
import { type Base, defaultLimits } from './git/base.js';
import { quoted } from './git/notes.js';
import { openCommit } from './git/open-commit.js';
import { openRepository, type Repository } from './git/open-repository.js';
import { commitOf } from './git/resolve-commit.js';
import { isInput } from './is-input.js';
import { Misuse } from './misuse.js';
import { type Ask, type NamedSide, nameSide } from './name-side.js';
import { refuseLinks } from './refuse-links.js';
import { asItStands, type Searched, splitInputs } from './split-inputs.js';

/** One side of a comparison, and which models of it are read. */
export interface ComparedSide {
  /** As people name it. */
  readonly name: string;
  /** What stands for the working folder: inputs are relative to it. */
  readonly cwd: string;
  readonly inputs: readonly string[];
  readonly isCommit: boolean;
}

export interface Sides {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  /** Each side is one file: they are compared whatever they are called. */
  readonly areTwo: boolean;
  /** What a reader has to know of how they were read, in whole sentences. */
  readonly notes: readonly string[];
  /** Removes what was written to temporary folders. Never throws. */
  close(): void;
}

/**
 * Opens what a request names: one commit, and what the working folder has become since it left that; or two of commits, files and
 * folders, both as they stand.
 *
 * @param words one or two
 * @param models those of the project: compared where nobody names any
 */
export function openSides(request: Request, words: readonly string[], models: readonly string[]): Sides {
  const { surroundings, behindDashes } = request;
  let asked: { readonly repository: Repository | undefined } | undefined;
  const ask: Ask = () => {
    asked ??= { repository: openRepository(surroundings, defaultLimits.wall) };
    return asked.repository;
  };
  const named = words.map((word) => nameSide(word, surroundings, ask));
  const inputs = named.flatMap((side) => ('input' in side ? [side.input] : []));
  if (inputs.length === named.length) return openFiles(inputs, request, ask);
  const repository = ask();
  if (!repository) throw noRepository(words);
  const here = realpathSync(surroundings.cwd);
  const inside = inputs.filter((input) => isWithin(resolve(here, input), repository.top));
  const wanted = [behindDashes, inside, models, ['models']].find(({ length }) => length > 0) ?? [];
  return openCommits(named, wanted, repository, surroundings.cwd);
}

function openFiles(inputs: readonly string[], { surroundings: { cwd }, behindDashes }: Request, ask: Ask): Sides {
  const [base, head] = inputs.map((input) => ({ name: input, cwd, inputs: [input], isCommit: false }));
  if (!base || !head) throw onlyOne(inputs[0] ?? '', cwd, ask);
  if (behindDashes.length > 0) {
    throw new Misuse(
      `What stands behind '--' says which models of a commit are meant, and neither side is a commit.`,
      'Write: stanchion diff OLD NEW',
    );
  }
  return { base, head, areTwo: areFiles(base, head), notes: [], close: () => {} };
}

interface Opened extends Searched {
  readonly name: string;
  readonly isCommit: boolean;
  /** What is read, whatever is asked for of the other side. */
  readonly input?: string;
}

function openCommits(
  [base, head]: readonly NamedSide[],
  wanted: readonly string[],
  repository: Repository,
  cwd: string,
): Sides {
  const opened: Base[] = [];
  const isExact = head !== undefined;
  const open = (side: NamedSide | undefined): Opened => {
    if (!side) return { name: 'the working folder', isCommit: false, ...asItStands(cwd) };
    if ('input' in side) return { name: side.input, isCommit: false, input: side.input, ...asItStands(cwd) };
    const commit = openCommit(side.ref, repository, { limits: defaultLimits, isExact });
    opened.push(commit);
    return { ...commit.origin, name: nameOf(commit, side.ref), isCommit: true };
  };
  const close = () => {
    for (const commit of opened) commit.close();
  };
  try {
    if (!head) refuseLinks(wanted, cwd);
    const [was, is] = [open(base), open(head)];
    const { there, here } = splitInputs(wanted, was, is);
    const sides = { base: sideOf(was, there), head: sideOf(is, here) };
    if (sides.base.inputs.length + sides.head.inputs.length === 0) throw allOutside(wanted);
    const notes = [...opened.flatMap((commit) => commit.notes), ...sameCommit([base, head], repository)];
    return { ...sides, areTwo: areFiles(sides.base, sides.head), notes, close };
  } catch (error) {
    close();
    throw error;
  }
}

function nameOf({ name, trusted, origin }: Base, ref: string): string {
  return origin === trusted ? name : `${origin.name} (merge base with ${ref})`;
}

function sideOf({ name, cwd, isCommit, input }: Opened, inputs: readonly string[]): ComparedSide {
  return { name, cwd, isCommit, inputs: input === undefined ? inputs : [input] };
}

function areFiles(...sides: readonly ComparedSide[]): boolean {
  return sides.every(({ cwd, inputs: [input, another] }) => {
    return input !== undefined && another === undefined && isFile(resolve(cwd, input));
  });
}

function sameCommit(sides: readonly (NamedSide | undefined)[], repository: Repository): readonly string[] {
  const ids = sides.map((side) => (side && 'ref' in side ? commitOf(side.ref, repository) : undefined));
  return ids[0] !== undefined && ids[0] === ids[1] ? [`Both are one commit, ${ids[0].slice(0, 7)}.`] : [];
}

function noRepository(words: readonly string[]): Misuse {
  const word = words.find((one) => one.startsWith('git:')) ?? '';
  return new Misuse(`${quoted(word)} is no commit: the working folder lies in no git repository.`);
}

function allOutside(wanted: readonly string[]): Misuse {
  return new Misuse(`${quoted(wanted[0] ?? '')} lies outside of the repository: no commit has anything of it.`);
}

function onlyOne(input: string, cwd: string, ask: Ask): Misuse {
  if (!isInput(input, cwd)) {
    const besides = ask() ? '' : ', and no commit: the working folder lies in no git repository';
    return new Misuse(`There is no file or folder ${quoted(input)}${besides}.`);
  }
  return new Misuse(
    "'stanchion diff' compares two files or folders, and only one is named.",
    `Write: stanchion diff OLD NEW, or for what became of it since a commit: stanchion diff HEAD -- ${input}`,
  );
}
