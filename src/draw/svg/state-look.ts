import type { FailureState, Pill } from '../scene/scene.js';
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
export function outlineOf(state: FailureState | undefined): OutlineLook | undefined {
  switch (state) {
    case 'failed':
      return { stroke: 'state.dead', width: 2.6, fill: 'surface.failed' };
    case 'dead':
      return { stroke: 'state.dead', width: 2.2, dash: '6 4' };
    case 'degraded':
      return { stroke: 'state.degraded', width: 2.2 };
    case 'untouched':
    case undefined:
      return undefined;
  }
}

/** Names of what is untouched step back. */
export function inkOf(state: FailureState | undefined): ColourName {
  return state === 'untouched' ? 'text.muted' : 'text.ink';
}

/** Icons keep their colour on what works and is touched, and in pictures of no failure. */
export function isLively(state: FailureState | undefined): boolean {
  return state === undefined || state === 'degraded';
}

export function isDown(state: FailureState | undefined): boolean {
  return state === 'failed' || state === 'dead';
}

export interface PillLook {
  readonly colour: ColourName;
  readonly sign: 'cross' | 'exclamation' | 'check' | 'question' | 'inwards' | 'lock';
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
};
