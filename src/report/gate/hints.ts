import type { GateVerdict, Refused } from '../../diff/gate/judge-comparison.js';

/** How what is refused is let pass by somebody who has the right to. What is to be mended has its remedy with it. */
export function hintsFor({ refused }: GateVerdict): readonly string[] {
  const has = (test: (one: Refused) => boolean) => refused.some(test);
  const isWaiver = ({ sort }: Refused['weakened'][number]) => sort === 'waiver';
  const hints = [
    has(({ weakened }) => weakened.some(isWaiver)) &&
      'Waivers that the change adds need somebody else’s approval: with it, run the gate with --allow-waivers.',
    has(({ weakened, became }) => became === 'deleted' || weakened.some((one) => !isWaiver(one))) &&
      'Where less is said, asked or claimed on purpose, run the gate with --allow-weakening.',
    has(({ became }) => became === 'incomparable') &&
      'All that is found in models which the base seems to lack counts as new, as nobody can tell what was there before. Where the change mends the base, run the gate with --fail-on never --allow-waivers.',
  ];
  return hints.filter((hint) => hint !== false);
}
