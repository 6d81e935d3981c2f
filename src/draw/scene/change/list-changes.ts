import type { Label } from '../../../analyses/faults/labels.js';
import type { FindingsDiff } from '../../../diff/diff-findings.js';
import type { ModelDiff } from '../../../diff/model-diff.js';
import type { Architecture, Flow, Pool } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { cleanText } from '../../text/clean-text.js';
import { bounded } from '../bounded.js';
import { grouped } from '../bundle-strokes.js';
import { namesIn, quoted } from '../failure/name-causes.js';
import type { Picture } from '../make-parts.js';
import type { LineChange, Note } from '../scene.js';
import { joined } from '../spoken.js';
import type { Line } from '../stroke.js';
import type { Redrawn } from './changed-flows.js';
import type { Changes } from './changes.js';
import { listSettled, listWeakened } from './list-settled.js';
import { listUndrawn } from './list-undrawn.js';
import { tellChange } from './tell-change.js';
import { tellFacts } from './tell-value.js';

/** A picture is no report: it lists the first of each, and how many more there are. */
const most = { weakened: 10, elements: 16, connections: 10, rest: 10, findings: 10 } as const;

export interface Subject {
  readonly picture: Picture;
  readonly changes: Changes;
  readonly diff: ModelDiff;
  readonly redrawn: Redrawn;
  readonly findings: FindingsDiff | undefined;
  readonly weakened: readonly string[] | undefined;
}

/** What the picture cannot show: what is weakened, facts before and after, what has no card, journeys, and findings that are gone. */
export function listChanges(subject: Subject): readonly Note[] {
  const { picture, weakened } = subject;
  const name = namesIn(picture.stage.model);
  return [
    ...bounded(listWeakened(weakened), most.weakened, 'weakened thing'),
    ...bounded([...listUndrawn(subject, name), ...elementNotes(subject, name)], most.elements, 'change'),
    ...bounded(connectionNotes(subject, name), most.connections, 'connection'),
    ...bounded(restNotes(subject, name), most.rest, 'change'),
    ...bounded(listSettled(subject), most.findings, 'finding'),
  ];
}

/** Elements of which the same is told together. */
function elementNotes({ changes, diff }: Subject, name: Label): readonly Note[] {
  const told = diff.elements.changed.map(({ after }) => ({ element: after, text: tellChange(changes, after.id) }));
  return (['moved', 'renamed', 'changed'] as const).flatMap((pill) => {
    const alike = grouped(
      told.filter(({ element }) => changes.stateOf(element.id) === pill),
      ({ text }) => text,
    );
    return [...alike].map(([text, list]) => ({
      pill,
      text: `${joined(list.map(({ element }) => name(element)))}: ${text}.`,
    }));
  });
}

/** Connections that say something else, and those that came or went and are no lines of this picture. */
function connectionNotes({ picture, changes, diff, redrawn }: Subject, name: Label): readonly Note[] {
  const { model } = picture.stage;
  const drawn = (change: LineChange) =>
    new Set(picture.bundles.flatMap(({ flows, line }) => (line.change === change ? flows : [])));
  const [added, removed] = [drawn('added'), drawn('removed')];
  const isBetweenKept = ({ from, to }: Flow) =>
    [from, to].every((id) => changes.stateOf(id) !== 'added' && changes.stateOf(id) !== 'removed');
  const gone = model.flows.filter(({ id }) => !changes.head.flowById.has(id));
  const silent = [
    ...diff.flows.added.filter(({ id }) => !added.has(id)).map((flow) => ({ flow, pill: 'added' as const })),
    ...gone.filter(({ id }) => !removed.has(id)).map((flow) => ({ flow, pill: 'removed' as const })),
  ].filter(({ flow }) => isBetweenKept(flow));
  return [
    ...silent.map(({ flow, pill }) => ({ pill, text: `${tellFlows(model, [flow], name)}.` })),
    ...changedNotes({ picture, changes, diff, redrawn }, name),
  ];
}

/** Connections to one target of which the same is told together. */
function changedNotes(
  { picture, changes, diff, redrawn }: Omit<Subject, 'findings' | 'weakened'>,
  name: Label,
): readonly Note[] {
  const said = new Map(diff.flows.changed.map((change) => [change.after.id, change.facts]));
  const told = changes.head.flows.flatMap((flow) => {
    const facts = said.get(flow.id) ?? [];
    const look = redrawn.get(flow.id);
    const texts = [...tellFacts(changes.base, changes.head, facts), ...(look ? tellLook(look, facts.length > 0) : [])];
    return texts.length === 0 ? [] : [{ flow, text: texts.join('; ') }];
  });
  const alike = grouped(told, ({ flow: { verb, to }, text }) => JSON.stringify([verb, to, text]));
  return [...alike.values()].map((list) => {
    const flows = list.map(({ flow }) => flow);
    return { pill: 'changed', text: `${tellFlows(picture.stage.model, flows, name)}: ${list[0]!.text}.` };
  });
}

