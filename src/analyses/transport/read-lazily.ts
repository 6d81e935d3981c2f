import { lazily } from '../../graph/lazily.js';

/** An object whose values are made when they are first read. */
export function readLazily<T extends object>(makers: { readonly [Key in keyof T]-?: () => T[Key] }): T {
  const object = {};
  for (const [key, make] of Object.entries<() => unknown>(makers)) {
    Object.defineProperty(object, key, { enumerable: true, get: lazily(make) });
  }
  return object as T;
}
