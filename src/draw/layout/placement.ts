import type { Bundle, Scene } from '../scene/scene.js';

/** Pixels; x to the right, y downwards; every card, cluster and line point lies on the 12 px grid. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect extends Point {
  readonly width: number;
  readonly height: number;
}

/** The pill of a card or frame, where it has one: how wide it is and how far from the left corner. */
export interface MeasuredPill {
  readonly pillWidth?: number;
  readonly pillLeft?: number;
}

/** A card with its text already broken into the lines that fit. */
export interface MeasuredBox extends MeasuredPill {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly nameLines: readonly string[];
  readonly detail: string;
  /** Further lines of small print. */
  readonly factLines?: readonly string[];
}

export interface MeasuredGroup extends MeasuredPill {
  readonly id: string;
  readonly title: string;
  readonly titleWidth: number;
  readonly detail: string;
  readonly detailWidth: number;
}

/** A label with its lock and marks; `short` is tried where the full one finds no room. */
export interface MeasuredLabel {
  readonly bundle: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly short?: { readonly text: string; readonly width: number };
  /** Room for a lettered disc with the marks, explained in the legend. */
  readonly keyWidth: number;
}

export interface MeasuredScene {
  readonly scene: Scene;
  readonly boxes: ReadonlyMap<string, MeasuredBox>;
  readonly groups: ReadonlyMap<string, MeasuredGroup>;
  readonly labels: ReadonlyMap<string, MeasuredLabel>;
}

export interface PlacedBox extends Rect {
  readonly id: string;
  /** Where the badges of its marks stand, in the order of `marks`. */
  readonly badges: readonly Rect[];
  readonly pill?: Rect;
}

export interface PlacedGroup extends Rect {
  readonly id: string;
  readonly title: Rect;
  readonly detail?: Rect;
  readonly badges: readonly Rect[];
  readonly pill?: Rect;
}

export interface PlacedLabel extends Rect {
  readonly text: string;
  /** A letter explained in the legend, where not even the short text found room. */
  readonly key?: string;
}

export interface PlacedLine {
  readonly bundle: Bundle;
  /** The trunk and its branches: orthogonal polylines. */
  readonly paths: readonly (readonly Point[])[];
  /** The last step into each target: where an arrowhead is drawn, pointing from `from` to `to`. */
  readonly heads: readonly { readonly from: Point; readonly to: Point }[];
  readonly label?: PlacedLabel;
}

export interface Placement {
  readonly direction: 'TB' | 'LR';
  readonly boxes: ReadonlyMap<string, PlacedBox>;
  readonly groups: ReadonlyMap<string, PlacedGroup>;
  readonly lines: readonly PlacedLine[];
  /** Labels that became a lettered disc: letter → full text, for the legend. */
  readonly keys: readonly { readonly letter: string; readonly bundle: Bundle; readonly text: string }[];
  /** Labels that found no place at all, and bundles without a route: the self-test fails on either. */
  readonly unplacedLabels: readonly string[];
  readonly unroutedBundles: readonly string[];
  /** Too large to be routed: lines are straight, through whatever is between, and have no labels. */
  readonly isStraight?: true;
  /** Everything drawn so far, without title, legend and margins. */
  readonly bounds: Rect;
}
