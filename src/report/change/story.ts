import type { Audit, Finding } from '../../audit/finding.js';
import { type Comparison, type ModelChange, type NewModel, newModel } from '../../diff/compare-sides.js';
import type { Worsened } from '../../diff/diff-findings.js';
import { findingMarks } from '../finding-marks.js';
import { counted, sentence } from '../words.js';
import { availabilityStory, objectiveStatement } from './availability-story.js';
import { exposureStatement, exposureStory } from './exposure-story.js';
import { failureStory } from './failure-story.js';
import { type ChangeGround, groundOf, namingOf } from './ground.js';
import { loadStory } from './load-story.js';
import { modelStory } from './model-story.js';
import { weakenedStatements } from './weakened-story.js';

/** One thing that a change did. Texts are as their authors wrote them: each format makes them harmless. */
export interface Statement {
  /** What it is about in a word: `H2` of a finding, `single point`, `added`. */
  readonly tag: string;
  readonly text: string;
  /** The finding that it tells of. */
  readonly finding?: Finding;
  /** The finding was there before, and is severer now. */
  readonly hasWorsened?: true;
}

/** What a change did to a model, in the order in which it is told. */
export interface Story {
  readonly worse: readonly Statement[];
  readonly weakened: readonly Statement[];
  /** Found in a model of which nobody can say whether it was there before. */
  readonly unsure: readonly Statement[];
  readonly better: readonly Statement[];
  readonly changed: readonly Statement[];
}

export const chapters = ['worse', 'weakened', 'unsure', 'better', 'changed'] as const;
export type Chapter = (typeof chapters)[number];

/** One model and its story. */
export interface ToldModel {
  /** As the head has it, or the base where it is gone. */
  readonly audit: Audit;
  readonly story: Story;
  readonly became: 'changed' | 'added' | 'deleted' | 'incomparable';
}

/** Every model of which there is something to tell: changed ones, new ones, those that may be new, those that are gone. */
export function storiesOf(
  { changed, added, deleted }: Comparison,
  incomparable: readonly Audit[],
): readonly ToldModel[] {
  return [
    ...changed.map((change) => ({ audit: change.head, story: changeStory(change), became: 'changed' as const })),
    ...added.map((model) => ({ audit: model.head, story: newStory(model), became: 'added' as const })),
    ...incomparable.map((audit) => ({ audit, story: unsureStory(audit), became: 'incomparable' as const })),
    ...deleted.map((audit) => ({ audit, story: goneStory(audit), became: 'deleted' as const })),
  ];
}

function changeStory(change: ModelChange): Story {
  const ground = groundOf(change);
  const parts = [
    findingStory(ground),
    failureStory(ground),
    availabilityStory(ground),
    exposureStory(ground),
    loadStory(ground),
    { changed: modelStory(ground) },
  ];
  const chapter = (name: Chapter) => parts.flatMap((part: Partial<Story>) => part[name] ?? []);
  return {
    worse: chapter('worse'),
    weakened: weakenedStatements(change.weakened, ground),
    unsure: [],
    better: chapter('better'),
    changed: chapter('changed'),
  };
}

function findingStory({ change: { findings } }: ChangeGround): Partial<Story> {
  const known = new Set(findings.head.baselined);
  const marks = findingMarks(findings.head);
  const markOf = (finding: Finding) => marks.get(finding) ?? '';
  return {
    worse: [
      ...freshStatements(
        findings.head,
        findings.fresh.filter((finding) => !known.has(finding)),
      ),
      ...worsenedStatements(findings.head, findings.worse),
    ],
    better: findings.fixed.map((finding) => ({ tag: 'fixed', text: sentence(finding.message), finding })),
    changed: [
      ...findings.reopened.map((finding) => ({
        tag: 'counts again',
        text: `Found before, and accepted no more: ${sentence(finding.message)}`,
        finding,
      })),
      ...findings.accepted.map((finding) => ({
        tag: 'accepted',
        text: `${markOf(finding)} is accepted now: ${sentence(finding.message)}`,
        finding,
      })),
      ...findings.combined.map((finding) => ({
        tag: 'together',
        text: `${markOf(finding)} was found before, of these in other company: ${sentence(finding.message)}`,
        finding,
      })),
      ...findings.fresh
        .filter((finding) => known.has(finding))
        .map((finding) => ({ tag: 'baseline', text: `Found, and known of: ${sentence(finding.message)}`, finding })),
    ],
  };
}

/** With the finding as the head has it. */
export function worsenedStatements(head: Audit, worsened: readonly Worsened[]): readonly Statement[] {
  const marks = findingMarks(head);
  return worsened.map(({ before, after }) => ({
    tag: marks.get(after) ?? '',
    text: `${sentence(after.message)} It was ${before.severity}, and is ${after.severity} now.`,
    finding: after,
    hasWorsened: true as const,
  }));
}

export function freshStatements(head: Audit, fresh: readonly Finding[]): readonly Statement[] {
  const marks = findingMarks(head);
  return fresh.map((finding) => ({ tag: marks.get(finding) ?? '', text: sentence(finding.message), finding }));
}

function newStory({ head, objectives, exposure, weakened }: NewModel, isBaseRead = true): Story {
  const naming = namingOf(head.model);
  const { elements, flows } = head.model;
  return {
    worse: [
      ...freshStatements(head, head.findings),
      ...objectives.map((one) => objectiveStatement(one, naming)),
      ...exposure.map((one) => exposureStatement(one, { base: naming, head: naming }, isBaseRead)),
    ],
    weakened: weakenedStatements(weakened, { base: naming, head: naming }),
    unsure: [],
    better: [],
    changed: [
      {
        tag: 'added',
        text: `The model is new: ${counted(elements.length, 'element')}, ${counted(flows.length, 'connection')}.`,
      },
    ],
  };
}

/** All that would be told of a new one: it may be none. */
function unsureStory(head: Audit): Story {
  const { worse, weakened } = newStory(newModel(head), false);
  return { ...nothing, unsure: [...worse, ...weakened] };
}

function goneStory({ findings, accepted, baselined = [] }: Audit): Story {
  const number = findings.length + accepted.length + baselined.length;
  const lost = `, and with it what was found: ${counted(number, 'finding')} of which nobody can say any more`;
  const text = `The model is gone${number === 0 ? '' : lost}.`;
  return { ...nothing, weakened: [{ tag: 'model', text }] };
}

const nothing: Story = { worse: [], weakened: [], unsure: [], better: [], changed: [] };
