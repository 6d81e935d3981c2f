import type { Bundle, LineStyle } from '../scene/scene.js';
import type { ColourName } from './palette.js';

export interface LineLook {
  readonly colour: ColourName;
  readonly width: number;
  readonly dash?: string;
}

const dashes: Readonly<Partial<Record<LineStyle, string>>> = {
  plaintext: '7 4',
  decrypted: '9 4',
  unknown: '2 3',
  operations: '2 4',
  blocked: '8 3 1.5 3',
  untold: '2 3',
};

/** Colour, width and dash of a line: each style differs in more than colour. */
export function lineLook({ style, lock, thin, state }: Pick<Bundle, 'style' | 'lock' | 'thin' | 'state'>): LineLook {
  if (state === 'cut') return { colour: 'state.dead', width: 1.8, dash: '1.5 5' };
  if (state === 'removed') return { colour: 'change.removed', width: 1.8, dash: '1.5 5' };
  const dash = style === 'replication' && lock === 'open' ? dashes.plaintext : dashes[style];
  const width = thin ? 1.2 : widthOf(style);
  const told = dash === undefined ? {} : { dash };
  // Wider by a step than what is as it was.
  if (state === 'added' || state === 'changed') return { colour: `change.${state}`, width: width + 0.8, ...told };
  return { colour: `line.${style}`, width: state === 'untouched' ? Math.min(width, 1.2) : width, ...told };
}

function widthOf(style: LineStyle): number {
  if (style === 'operations') return 1.3;
  if (style === 'decrypted') return 2.8;
  return style === 'replication' ? 2 : 1.8;
}
