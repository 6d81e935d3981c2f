import type { Flow, FlowFacts, SourcePosition } from '../../graph/architecture.js';
import { spoken } from '../kind-groups.js';
import { verbEnds } from '../verb-ends.js';
import type { Verb } from '../verbs.js';
import type { Draft, ElementInside } from './draft.js';
import { type PoolOptions, poolOptions } from './pool.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';
import { readPool } from './read-pool.js';
import { readEach, readTargets, type Statement } from './targets.js';
import { told } from './told.js';

/** Writes down that an element does something with one target or with any of several. */
export function connect(
  source: ElementInside,
  verb: Verb,
  [given, facts]: unknown[],
  at: SourcePosition | undefined,
): void {
  const { draft, element } = source;
  const statement = { draft, at, of: `'${element.name}' ${verb}` };
  const read = together(verb) ? readTargets(given, statement) : readEach(given, statement);
  const targets = fitting(read, verb, statement, source);
  if (verb === 'writes' && targets.length > 1) {
    complain(statement, `${statement.of} several at once.`, 'Write to one, or make them a cluster: site.cluster(…).');
  }
  const flowFacts = readFacts(facts, { ...statement, of: `the flow '${element.name} ${verb}'` });
  addFlows(source, verb, targets, flowFacts, statement, poolOptions(given));
}

/** An array means any of these, save where a verb takes whatever there is: to watch several is to watch each of them. */
function together(verb: Verb): boolean {
  return verbEnds[verb].to !== undefined;
}

/** The targets that a verb can end at; what is wrong with the others is told. */
export function fitting(
  targets: readonly ElementInside[],
  verb: Verb,
  statement: Statement,
  source?: ElementInside,
): ElementInside[] {
  return targets.filter((target) => {
    // A monitor among all that it watches is no mistake, and says nothing.
    if (!together(verb) && target.element === source?.element) return false;
    const wrong = misfit(target, verb, source);
    if (wrong !== undefined) complain(statement, `${statement.of} ${wrong}.`);
    return wrong === undefined;
  });
}

function misfit({ element, kind, listener }: ElementInside, verb: Verb, source?: ElementInside): string | undefined {
  if (element === source?.element) return 'itself';
  const { to } = verbEnds[verb];
  if (!to) return undefined;
  const name = quoted(element.name);
  if (!to.includes(kind) || (verb === 'replicates' && kind !== source?.kind)) {
    return `${name}, which is a ${spoken(kind)}: that is not possible`;
  }
  const names = (element.listeners ?? []).map((one) => one.name);
  if (listener !== undefined || names.length < 2 || verb === 'resolvesTo') return undefined;
  return `${name}, which has several listeners: name one, as in web.at.${names[0]} (or ${names.slice(1).join(', ')})`;
}

export function addFlows(
  source: ElementInside,
  verb: Verb,
  targets: readonly ElementInside[],
  facts: FlowFacts,
  statement: Statement,
  options?: PoolOptions,
): void {
  const { draft } = source;
  const from = source.element.id;
  const start = `${from} ${verb}`;
  const poolFacts = together(verb) ? readPool(targets, statement, options) : undefined;
  const pool = poolFacts && numbered(draft, `${start} pool`);
  const flows = targets.map(({ element, listener }): Flow => {
    const id = numbered(draft, `${start} ${element.id}${listener === undefined ? '' : `@${listener}`}`);
    return told({ id, verb, from, to: element.id, listener, pool, facts, at: statement.at }) as Flow;
  });
  draft.flows.push(...flows);
  if (pool !== undefined)
    draft.pools.push({ id: pool, verb, from, flows: flows.map(({ id }) => id), need: 1, ...poolFacts });
}

/** The second thing of one id is `… #2`. */
function numbered(draft: Draft, id: string): string {
  const count = (draft.wanted.get(id) ?? 0) + 1;
  draft.wanted.set(id, count);
  return count === 1 ? id : `${id} #${count}`;
}
