/** What a picture must never show. The pill of a state counts as a badge. */
export type OverlapKind =
  | 'label on card'
  | 'label on title'
  | 'label on label'
  | 'label on badge'
  | 'label on border'
  | 'label on foreign line'
  | 'label away from its line'
  | 'line through card'
  | 'line through title'
  | 'line through badge'
  | 'line on line'
  | 'pill missing'
  | 'badge on card'
  | 'badge on badge'
  | 'badge on title'
  | 'card on card'
  | 'card on frame'
  | 'card outside its frame'
  | 'card missing'
  | 'frame on frame'
  | 'frame outside its frame'
  | 'frame missing'
  | 'title on title'
  | 'title outside its frame'
  | 'line missing'
  | 'line does not reach'
  | 'label missing';

export interface Overlap {
  readonly kind: OverlapKind;
  /** Ids of the scene: a box, a group or a bundle. */
  readonly what: string;
  /** The other one, where there are two. */
  readonly other?: string;
}
