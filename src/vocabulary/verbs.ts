/**
 * The verbs: what one element does with another. `hard` says whether a dead target takes the source down: always
 * (`needs`), when too few of a pool are left (`k-of-n`), for reading or writing only (`reads`, `writes`), or never.
 * `ranks`: whether a drawing lets it push the traffic about (traffic does, operations do not).
 */
export interface VerbTraits {
  readonly hard: 'needs' | 'k-of-n' | 'reads' | 'writes' | 'no';
  readonly sort: 'traffic' | 'replication' | 'operations';
  /** How a sentence says it: "nginx forwards to app". */
  readonly phrase: string;
}

export const verbs = {
  visits: { hard: 'needs', sort: 'traffic', phrase: 'visits' },
  resolvesTo: { hard: 'needs', sort: 'traffic', phrase: 'points to' },
  balances: { hard: 'k-of-n', sort: 'traffic', phrase: 'balances over' },
  forwards: { hard: 'needs', sort: 'traffic', phrase: 'forwards to' },
  calls: { hard: 'needs', sort: 'traffic', phrase: 'calls' },
  reads: { hard: 'reads', sort: 'traffic', phrase: 'reads from' },
  writes: { hard: 'writes', sort: 'traffic', phrase: 'writes to' },
  publishes: { hard: 'needs', sort: 'traffic', phrase: 'publishes to' },
  consumes: { hard: 'needs', sort: 'traffic', phrase: 'consumes from' },
  replicates: { hard: 'no', sort: 'replication', phrase: 'replicates' },
  reports: { hard: 'no', sort: 'operations', phrase: 'reports to' },
  watches: { hard: 'no', sort: 'operations', phrase: 'watches' },
  alerts: { hard: 'no', sort: 'operations', phrase: 'alerts' },
  probes: { hard: 'no', sort: 'operations', phrase: 'probes' },
  backsUp: { hard: 'no', sort: 'operations', phrase: 'backs up to' },
  administers: { hard: 'no', sort: 'operations', phrase: 'administers' },
} as const satisfies Record<string, VerbTraits>;

export type Verb = keyof typeof verbs;

export const verbNames = Object.keys(verbs) as [Verb, ...Verb[]];
