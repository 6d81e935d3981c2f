import type { Box, Bundle, Group, LineStyle, Shape } from '../scene/scene.js';
import { lineLook } from '../svg/line-look.js';
import { colourOf, light } from '../svg/palette.js';
import { outlineOf } from '../svg/state-look.js';

/** Attributes of Graphviz for what a card, a frame or a line is and what became of it: words and colours of our own only. */
export type Look = Readonly<Record<string, string | number>>;

const shapes: Readonly<Record<Shape, string>> = {
  card: 'box',
  person: 'oval',
  store: 'cylinder',
  guard: 'octagon',
  outside: 'box',
};

export function nodeLook({ shape, state, count }: Box): Look {
  const look = outlineOf(state);
  const corners = shape === 'card' || shape === 'outside' ? 'rounded,' : '';
  const dash = look?.dash !== undefined || (shape === 'outside' && state !== 'failed') ? ',dashed' : '';
  return {
    shape: shapes[shape],
    style: `${corners}filled${dash}`,
    fillcolor: colourOf(light, look?.fill ?? 'surface.card'),
    color: colourOf(light, look?.stroke ?? 'border.card'),
    ...(state === 'untouched' && { fontcolor: light.text.muted }),
    ...(look && { penwidth: look.width }),
    ...(count > 1 && { peripheries: 2 }),
  };
}

const frameDashes: Readonly<Partial<Record<Group['kind'], string>>> = {
  zone: ',dashed',
  cluster: ',dotted',
  tier: ',dotted',
};

export function frameLook({ kind, state }: Group): Look {
  const look = outlineOf(state);
  const dash = look ? (look.dash === undefined ? '' : ',dashed') : (frameDashes[kind] ?? '');
  return {
    style: `rounded,filled${dash}`,
    fillcolor: colourOf(light, look?.fill ?? (kind === 'server' ? 'surface.server' : 'surface.zone')),
    color: colourOf(light, look?.stroke ?? 'border.group'),
    ...(look && { penwidth: look.width }),
  };
}

const lineStyles: Readonly<Record<LineStyle, string>> = {
  encrypted: 'solid',
  plaintext: 'dashed',
  decrypted: 'dashed',
  unknown: 'dotted',
  local: 'solid',
  replication: 'solid',
  operations: 'dotted',
  passes: 'solid',
  blocked: 'dashed',
  untold: 'dotted',
};

const heads: Readonly<Record<Bundle['head'], string>> = { full: 'normal', hollow: 'empty', diamond: 'diamond' };

export function edgeLook(bundle: Bundle): Look {
  const { colour, width } = lineLook(bundle);
  const { style, lock, state, head, sort, thin } = bundle;
  const dash = style === 'replication' && lock === 'open' ? 'dashed' : lineStyles[style];
  return {
    style: state === 'cut' || state === 'removed' ? 'dotted' : dash,
    color: colourOf(light, colour),
    penwidth: thin || style === 'operations' ? 0.8 : width - 0.4,
    arrowhead: heads[head],
    // Only traffic orders the picture.
    ...(sort !== 'traffic' && { constraint: 'false' }),
  };
}
