import { defineRule, type Kind, type Rule } from '../../src/rules-api.js';

interface Words {
  readonly id?: string;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low';
}

/** Speaks of every element of some kinds. */
export function speaksOf(kinds: readonly Kind[], { id = 'test/speaks', severity = 'high' }: Words = {}): Rule {
  return defineRule({
    id,
    severity,
    summary: 'It speaks.',
    impact: 'Noise.',
    remedy: 'Silence.',
    references: ['CWE-319'],
    messages: { here: 'Here is {{element}}.' },
    check({ model, report }) {
      for (const element of model.elements.filter(({ kind }) => kinds.includes(kind))) {
        report({ at: element, message: 'here', data: { element } });
      }
    },
  });
}

/** Throws after its first finding. */
export const breaks = defineRule({
  id: 'test/breaks',
  severity: 'low',
  summary: 'It breaks.',
  impact: 'None.',
  remedy: 'Mend it.',
  references: [],
  messages: { first: 'First.' },
  check({ report }) {
    report({ message: 'first' });
    throw new TypeError('no such thing');
  },
});
