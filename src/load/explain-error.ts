import type { SourcePosition } from '../graph/architecture.js';
import type { Problem } from '../graph/problem.js';
import { nearestName } from '../vocabulary/nearest-name.js';
import { absentNames } from './absent-names.js';
import type { SourceModule } from './modules.js';
import { framesOf, type ToSource } from './source-positions.js';
import { positionAt } from './text-position.js';

/** What a model threw, read out of the engine. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

interface Context {
  readonly entry: SourceModule;
  readonly modules: Iterable<SourceModule>;
  readonly toSource: ToSource;
  /** What the engine throws then is no error of the author's program. */
  readonly hasUsedUpWork: boolean;
}

/** One paragraph for what a model threw, at the innermost line of its author. */
export function explainError(thrown: Thrown, context: Context): Problem {
  const position = framesOf(thrown.stack, context.toSource)[0] ?? { file: context.entry.file, line: 1, column: 1 };
  if (context.hasUsedUpWork) return { ...loopPosition(position, context.modules), ...tooMuchWork };
  if (thrown.name === 'SyntaxError') return explainSyntax(thrown, context, position);
  const hint = hintFor(thrown);
  return { ...position, message: sentence(thrown), ...(hint === undefined ? {} : { hint }) };
}

export const tooMuchWork = {
  message: 'The model was stopped: it computes for too long.',
  hint: 'Is there a loop without an end? A model of 100,000 elements needs half of what is allowed.',
};

/** The engine knows the last call before it was stopped; where a loop follows at once, it is that loop that has no end. */
function loopPosition(last: SourcePosition, modules: Iterable<SourceModule>): SourcePosition {
  const source = [...modules].find(({ file }) => file === last.file)?.source;
  if (source === undefined) return last;
  const lines = source.split('\n');
  const offset = lines.slice(0, last.line - 1).join('\n').length + (last.line > 1 ? 1 : 0) + last.column - 1;
  const found = /^[^;{}]*;\s*(?=(?:for|while|do)\b)/.exec(source.slice(offset));
  return found ? { file: last.file, ...positionAt(source, offset + found[0].length) } : last;
}

function sentence({ name, message }: Thrown): string {
  if (name === 'InternalError' && message === 'out of memory')
    return 'The model was stopped: it takes more than 256 MB of memory.';
  if (name === 'InternalError' && message === 'stack overflow')
    return 'The model was stopped: its calls are nested without an end.';
  const what = oneLine(message);
  return name === 'Error' || name === '' ? `The model threw an error: ${what}` : `The model threw a ${name}: ${what}`;
}

function oneLine(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return line === '' ? '(no message)' : line.length > 500 ? `${line.slice(0, 499)}…` : line;
}

function hintFor({ name, message }: Thrown): string | undefined {
  if (name === 'ReferenceError') return absentNames.get(/^'?([\w$]+)'? is not defined/.exec(message)?.[1] ?? '');
  if (name === 'TypeError' && /not extensible/.test(message)) {
    return "The language's own objects cannot be changed in a model.";
  }
  return undefined;
}

/** What the compiler let pass and the engine did not: a name that a module does not export, a decorator. */
function explainSyntax(thrown: Thrown, { entry, modules }: Context, fallback: SourcePosition): Problem {
  const [, name, id] = /could not find export '(.*)' in module '(.*)'/i.exec(thrown.message) ?? [];
  if (name !== undefined && id !== undefined) return missingExport(name, id, modules, fallback);
  for (const module of [entry, ...modules]) {
    const decorator = /^[ \t]*@[A-Za-z_$][\w$.]*/m.exec(module.source);
    if (!decorator) continue;
    const at = positionAt(module.source, decorator.index + decorator[0].indexOf('@'));
    return {
      file: module.file,
      ...at,
      message: 'Decorators are not supported in a model.',
      hint: 'Call the function instead.',
    };
  }
  return { ...fallback, message: `Syntax error: ${oneLine(thrown.message)}` };
}

function missingExport(name: string, id: string, modules: Iterable<SourceModule>, fallback: SourcePosition): Problem {
  const all = [...modules];
  const target = all.find((module) => module.id === id);
  const called = target?.file ?? 'stanchion';
  const importer = all.find((module) =>
    new RegExp(`\\bimport\\b[^;'"]*\\b${escaped(name)}\\b[^;'"]*\\bfrom\\b`).test(module.source),
  );
  const offset = importer?.source.search(new RegExp(`\\b${escaped(name)}\\b`)) ?? -1;
  const position = importer && offset >= 0 ? { file: importer.file, ...positionAt(importer.source, offset) } : fallback;
  const nearest = target && nearestName(name, exportsOf(target));
  return {
    ...position,
    message: `'${called}' exports nothing called '${name}'.`,
    ...(nearest === undefined ? {} : { hint: `Did you mean '${nearest}'?` }),
  };
}

function exportsOf({ code }: SourceModule): string[] {
  return [...code.matchAll(/^export (?:async )?(?:const|let|var|function\*?|class) ([\w$]+)/gm)].map(
    (match) => match[1] ?? '',
  );
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
