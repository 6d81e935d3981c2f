import type { ElementId, FlowId } from '../../graph/architecture.js';
import type { Bundle, LineChange } from './scene.js';

/** The way a line looks and what it says, before it is known which others are drawn with it. */
export type Line = Pick<Bundle, 'style' | 'head' | 'lock' | 'sort' | 'sideBySide' | 'purpose' | 'thin' | 'label'> & {
  /** What stands for the label where that finds no room: a port. */
  readonly short?: string;
  /** How a sentence says it: "balances over". */
  readonly phrase: string;
  /** It cannot be taken when what fails has failed. Lines of different fate are never drawn as one. */
  readonly cut?: boolean;
  /** What a change made of it. Left out: it is as it was. */
  readonly change?: LineChange;
  /** It leads to what answers in the place of something that is down. */
  readonly takesOver?: boolean;
  /** How a sentence tells the encryption; empty where nothing is to be told. */
  readonly encryption: string;
  /** How many connections it stands for is not said. */
  readonly uncounted?: boolean;
  /** What a sentence tells beyond the label. */
  readonly spoken?: string;
  /** What lets nothing of it through, and how it looks as far as that. */
  readonly stopped?: { readonly by: ElementId; readonly before: Line };
};

/** One connection between two elements as it will be drawn: a flow, or a part of one. */
export interface Stroke {
  readonly from: ElementId;
  readonly to: ElementId;
  readonly flows: readonly FlowId[];
  readonly line: Line;
}
