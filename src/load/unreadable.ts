import type { Problem } from '../graph/problem.js';

/** What is told of a file or folder that the system does not give. `file`: as people name it. */
export function unreadable(file: string, error: unknown): Problem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const reason = reasons[code] ?? `the system says ${code === '' ? 'no more' : code}`;
  return { file, message: `'${file.replace(/\p{Cc}/gu, '\uFFFD')}' cannot be read: ${reason}.` };
}

/** Reads, or tells why it cannot: one file that is closed keeps no other from being read. */
export function readOrTell<Result>(file: string, problems: Problem[], read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    problems.push(unreadable(file, error));
    return undefined;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is missing',
  EPERM: 'permission is missing',
  EISDIR: 'it is a folder',
  ENOENT: 'it is gone, or a link that leads nowhere',
  ENOTDIR: 'a file stands where a folder is needed',
  ELOOP: 'its symbolic links lead in a circle',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk gives an error',
};
