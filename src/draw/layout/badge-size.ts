/** The badge of a mark (`H2`, `M13`): wider with each further digit. Pixels. */
export const badgeHeight = 16;
export const badgeGap = 2;

export function badgeWidth(mark: { readonly number: number }): number {
  return 24 + (String(mark.number).length - 1) * 7;
}
