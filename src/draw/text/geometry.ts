/** Pixels within a card, a title and a label: measuring makes room by them, drawing fills it. */
export const card = {
  heightOfOneLine: 60,
  heightOfTwoLines: 72,
  /** A further line of small print makes it so much higher; facts take so many lines at most. */
  heightOfFact: 12,
  mostFactLines: 3,
  narrowest: 144,
  widest: 264,
  /** Cards of one group share a width up to this one. */
  widestShared: 216,
  widthStep: 24,
  widestText: 192,
  iconLeft: 12,
  iconSize: 22,
  /** A tile round the icon, this much larger on every side. */
  iconTile: 4,
  textLeft: 44,
  textRight: 14,
  lineHeight: 16,
  /** A pill's round ends push icon and text inwards. */
  personInset: 4,
  countPill: 40,
} as const;

/** A word or two on a card or a frame, astride its bottom edge. */
export const pill = { padding: 7, sign: 12, fromCorner: 8, fromRoundEnd: 22, fromFrameCorner: 14 } as const;

/** An eye, a shield: small signs at the right end of a line of small print. */
export const sign = { size: 12, step: 15 } as const;

export const groupTitle = { widest: 300, widestDetail: 216, iconSize: 14, textLeft: 20, margin: 12 } as const;

export const chip = {
  height: 18,
  padding: 6,
  lock: 14,
  widestText: 196,
  /** Between the text and the first badge, and the diameter of a lettered disc. */
  badgeGap: 3,
  disc: 16,
} as const;
