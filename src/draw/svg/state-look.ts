import type { LineState, PartState, Pill } from '../scene/scene.js';
import type { ColourName } from './palette.js';

/** How the outline of a card or frame tells its state: by width and dash, and by colour. */
export interface OutlineLook {
  readonly stroke: ColourName;
  readonly width: number;
  readonly dash?: string;
  /** What the inside is filled with instead of its own. */
  readonly fill?: ColourName;
}

/** Undefined: as in any other picture. */
export function outlineOf(state: PartState | undefined): OutlineLook | undefined {
  switch (state) {
    case 'failed':
      return { stroke: 'state.dead', width: 2.6, fill: 'surface.failed' };
    case 'dead':
      return { stroke: 'state.dead', width: 2.2, dash: '6 4' };
    case 'degraded':
      return { stroke: 'state.degraded', width: 2.2 };
    case 'added':
      return { stroke: 'change.added', width: 2.2 };
    case 'removed':
      return { stroke: 'change.removed', width: 1.6, dash: '6 4' };
    case 'moved':
      return { stroke: 'change.moved', width: 2.2 };
    case 'renamed':
    case 'changed':
      return { stroke: 'change.changed', width: 2.2 };
    case 'untouched':
    case undefined:
      return undefined;
  }
}

/** Names of what is untouched or gone step back. */
export function inkOf(state: PartState | undefined): ColourName {
  return state === 'untouched' || state === 'removed' ? 'text.muted' : 'text.ink';
}

/** Icons keep their colour on what works or is there and is touched, and in pictures of neither failure nor change. */
export function isLively(state: PartState | undefined): boolean {
  return !isGone(state) && state !== 'untouched';
}

/** What a line says steps back where the line is gone or as it was. */
export function isLivelyLine(state: LineState | undefined): boolean {
  return state === undefined || state === 'added' || state === 'changed';
}

/** It does not work, or is there no more. */
export function isGone(state: PartState | undefined): boolean {
  return state === 'failed' || state === 'dead' || state === 'removed';
}

export interface PillLook {
  readonly colour: ColourName;
  readonly sign:
    | 'cross'
    | 'exclamation'
    | 'check'
    | 'question'
    | 'inwards'
    | 'lock'
    | 'plus'
    | 'minus'
    | 'arrow'
    | 'wave';
}

export const pillLooks: Readonly<Record<Pill['sort'], PillLook>> = {
  failed: { colour: 'state.dead', sign: 'cross' },
  dead: { colour: 'state.dead', sign: 'cross' },
  'cut off': { colour: 'state.dead', sign: 'cross' },
  broken: { colour: 'state.dead', sign: 'cross' },
  degraded: { colour: 'state.degraded', sign: 'exclamation' },
  works: { colour: 'state.works', sign: 'check' },
  internet: { colour: 'told.internet', sign: 'inwards' },
  'part of the internet': { colour: 'told.internet', sign: 'inwards' },
  'internet not known': { colour: 'told.unknown', sign: 'question' },
  'ends TLS': { colour: 'told.endOfTls', sign: 'lock' },
  'no backup': { colour: 'state.dead', sign: 'cross' },
  'not watched': { colour: 'state.degraded', sign: 'exclamation' },
  'alerts nobody': { colour: 'state.degraded', sign: 'exclamation' },
  'not stated': { colour: 'told.unknown', sign: 'question' },
  added: { colour: 'change.added', sign: 'plus' },
  removed: { colour: 'change.removed', sign: 'minus' },
  moved: { colour: 'change.moved', sign: 'arrow' },
  renamed: { colour: 'change.changed', sign: 'wave' },
  changed: { colour: 'change.changed', sign: 'wave' },
  fixed: { colour: 'state.works', sign: 'check' },
  'not told': { colour: 'line.unknown', sign: 'question' },
  weakened: { colour: 'state.dead', sign: 'exclamation' },
};
