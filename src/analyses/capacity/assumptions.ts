import type { Architecture, Element } from '../../graph/architecture.js';
import { verbs } from '../../vocabulary/verbs.js';
import { type Label, labelsIn, listed } from '../faults/labels.js';
import type { Universe } from '../faults/universe.js';
import type { Factor } from './factors.js';
import type { Statement } from './statements.js';

/** What the load was worked out with where the model does not say: one sentence each. */
export function assumptionsOf(
  universe: Universe,
  statements: readonly Statement[],
  factors: readonly Factor[],
  isUsed: (statement: Statement) => boolean,
): readonly string[] {
  const label = labelsIn(universe);
  const used = statements
    .map((statement, index) => ({ statement, factor: factors[index]! }))
    .filter((one) => isUsed(one.statement));
  const by = (wanted: Factor['by']) =>
    used.filter(({ statement, factor }) => factor.by === wanted && statement.requestsPerSecond.total === undefined);
  const { model } = universe;
  return [
    ...about(
      by('assumed call').map(({ statement }) => inWords(model, statement, label)),
      (names) => `${names}: one call for each request is taken, as no number is told (perRequest).`,
    ),
    ...about(
      by('assumed forward').map(({ statement }) => sourceOf(model, statement, label)),
      (names) => `${names}: every request is taken to be handed on, as no hit ratio is told.`,
    ),
    ...about(
      by('queue').map(({ statement }) => targetsOf(model, statement, label)),
      (names) =>
        `${names}: what is published is taken to be shared evenly by those that consume it, each message once.`,
    ),
    ...about(
      unevenPools(
        model,
        used.map(({ statement }) => statement),
        label,
      ),
      (names) => {
        return `${names}: requests are taken to spread over the targets evenly, or by their weights, as the algorithm is not told or only near to that.`;
      },
    ),
    ...about(unequalNames(model, label), (names) => `${names}: each answer of the name is taken to be used alike.`),
    ...about(untoldGroups(model, label), (names) => {
      return `${names}: the members are taken to share the requests evenly, as neither a mode nor a writer is told.`;
    }),
  ];
}

function about(names: readonly string[], say: (names: string) => string): readonly string[] {
  return names.length === 0 ? [] : [say(listed([...new Set(names)], 6))];
}

function sourceOf(model: Architecture, { flows }: Statement, label: Label): string {
  const source = model.byId.get(flows[0]!.from);
  return source ? label(source) : `'${flows[0]!.from}'`;
}

function targetsOf(model: Architecture, { flows }: Statement, label: Label): string {
  return listed(flows.flatMap(({ to }) => model.byId.get(to) ?? []).map(label));
}

/** `'app' reads from 'db'`. */
function inWords(model: Architecture, statement: Statement, label: Label): string {
  return `${sourceOf(model, statement, label)} ${verbs[statement.flows[0]!.verb].phrase} ${targetsOf(model, statement, label)}`;
}

const even = new Set<Element['facts']['algorithm']>(['round robin', 'random']);
const weighted = new Set<Element['facts']['algorithm']>(['weighted round robin']);

/** What counts connections, time or hashes is even only in the long run, and over clients that are alike. */
function unevenPools(model: Architecture, statements: readonly Statement[], label: Label): readonly string[] {
  return statements.flatMap((statement) => {
    const { pool, flows } = statement;
    const algorithm = model.byId.get(flows[0]!.from)?.facts.algorithm;
    if (!pool || flows.length < 2) return [];
    const isTold = pool.weights ? algorithm === undefined || weighted.has(algorithm) : even.has(algorithm);
    return isTold && !flows.some(({ facts }) => facts.sticky) ? [] : [sourceOf(model, statement, label)];
  });
}

function unequalNames(model: Architecture, label: Label): readonly string[] {
  return model.byKind.record
    .filter((record) => {
      const answers = model.outgoing(record).filter(({ verb }) => verb === 'resolvesTo');
      return answers.length > 1 && answers.every(({ pool }) => model.poolById.get(pool ?? '')?.weights === undefined);
    })
    .map(label);
}

function untoldGroups(model: Architecture, label: Label): readonly string[] {
  return model.byKind.cluster
    .filter(({ id, facts }) => {
      const size = model.clusterById.get(id)?.members.length ?? 0;
      const isTold = facts.mode !== undefined || facts.writer !== undefined || facts.failover !== undefined;
      return !isTold && size > 1 && model.incoming(model.byId.get(id)!).length > 0;
    })
    .map(label);
}
