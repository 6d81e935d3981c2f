import {
  alike,
  bytes,
  defineRule,
  type Element,
  groupBy,
  isProduction,
  joined,
  rounded,
  runningOn,
} from '../../rules-api.js';

export default defineRule({
  id: 'deployment/resource-contention',
  severity: 'medium',
  summary: 'What runs on a server is told to need more than the server has.',
  impact:
    'When all of them are busy at once, some starve: answers grow slow without any failure to be seen, or the system ends a ' +
    'program for want of memory, often the largest, the database.',
  remedy: 'Move something to another server, give this one more, or limit what each may take so that the sum fits.',
  references: ['CWE-410', 'STRIDE:D', 'NIST SC-5'],
  messages: { full: 'What runs on {{hosts}} needs {{needed}}, and the server has {{there}}.' },

  check({ model, pass, report, unknown }) {
    const on = runningOn(model);
    const shortages = new Map<Element, readonly Shortage[]>();
    for (const host of model.byKind.server.filter((server) => isProduction(model, server))) {
      const judged = resources.flatMap((resource) => judge(host, on(host), resource));
      const short = judged.filter(({ needed, there }) => needed > there);
      const open = judged.filter(({ untold }) => untold.length > 0);
      if (short.length > 0) shortages.set(host, short);
      else if (open.length === 0 && judged.length > 0) pass(host);
      for (const { resource, untold } of short.length > 0 ? [] : open)
        for (const element of untold) unknown(element, resource.fact);
    }
    for (const tier of alike([...shortages.keys()])) {
      for (const hosts of groupBy(tier, (host) => words(shortages.get(host)!).join(' of ')).values()) {
        const [needed, there] = words(shortages.get(hosts[0]!)!);
        report({
          at: hosts,
          message: 'full',
          data: { hosts, needed, there },
          evidence: { elements: hosts.flatMap((host) => on(host)) },
        });
      }
    }
  },
});

interface Resource {
  readonly fact: 'cpus' | 'memory';
  readonly amount: (element: Element) => number | undefined;
  readonly inWords: (amount: number) => string;
}

const resources: readonly Resource[] = [
  {
    fact: 'cpus',
    amount: ({ facts: { cpus } }) => cpus,
    inWords: (amount) => (amount === 1 ? '1 processor' : `${rounded(amount, 2)} processors`),
  },
  {
    fact: 'memory',
    amount: ({ facts: { memory } }) => (memory === undefined ? undefined : bytes(memory)),
    inWords: (amount) => `${inUnits(amount)} of memory`,
  },
];

interface Shortage {
  readonly resource: Resource;
  readonly needed: number;
  readonly there: number;
  /** What runs there and does not tell what it needs. */
  readonly untold: readonly Element[];
}

/** Nothing where the server tells no size, or nothing on it tells a need. */
function judge(host: Element, running: readonly Element[], resource: Resource): readonly Shortage[] {
  const there = resource.amount(host);
  const untold = running.filter((element) => resource.amount(element) === undefined);
  if (there === undefined || untold.length === running.length) return [];
  const needed = running.reduce((sum, element) => sum + (resource.amount(element) ?? 0) * mostInstances(element), 0);
  return [{ resource, needed, there, untold }];
}

function mostInstances({ facts: { instances } }: Element): number {
  return typeof instances === 'object' ? instances.max : (instances ?? 1);
}

/** Needed, and there. */
function words(shortages: readonly Shortage[]): readonly [string, string] {
  const say = (amount: (shortage: Shortage) => number) =>
    joined(shortages.map((shortage) => shortage.resource.inWords(amount(shortage))));
  return [say(({ needed }) => needed), say(({ there }) => there)];
}

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** In the largest unit of which there is one. */
function inUnits(amount: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, amount)) / 10)));
  return `${rounded(amount / 1024 ** step, 2)} ${units[step]}`;
}
