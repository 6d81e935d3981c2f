import { defineRule, type Element, traits } from '../../rules-api.js';

export default defineRule({
  id: 'hygiene/missing-description',
  severity: 'low',
  summary: 'Nothing says what an element is there for.',
  impact: 'Whoever reads the drawing has to ask or to guess, and the next one to change the system guesses too.',
  remedy: 'Say in a sentence what it does and for whom: `why` or `description`.',
  references: ['CWE-1053', 'CIS 12.4'],
  recommended: false,
  messages: {
    one: 'Nothing says what {{names}} is there for.',
    many: 'Nothing says what {{names}} are there for.',
  },

  check({ model, pass, report }) {
    const silent: Element[] = [];
    for (const element of model.elements.filter(isAsked)) {
      const groups = model.clustersOf(element).flatMap(({ id }) => model.byId.get(id) ?? []);
      if ([element, ...groups].some(isDescribed)) pass(element);
      else silent.push(element);
    }
    if (silent.length === 0) return;
    // Those made alike are called alike.
    const names = [...new Set(silent.map(({ name }) => name))];
    report({ at: silent, message: names.length > 1 ? 'many' : 'one', data: { names } });
  },
});

/** What an agent does, its kind says. */
function isAsked({ kind }: Element): boolean {
  return kind === 'externalService' || (traits(kind).running === true && kind !== 'agent');
}

function isDescribed({ facts: { description, why } }: Element): boolean {
  return description !== undefined || why !== undefined;
}
