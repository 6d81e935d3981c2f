import { lstatSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Request } from './command.js';
import { wordOf } from './parse-request.js';

/**
 * Refuses to write where a checkout leads elsewhere: through a link that came with it to a place that whoever named `out/comment.md`
 * did not mean. A link that nobody committed is the user's own.
 */
export async function refuseWrittenThrough(request: Request): Promise<void> {
  const { cwd } = request.surroundings;
  const links = foldersNamed(request).flatMap((path) => linksOnTheWay(resolve(cwd, path)));
  if (links.length === 0) return;
  const { refuseCommittedLinks } = await import('./git/refuse-committed-links.js');
  refuseCommittedLinks(links, request.surroundings);
}

/** Those in which a command is told to write. What is there in the place of a file is replaced, not followed. */
function foldersNamed({ value, values, has }: Request): readonly string[] {
  const files = values('format').map((format) => format.slice(wordOf(format).length + 1));
  const baseline = has('write-baseline') || has('prune-baseline') ? value('baseline') : undefined;
  const folder = value('out');
  return [
    ...[...files, baseline ?? ''].filter((file) => file !== '').map((file) => dirname(file)),
    ...(folder ? [folder] : []),
  ];
}

/** The nearest first. */
function linksOnTheWay(folder: string): readonly string[] {
  const above = dirname(folder);
  return [...(isLink(folder) ? [folder] : []), ...(above === folder ? [] : linksOnTheWay(above))];
}

/** No, where the system does not tell: what cannot be written is told when it is. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}
