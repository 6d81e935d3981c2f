import type { Shard } from '../load/shard.js';
import type { Request } from './command.js';
import { Misuse } from './misuse.js';

const mostShards = 10_000;

/** The shard of `--shard 2/5`; undefined: all models. */
export function chooseShard({ value }: Request): Shard | undefined {
  const given = value('shard');
  if (given === undefined) return undefined;
  const found = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(given);
  const [index, of] = [Number(found?.[1]), Number(found?.[2])];
  if (found && index <= of && of <= mostShards) return { index, of };
  throw new Misuse(
    `'--shard ${given}' is no shard.`,
    'Write which of how many, such as: --shard 1/4. The first is 1, the last 4/4.',
  );
}
