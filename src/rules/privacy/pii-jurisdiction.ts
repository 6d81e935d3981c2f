import {
  type Architecture,
  defineRule,
  type Element,
  groupBy,
  type PersonalData,
  personalDataAt,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'privacy/pii-jurisdiction',
  severity: 'high',
  summary: 'Data about people come to a country where they are not to be.',
  impact: 'Courts and authorities there may get at them, and the transfer itself may be against the law.',
  remedy: 'Keep the data, their copies and their backups in the countries named, or with a service that stands there.',
  references: ['CWE-359', 'NIST PT-2'],
  messages: {
    abroad: 'Data of class {{classes}} comes to {{elements}} in {{countries}}, and is to stay in {{allowed}}.',
  },

  check({ model, transport, pass, report, unknown }) {
    const allowed = model.facts.personalDataStaysIn;
    if (!allowed) return;
    const personalData = personalDataAt(model, transport);
    const abroad = new Map<Element, PersonalData & { readonly countries: readonly string[] }>();
    for (const element of model.elements.filter(isPlaced)) {
      const data = personalData(element);
      if (!data) continue;
      const told = countriesOf(model, element);
      const countries = told.filter((country) => !allowed.includes(country));
      if (told.length > 0 && countries.length === 0) pass(element);
      else if (data.untold.length > 0) for (const { subject, fact } of data.untold) unknown(subject, fact);
      else if (told.length > 0) abroad.set(element, { ...data, countries });
      else unknown(element, 'country');
    }
    // A site abroad is one fault, whatever stands there; each service outside is one of its own.
    const sites = groupBy([...abroad.keys()], (element) => {
      return element.kind === 'externalService' ? element.id : abroad.get(element)?.countries.join(' ');
    });
    for (const elements of sites.values()) {
      const found = elements.flatMap((element) => abroad.get(element) ?? []);
      const classes = [...new Set(found.flatMap((data) => data.classes))];
      const countries = [...new Set(found.flatMap((data) => data.countries))];
      const evidence = { flows: found.flatMap(({ flows }) => flows) };
      report({ at: elements, message: 'abroad', data: { classes, elements, countries, allowed }, evidence });
    }
  },
});

/** A group stands where its members do. */
function isPlaced({ kind }: Element): boolean {
  return traits(kind).running === true || kind === 'externalService';
}

/** Its own country, that of the innermost place that says one, or those of the domains it stands in. */
function countriesOf(model: Architecture, element: Element): readonly string[] {
  const place = [element, ...model.ancestors(element)].find(({ facts }) => facts.country !== undefined);
  if (place?.facts.country !== undefined) return [place.facts.country];
  return [...new Set(model.domainsOf(element).flatMap(({ facts }) => facts.country ?? []))];
}
