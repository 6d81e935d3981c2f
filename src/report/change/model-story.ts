import { listFacts } from '../../diff/list-facts.js';
import type { ElementChange, FactChange, ModelDiff } from '../../diff/model-diff.js';
import type { Element, Flow, Pool } from '../../graph/architecture.js';
import { kinds } from '../../vocabulary/kinds.js';
import { verbs } from '../../vocabulary/verbs.js';
import type { NamingGround } from '../failure/journey-label.js';
import { capitalised, firstOf, sentence } from '../words.js';
import { type ChangeGround, labelOf } from './ground.js';
import type { Statement } from './story.js';

const mostNamed = 6;
const longestValue = 120;

/** What the model says otherwise: elements, connections, journeys and the rest. */
export function modelStory(ground: ChangeGround): readonly Statement[] {
  const { base, head, change } = ground;
  const { diff } = change;
  return [
    ...byKind('added', diff.elements.added, head),
    ...byKind('removed', diff.elements.removed, base),
    ...diff.elements.changed.map((one) => elementStatement(one, ground)),
    ...connections(ground),
    ...restStatements(ground),
  ];
}

function byKind(tag: string, elements: readonly Element[], { label }: NamingGround): readonly Statement[] {
  const groups = new Map<Element['kind'], Element[]>();
  for (const element of elements) {
    const group = groups.get(element.kind);
    if (group) group.push(element);
    else groups.set(element.kind, [element]);
  }
  return [...groups].map(([kind, alike]) => {
    const { noun, plural } = kinds[kind];
    const text = `${alike.length === 1 ? noun : plural} ${firstOf(alike.map(label), mostNamed)}.`;
    return { tag, text: capitalised(text) };
  });
}

function elementStatement({ before, after, isRenamed, moves, facts }: ElementChange, ground: ChangeGround): Statement {
  const { base, head } = ground;
  const parts = [
    ...(isRenamed ? [`was ${base.label(before)}`] : []),
    ...moves.map((move) => moveWords(move, ground)),
    ...told(facts, ground),
  ];
  const tag = moves.length > 0 ? 'moved' : isRenamed ? 'renamed' : 'changed';
  return { tag, text: sentence(`${capitalised(kinds[after.kind].noun)} ${head.label(after)}: ${parts.join('; ')}`) };
}

function moveWords({ path, before, after }: FactChange, { base, head }: ChangeGround): string {
  const place = (naming: NamingGround, value: unknown) => {
    const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
    return ids.length === 0
      ? 'the site itself'
      : firstOf(
          ids.map((id) => labelOf(naming, id)),
          mostNamed,
        );
  };
  const verb = path === 'parent' ? 'moved' : 'failure domains';
  return `${verb} from ${place(base, before)} to ${place(head, after)}`;
}

/** A connection counts where what it connects was there and still is: what came or went with an element is told with that. */
function connections({ base, head, change: { diff } }: ChangeGround): readonly Statement[] {
  const [isNew, isGone] = [
    new Set(diff.elements.added.map(({ id }) => id)),
    new Set(diff.elements.removed.map(({ id }) => id)),
  ];
  const kept = ({ from, to }: Flow, gone: ReadonlySet<string>) => !gone.has(from) && !gone.has(to);
  const statement = (tag: string, flow: Flow, naming: NamingGround, more = ''): Statement => ({
    tag,
    text: sentence(`${capitalised(flowWords(flow, naming))}${more}`),
  });
  const ground = { base, head };
  return [
    ...diff.flows.added.filter((flow) => kept(flow, isNew)).map((flow) => statement('added', flow, head)),
    ...diff.flows.removed.filter((flow) => kept(flow, isGone)).map((flow) => statement('removed', flow, base)),
    ...diff.flows.changed.map(({ after, facts }) => statement('changed', after, head, `: ${listed(facts, ground)}`)),
  ];
}

function flowWords({ verb, from, to }: Flow, naming: NamingGround): string {
  return `${labelOf(naming, from)} ${verbs[verb].phrase} ${labelOf(naming, to)}`;
}

function restStatements({ base, head, change: { diff } }: ChangeGround): readonly Statement[] {
  const ground = { base, head };
  const { facts, pools, journeys, waivers } = diff;
  const poolFacts = pools.changed
    .map(({ after, facts: all }) => ({ after, facts: all.filter(({ path }) => path !== 'members') }))
    .filter(({ facts: left }) => left.length > 0);
  return [
    ...(facts.length > 0 ? [{ tag: 'changed', text: sentence(`The model itself: ${listed(facts, ground)}`) }] : []),
    ...poolFacts.map(({ after, facts: said }) => ({
      tag: 'changed',
      text: sentence(`What ${labelOf(head, after.from)} ${verbs[after.verb].phrase}: ${listed(said, ground)}`),
    })),
    ...regrouped(diff, ground),
    ...journeys.added.map(({ name }) => ({ tag: 'added', text: `The journey '${name}'.` })),
    ...journeys.removed.map(({ name }) => ({ tag: 'removed', text: `The journey '${name}'.` })),
    ...journeys.changed.map(({ after, facts: said }) => ({
      tag: 'changed',
      text: sentence(`The journey '${after.name}': ${listed(said, ground)}`),
    })),
    ...waivers.removed.map(({ rule, element }) => ({
      tag: 'removed',
      text: `What ${rule} finds ${element === undefined ? 'in the whole model' : `on ${labelOf(base, element)}`} is not accepted any more.`,
    })),
    ...waivers.changed.map(({ after: { rule, element }, facts: said }) => ({
      tag: 'changed',
      text: sentence(
        `The acceptance of ${rule}${element === undefined ? '' : ` on ${labelOf(head, element)}`}: ${listed(said, ground)}`,
      ),
    })),
  ];
}

/** Pools that came or went round connections that stayed. */
function regrouped({ pools, flowsToHead }: ModelDiff, { base, head }: Sides): readonly Statement[] {
  const kept = new Set(flowsToHead.values());
  return [
    ...pools.added
      .filter(({ flows }) => flows.some((id) => kept.has(id)))
      .map(({ from, verb, need }) => ({
        tag: 'changed',
        text: `${labelOf(head, from)} ${verbs[verb].phrase} several, and ${need} of them is enough now.`,
      })),
    ...pools.removed
      .filter(({ flows }) => flows.some((id) => flowsToHead.has(id)))
      .map((pool) => ({ tag: 'changed', text: `${labelOf(base, pool.from)} ${leftWords(pool, flowsToHead, head)}.` })),
  ];
}

/** What is left of a pool of which any was enough. */
function leftWords({ verb, flows }: Pool, flowsToHead: ModelDiff['flowsToHead'], head: NamingGround): string {
  const { flowById } = head.model;
  const [first] = flows.flatMap((id) => flowById.get(flowsToHead.get(id) ?? '') ?? []);
  const all = head.model.flows.filter((flow) => flow.from === first?.from && flow.verb === verb);
  return all.length === 1
    ? `${verbs[verb].phrase} ${labelOf(head, all[0]!.to)} alone now`
    : `${verbs[verb].phrase} several, and needs each of them now`;
}

type Sides = Pick<ChangeGround, 'base' | 'head'>;

function listed(facts: readonly FactChange[], ground: Sides): string {
  return told(facts, ground).join('; ');
}

function told(facts: readonly FactChange[], { base, head }: Sides): readonly string[] {
  return listFacts(base.model, head.model, facts, (text) =>
    text.length > longestValue ? `${text.slice(0, longestValue)}…` : text,
  );
}
