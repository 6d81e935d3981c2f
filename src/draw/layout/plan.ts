import type { Box, Bundle, Group } from '../scene/scene.js';
import type { MeasuredLabel, MeasuredPill } from './placement.js';

/** The scene by numbers: what placing and routing work on. -1 stands for "in no group". */
export interface Plan {
  readonly direction: 'TB' | 'LR';
  readonly boxes: readonly PlanBox[];
  readonly groups: readonly PlanGroup[];
  readonly bundles: readonly PlanBundle[];
  /** What stands in no group. */
  readonly top: Members;
}

export interface Members {
  readonly boxes: readonly number[];
  readonly groups: readonly number[];
}

export interface PlanBox {
  readonly index: number;
  readonly group: number;
  readonly width: number;
  readonly height: number;
  /** Cards of one kin are alike: only such may change places with one another. */
  readonly kin: string;
  readonly pill?: MeasuredPill;
  /** Not set: it holds the room of a group without content, and nothing is drawn. */
  readonly box?: Box;
}

export interface PlanGroup extends Members {
  readonly index: number;
  readonly parent: number;
  readonly group: Group;
  readonly titleWidth: number;
  readonly detailWidth: number;
  /** Room that the title, the small print and the badges need. */
  readonly narrowest: number;
  readonly pill?: MeasuredPill;
}

export interface PlanBundle {
  readonly index: number;
  readonly bundle: Bundle;
  /** Without repetitions. A box may be both a source and a target. */
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly label?: MeasuredLabel;
}

/** Traffic orders the picture; nothing else does. */
export function ranks({ bundle }: PlanBundle): boolean {
  return bundle.sort === 'traffic' && !bundle.sideBySide;
}

/** The group and all around it, from the inside out. */
export function groupsAround(plan: Plan, group: number): readonly number[] {
  const around: number[] = [];
  for (let at = group; at >= 0; at = plan.groups[at]!.parent) around.push(at);
  return around;
}

/** Every box in a group, however deep. */
export function boxesWithin(plan: Plan, members: Members): readonly number[] {
  return [...members.boxes, ...members.groups.flatMap((group) => boxesWithin(plan, plan.groups[group]!))];
}
