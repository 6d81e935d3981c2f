import { dayNumber, defineRule, type Element, groupBy, isProduction } from '../../rules-api.js';

export default defineRule({
  id: 'deployment/version-eol',
  severity: 'medium',
  summary: 'Software runs that its maker no longer supports, or soon will not.',
  impact:
    'A flaw that is found in it stays open for good: no update closes it, and whoever looks for one finds it described in public.',
  remedy: 'Change to a version that is supported, and plan the next change before its support ends.',
  references: ['CWE-1104', 'NIST SA-22', 'CIS 2.2'],
  options: { days: 90 },
  messages: {
    past: 'Support for {{software}}, used by {{elements}}, ended on {{day}}.',
    soon: 'Support for {{software}}, used by {{elements}}, ends on {{day}}.',
    pastUnnamed: 'Support for the software of {{elements}} ended on {{day}}.',
    soonUnnamed: 'Support for the software of {{elements}} ends on {{day}}.',
  },

  check({ model, options, today, pass, report, unknown }) {
    const now = dayNumber(today) ?? 0;
    const ending: Element[] = [];
    for (const element of model.elements) {
      const last = dayNumber(element.facts.supportedUntil ?? '');
      if (last === undefined) {
        // Who names no version cannot know until when it is supported.
        if (hasVersion(softwareOf(element)) && isProduction(model, element)) unknown(element, 'supportedUntil');
      } else if (last - now > options.days) pass(element);
      else ending.push(element);
    }
    // One product at the end of its support is one thing to change, wherever it runs.
    for (const elements of groupBy(ending, sameChange).values()) {
      const { supportedUntil: day = '' } = elements[0]!.facts;
      const software = softwareOf(elements[0]!);
      const isPast = (dayNumber(day) ?? 0) < now;
      const severity = isPast && elements.some((element) => isProduction(model, element)) ? 'medium' : 'low';
      if (software === undefined)
        report({
          at: elements,
          message: isPast ? 'pastUnnamed' : 'soonUnnamed',
          data: { elements, day },
          severity,
        });
      else report({ at: elements, message: isPast ? 'past' : 'soon', data: { software, elements, day }, severity });
    }
  },
});

function softwareOf({ facts: { software, os } }: Element): string | undefined {
  return software ?? os;
}

function hasVersion(software: string | undefined): boolean {
  return software !== undefined && /\d/.test(software);
}

function sameChange(element: Element): string {
  const software = softwareOf(element);
  return JSON.stringify([software ?? element.tier ?? element.id, element.facts.supportedUntil]);
}
