import type { Architecture, Element, ElementId } from '../../graph/architecture.js';
import { cleanText } from '../text/clean-text.js';

const mostNames = 8;

/** A name for people who cannot see where a card stands: `nginx on server-1`. */
export function spokenName(model: Architecture, element: Element): string {
  const host = model.hostOf(element);
  return host ? `${shownName(element)} on ${shownName(host)}` : shownName(element);
}

/** An element's name as pictures write it. */
export function shownName(element: Element): string {
  return cleanText(element.name) || '(no name)';
}

/** `a, b and c`; of many the first, and how many more. */
export function spokenNames(model: Architecture, ids: readonly ElementId[]): string {
  const names = ids.map((id) => model.byId.get(id)).map((element) => (element ? spokenName(model, element) : '?'));
  return joined(names);
}

/** `a, b and c`; of many the first, and how many more. */
export function joined(names: readonly string[]): string {
  if (names.length > mostNames)
    return `${names.slice(0, mostNames - 1).join(', ')} and ${names.length - mostNames + 1} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** One sentence, with its full stop. */
export function sentence(text: string): string {
  const clean = cleanText(text);
  return clean === '' || /[.!?…]$/.test(clean) ? clean : `${clean}.`;
}
