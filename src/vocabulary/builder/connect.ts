import type { Flow, FlowFacts, Pool, SourcePosition } from '../../graph/architecture.js';
import { kinds } from '../kinds.js';
import { verbEnds } from '../verb-ends.js';
import { type Verb, verbs } from '../verbs.js';
import { checkPool } from './check-pool.js';
import type { Draft } from './draft.js';
import { type PoolOptions, poolOptions } from './pool.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import { type ElementInside, readTargets } from './targets.js';

/** Writes down that an element does something with one target or with any of several. */
export function connect(
  source: ElementInside,
  verb: Verb,
  given: unknown,
  facts: unknown,
  at: SourcePosition | undefined,
): void {
  const { draft } = source;
  const statement = `${quoted(source.element.name)} ${verbs[verb].phrase}`;
  const targets = readTargets(given, { draft, at, statement }).filter((target) =>
    fits(source, verb, target, statement, at),
  );
  const flowFacts = readFacts(facts, { draft, at, of: `the flow of ${quoted(source.element.name)}` }) as FlowFacts;
  if (verb === 'writes' && targets.length > 1) {
    complain(draft, at, `${statement} several at once.`, 'Write to one, or make the group a cluster: site.cluster(…).');
  }
  addFlows(source, verb, targets, poolOptions(given), flowFacts, at);
}

function fits(
  source: ElementInside,
  verb: Verb,
  target: ElementInside,
  statement: string,
  at: SourcePosition | undefined,
): boolean {
  const { draft } = source;
  const kind = target.kind;
  if (kind === 'site' || !verbEnds[verb].to.includes(kind) || (verb === 'replicates' && kind !== source.kind)) {
    const noun = kind === 'site' ? 'architecture' : kinds[kind].noun;
    complain(draft, at, `${statement} ${quoted(target.element.name)}, which is a ${noun}; that is not possible.`);
    return false;
  }
  if (verb === 'replicates' && target.element === source.element) {
    complain(draft, at, `${statement} itself.`);
    return false;
  }
  return oneListener(source, verb, target, statement, at);
}

/** Whom a flow reaches of several listeners has to be said; a name, an alert or a watch concerns the whole element. */
const whole: ReadonlySet<Verb> = new Set(['resolvesTo', 'watches', 'administers']);

function oneListener(
  { draft }: ElementInside,
  verb: Verb,
  { element, listener }: ElementInside,
  statement: string,
  at: SourcePosition | undefined,
): boolean {
  const names = (element.listeners ?? []).map(({ name }) => name);
  if (listener !== undefined || names.length < 2 || whole.has(verb)) return true;
  complain(
    draft,
    at,
    `${statement} ${quoted(element.name)}, which has several listeners: ${names.map(quoted).join(', ')}.`,
    `Name one, as in ${element.name}.at.${names[0]}.`,
  );
  return false;
}

export function addFlows(
  source: ElementInside,
  verb: Verb,
  targets: readonly ElementInside[],
  options: PoolOptions | undefined,
  facts: FlowFacts,
  at: SourcePosition | undefined,
): void {
  const { draft } = source;
  const from = source.element.id;
  const pool = checkPool(draft, at, targets, options);
  const id = pool && numbered(draft, `${from} ${verb} pool`);
  const flows = targets.map((target): Flow => {
    const { element, listener } = target;
    return {
      id: numbered(draft, `${from} ${verb} ${element.id}${listener === undefined ? '' : `@${listener}`}`),
      verb,
      from,
      to: element.id,
      ...(listener === undefined ? {} : { listener }),
      ...(id === undefined ? {} : { pool: id }),
      facts,
      ...(at ? { at } : {}),
    };
  });
  draft.flows.push(...flows);
  if (pool && id !== undefined) {
    draft.pools.push({ id, verb, from, flows: flows.map((flow) => flow.id), ...pool } satisfies Pool);
  }
}

/** The second thing of one id is `… #2`. */
function numbered(draft: Draft, id: string): string {
  const count = (draft.wanted.get(id) ?? 0) + 1;
  draft.wanted.set(id, count);
  return count === 1 ? id : `${id} #${count}`;
}
