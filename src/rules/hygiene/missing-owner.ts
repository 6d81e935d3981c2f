import { type Architecture, defineRule, type Element, isProduction, ownerOf, traits } from '../../rules-api.js';

export default defineRule({
  id: 'hygiene/missing-owner',
  severity: 'low',
  summary: 'Nobody is named who answers for a production element.',
  impact: 'When it fails or has to be mended, time goes by until somebody is found who may touch it.',
  remedy: 'Name the team or person: `owner`, on the element, on the place it stands in or on the whole.',
  references: ['NIST CM-8'],
  messages: {
    nobody: 'No owner is named, neither for the whole nor for any part.',
    some: 'No owner is named for {{elements}}.',
  },

  check({ model, pass, report }) {
    const asked = model.elements.filter((element) => isAsked(model, element));
    const unowned: Element[] = [];
    for (const element of asked) {
      if (ownerOf(model, element) !== undefined) pass(element);
      else unowned.push(element);
    }
    if (unowned.length === 0) return;
    const isUnheardOf = model.elements.every(({ facts }) => facts.owner === undefined);
    if (isUnheardOf) report({ message: 'nobody' });
    else report({ at: unowned, message: 'some', data: { elements: unowned } });
  },
});

/** Servers, and what runs on none. */
function isAsked(model: Architecture, element: Element): boolean {
  const isUnit = element.kind === 'server' || (traits(element.kind).running === true && !model.hostOf(element));
  return isUnit && isProduction(model, element);
}
