import type { Architecture, Element } from '../../graph/architecture.js';
import { count } from './describe.js';
import type { Picture } from './make-parts.js';

/** `15 elements · 18 connections`. */
export function sizeOf({ elements, flows }: Architecture): string {
  return `${count(elements.length, 'element')} · ${count(flows.length, 'connection')}`;
}

/**
 * How much of a model a picture shows: `6 of 15 elements · 5 of 18 connections`, or its size where that is everything.
 * What has a card, a frame or a shield is shown, and so is each of several that one card or frame stands for.
 */
export function shownOf(model: Architecture, picture: Picture): string {
  const { boxes, groups } = picture.cast;
  const places = [...boxes, ...groups];
  const shown = new Set([...places.flatMap(({ alike }) => alike), ...shielding(model, picture)].map(({ id }) => id));
  const lines = new Set([...picture.bundles.flatMap(({ flows }) => flows), ...picture.watching.flows]);
  const folded = places.some(({ alike }) => alike.length > 1) ? ', alike ones folded' : '';
  const elements = model.elements.filter(({ id }) => shown.has(id)).length;
  const connections = model.flows.filter(({ id }) => lines.has(id)).length;
  return [
    `${portion(elements, model.elements.length, 'element')}${folded}`,
    portion(connections, model.flows.length, 'connection'),
  ].join(' · ');
}

function portion(shown: number, all: number, noun: string): string {
  return `${shown < all ? `${shown} of ` : ''}${count(all, noun)}`;
}

/** Firewalls that a shield stands for. */
function shielding(model: Architecture, { cast, shielded }: Picture): readonly Element[] {
  const isShield = (parent: string) => shielded.has(cast.boxOf(parent) ?? cast.groupOf(parent) ?? parent);
  return model.byKind.firewall.filter(({ parent }) => parent !== undefined && isShield(parent));
}
