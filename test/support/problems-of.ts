import { architecture, type Site } from 'stanchion';
import type { Problem } from '../../src/graph/problem.js';
import { collect } from '../../src/vocabulary/collect.js';

/** What a model's author is told, where the compiler was not asked. A model with mistakes gives no document. */
export function problemsOf(write: (site: Site) => unknown): Problem[] {
  const site = architecture('shop');
  write(site);
  const { documents, problems } = collect(site);
  expect(documents).toHaveLength(problems.length === 0 ? 1 : 0);
  return problems;
}

export function messagesOf(write: (site: Site) => unknown): string[] {
  return problemsOf(write).map(({ message }) => message);
}

/** Passes by the compiler: what is tried so it would refuse. */
export function unchecked<T>(value: unknown): T {
  return value as T;
}
