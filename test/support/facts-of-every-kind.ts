import { factsByKind } from '../../src/vocabulary/facts-by-kind.js';
import { type Kind, kindNames, traits } from '../../src/vocabulary/kinds.js';

/** What creates an element of a kind, as the type of a method whose second parameter is its facts. */
const makers: { readonly [K in Kind]?: string } = {
  cluster: `Parameters<Site['cluster']>[2]`,
  record: `Parameters<Dns['record']>[3]`,
};

/** What the builder calls otherwise, or says by itself. */
const graphNames: ReadonlyMap<string, string> = new Map([
  ['externalService externalRole', 'role'],
  ['region domainRole', 'role'],
  ['availabilityZone domainRole', 'role'],
  ['failureDomain domainRole', 'role'],
]);

/** Facts of the graph that the builder has no option for, and options that are no facts of the element. */
const graphOnly = new Set(['record recordType']);
const builderOnly = (kind: Kind): string[] => [
  ...(traits(kind).running || kind === 'externalService' ? ['listens'] : []),
  ...(kind === 'record' ? ['healthCheck'] : []),
];

/**
 * A source that compiles only if the builder's facts of every kind are those of the table behind the graph's schema: both ways
 * round, kind by kind.
 */
export function factsOfEveryKind(): string {
  const lines = kindNames.map((kind) => {
    const names = factsByKind[kind].filter((fact) => !graphOnly.has(`${kind} ${fact}`));
    const options = names.map((fact) => graphNames.get(`${kind} ${fact}`) ?? fact).concat(builderOnly(kind));
    const given = `NonNullable<${makers[kind] ?? `Parameters<Site['${kind}']>[1]`}>`;
    const listed = [...new Set(options)].map((option) => `'${option}'`).join(' | ');
    return `export const ${kind}Facts: Same<keyof ${given}, ${listed}> = true;`;
  });
  return [
    `import type { Dns, Site } from 'stanchion';`,
    'type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : { missing: Exclude<B, A> }) : { extra: Exclude<A, B> };',
    ...lines,
  ].join('\n');
}
