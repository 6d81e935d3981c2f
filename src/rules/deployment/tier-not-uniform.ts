import {
  defineRule,
  type Element,
  groupBy,
  isProduction,
  type KnownFact,
  membersAlike,
  sharesByWeight,
  softwareVersion,
} from '../../rules-api.js';

export default defineRule({
  id: 'deployment/tier-not-uniform',
  severity: 'low',
  summary: 'Members of one tier or cluster differ in version or size.',
  impact:
    'What works on one of them fails on another: tests tell little, a failure depends on where a request happens to land, and ' +
    'the smallest is full while the others idle.',
  remedy: 'Bring them to one version and one size, and build them from one description from now on.',
  references: ['NIST CM-2'],
  messages: { differ: '{{members}} differ in their {{differences}}.' },

  check({ model, pass, report, unknown }) {
    const hasShares = sharesByWeight(model);
    for (const members of membersAlike(model)) {
      if (!members.some((member) => isProduction(model, member))) continue;
      const asked = facts.filter(({ isSize }) => !(isSize && members.some(hasShares)));
      const differences = asked.flatMap(({ words, said }) => differenceIn(members, words, said));
      if (differences.length > 0) report({ at: members, message: 'differ', data: { members, differences } });
      else judgeUntold(members, asked);
    }

    /** Only what some of them tell is asked of the others. */
    function judgeUntold(members: readonly Element[], asked: readonly Compared[]): void {
      const told = asked.filter(({ said }) => members.some((member) => said(member)?.value !== undefined));
      for (const member of members) {
        const untold = told.filter(({ said }) => isUntold(member, members, said));
        for (const { fact } of untold) unknown(member, fact);
        if (told.length > 0 && untold.length === 0) pass(member);
      }
    }
  },
});

/** Of what, and which; those of different names are meant to differ. */
interface Said {
  readonly of: string;
  readonly value: string | undefined;
}

interface Compared {
  readonly fact: KnownFact;
  readonly words: string;
  readonly said: (element: Element) => Said | undefined;
  readonly isSize?: true;
}

const facts: readonly Compared[] = [
  { fact: 'os', words: 'operating system', said: ({ facts: { os } }) => versionIn(os) },
  { fact: 'software', words: 'software', said: ({ facts: { software } }) => versionIn(software) },
  { fact: 'cpus', words: 'processors', said: ({ facts: { cpus } }) => sizeIn(cpus), isSize: true },
  { fact: 'memory', words: 'memory', said: ({ facts: { memory } }) => sizeIn(memory), isSize: true },
];

function versionIn(said: string | undefined): Said | undefined {
  if (said === undefined) return undefined;
  const { name, version } = softwareVersion(said);
  return { of: name, value: version };
}

function sizeIn(said: number | string | undefined): Said | undefined {
  return said === undefined ? undefined : { of: '', value: String(said) };
}

function differenceIn(members: readonly Element[], words: string, said: Compared['said']): readonly string[] {
  const known = members.flatMap((member) => said(member) ?? []).filter(({ value }) => value !== undefined);
  return [...groupBy(known, ({ of }) => of)].flatMap(([name, same]) => {
    const values = [...new Set(same.map(({ value }) => value))];
    if (values.length < 2) return [];
    return [`${words} (${[...(name === '' ? [] : [name]), values.join(', ')].join(' ')})`];
  });
}

/** Of something that another member tells. A name without a version is compared with those of that name alone. */
function isUntold(member: Element, members: readonly Element[], said: Compared['said']): boolean {
  const own = said(member);
  if (own?.value !== undefined) return false;
  return own === undefined || members.some((other) => said(other)?.of === own.of && said(other)?.value !== undefined);
}
