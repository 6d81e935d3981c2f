import type { ElementFacts } from '../../graph/architecture.js';

/** What an element says that cannot all be so, as the rest of a sentence about it; undefined where nothing is wrong. */
export function contradiction({ availability, unavailability, issued, expires }: ElementFacts): string | undefined {
  if (availability !== undefined && unavailability !== undefined)
    return "says 'availability' and 'unavailability': say one";
  // Days are written so that their texts are in the order of the calendar.
  if (issued !== undefined && expires !== undefined && expires < issued) {
    return `expires on ${expires}, before it was issued (${issued})`;
  }
  return undefined;
}
