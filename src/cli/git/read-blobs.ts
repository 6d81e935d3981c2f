import { Misuse } from '../misuse.js';
import type { Git } from './run-git.js';

/** So many bytes are asked for at once. */
const portion = 64 * 2 ** 20;
const bytesOfHeader = 100;

/** The sizes of blobs, in bytes, in their order. @throws Misuse where one is not there */
export function sizesOf(ids: readonly string[], git: Git): readonly number[] {
  if (ids.length === 0) return [];
  const { exitCode, stdout } = git(['cat-file', '--batch-check'], {
    input: lines(ids),
    mostBytes: 2 ** 20 + ids.length * bytesOfHeader,
  });
  const sizes = stdout.toString('latin1').split('\n').slice(0, -1).map(sizeIn);
  if (exitCode !== 0 || sizes.length !== ids.length) throw incomplete();
  return sizes;
}

export interface Blob {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** Raw: no filter, no conversion of line ends. In their order. */
export function* readBlobs(blobs: readonly Blob[], git: Git): Generator<Buffer> {
  for (let start = 0; start < blobs.length; ) {
    let end = start;
    let bytes = 0;
    do bytes += (blobs[end++]?.size ?? 0) + bytesOfHeader;
    while (end < blobs.length && bytes + (blobs[end]?.size ?? 0) < portion);
    const ids = blobs.slice(start, end).map(({ id }) => id);
    yield* readPortion(ids, bytes, git);
    start = end;
  }
}

function* readPortion(ids: readonly string[], bytes: number, git: Git): Generator<Buffer> {
  const { exitCode, stdout } = git(['cat-file', '--batch'], { input: lines(ids), mostBytes: 2 ** 20 + bytes });
  if (exitCode !== 0) throw incomplete();
  let at = 0;
  for (const _ of ids) {
    const lineEnd = stdout.indexOf('\n', at);
    const size = sizeIn(stdout.toString('latin1', at, Math.max(at, lineEnd)));
    yield stdout.subarray(lineEnd + 1, lineEnd + 1 + size);
    at = lineEnd + 1 + size + 1;
  }
}

function sizeIn(header: string): number {
  const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? [];
  if (size === undefined) throw incomplete();
  return Number(size);
}

function lines(ids: readonly string[]): string {
  return `${ids.join('\n')}\n`;
}

function incomplete(): Misuse {
  return new Misuse(
    'Files of the base are missing in this clone.',
    'It was cloned in part (--filter): clone it whole, or fetch what is missing with git checkout of the base.',
  );
}
