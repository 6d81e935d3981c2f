/**
 * What `servers` hands back: a tuple for a number written out, so that `const [first, ...others]` is known to have a first; a
 * list with at least one otherwise.
 */
export type PerServer<Count, Made> = Count extends readonly unknown[]
  ? { -readonly [Index in keyof Count]: Made }
  : Count extends number
    ? number extends Count
      ? [Made, ...Made[]]
      : Times<Count, Made>
    : never;

type Times<Count extends number, Made, Built extends Made[] = []> = Built['length'] extends Count
  ? Built
  : Built['length'] extends 64
    ? [...Built, ...Made[]]
    : Times<Count, Made, [...Built, Made]>;
