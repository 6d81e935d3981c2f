/** What a picture can be written as. */
export const formatNames = ['svg', 'png', 'dot', 'mmd'] as const;
export type FormatName = (typeof formatNames)[number];

/** `both`: light, and dark where the reader's system asks for it. `contrast`: black on white. */
export const themeNames = ['both', 'light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** Whether traffic reads downwards or to the right. */
export const directionNames = ['TB', 'LR'] as const;
export type DirectionName = (typeof directionNames)[number];

/** `none`: cards and frames have no icon. Signs that say something, such as locks, stay. */
export const iconChoices = ['all', 'none'] as const;
export type IconChoice = (typeof iconChoices)[number];

/** `none`: what is alike is not drawn as one card with its number, however large the picture becomes. */
export type FoldingChoice = 'usual' | 'none';

/** Bytes of a PNG, the text of anything else. */
export type ContentOf<F extends FormatName> = F extends 'png' ? Uint8Array : string;