/** What a label says otherwise follows from facts, where some are told. */
function tellLook({ before, after }: Look, isExplained: boolean): readonly string[] {
  const label = before.label === after.label || isExplained ? [] : [[before.label, after.label, 'no words'] as const];
  const encryption =
    before.encryption === after.encryption
      ? []
      : [[before.encryption, after.encryption, 'encryption not stated'] as const];
  return [...label, ...encryption].map(([old, now, nothing]) => `${old || nothing} → ${now || nothing}`);
}

interface Look {
  readonly before: Pick<Line, 'label' | 'encryption'>;
  readonly after: Pick<Line, 'label' | 'encryption'>;
}

function tellFlows(model: Architecture, flows: readonly Flow[], name: Label): string {
  const called = (id: string) => {
    const element = model.byId.get(id);
    return element ? quoted(name)(element) : `'${cleanText(id)}'`;
  };
  const { verb, to } = flows[0]!;
  const sources = [...new Set(flows.map(({ from }) => called(from)))];
  return `${sources.length === 1 ? '' : 'each of '}${joined(sources)} ${verbs[verb].phrase} ${called(to)}`;
}

/** The model itself, pools, journeys and acceptances. */
function restNotes({ picture, changes, diff, weakened }: Subject, name: Label): readonly Note[] {
  const { base, head } = changes;
  const { model } = picture.stage;
  const called = (id: string | undefined) => {
    const element = id === undefined ? undefined : model.byId.get(id);
    return element ? quoted(name)(element) : 'the model';
  };
  const inHead = (id: string | undefined) => (id === undefined ? undefined : (diff.toHead.get(id) ?? id));
  const facts = (list: ModelDiff['facts']) => tellFacts(base, head, list).join('; ');
  const pools = diff.pools.changed
    .map((change) => ({ ...change, facts: change.facts.filter(({ path }) => path !== 'members') }))
    .filter((change) => change.facts.length > 0);
  const journey = ({ name: title }: { readonly name: string }) => `the journey '${cleanText(title)}'`;
  const waiver = (rule: string, element: string | undefined) => `what is accepted of ${rule} on ${called(element)}`;
  return [
    ...(diff.facts.length > 0 ? [note('changed', `The model says otherwise: ${facts(diff.facts)}`)] : []),
    ...regroupedPools(diff).map(({ pool, isNew }) =>
      note(
        'changed',
        `${called(pool.from)} ${verbs[pool.verb].phrase} several: ${isNew ? `${pool.need} of them is enough now` : 'each of them is needed now'}`,
      ),
    ),
    ...pools.map(({ after, facts: said }) =>
      note('changed', `what ${called(after.from)} ${verbs[after.verb].phrase}: ${facts(said)}`),
    ),
    ...diff.journeys.added.map((one) => note('added', journey(one))),
    ...diff.journeys.removed.map((one) => note('removed', journey(one))),
    ...diff.journeys.changed.map(({ after, facts: said }) => note('changed', `${journey(after)}: ${facts(said)}`)),
    ...(weakened ? [] : diff.waivers.added).map(({ rule, element, because }) =>
      note('added', `${waiver(rule, element)}, because: ${cleanText(because)}`),
    ),
    ...diff.waivers.removed.map(({ rule, element }) => note('removed', waiver(rule, inHead(element)))),
    ...diff.waivers.changed.map(({ after: { rule, element }, facts: said }) =>
      note('changed', `${waiver(rule, element)}: ${facts(said)}`),
    ),
  ];
}

/** Pools that came or went around connections that were there before and still are. */
function regroupedPools({
  pools,
  flowsToHead,
}: ModelDiff): readonly { readonly pool: Pool; readonly isNew: boolean }[] {
  const kept = new Set(flowsToHead.values());
  return [
    ...pools.added.filter(({ flows }) => flows.some((id) => kept.has(id))).map((pool) => ({ pool, isNew: true })),
    ...pools.removed
      .filter(({ flows }) => flows.some((id) => flowsToHead.has(id)))
      .map((pool) => ({ pool, isNew: false })),
  ];
}

function note(pill: LineChange, text: string): Note {
  return { pill, text: /[.!?…]$/.test(text) ? text : `${text}.` };
}
