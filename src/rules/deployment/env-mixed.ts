import {
  type Architecture,
  append,
  defineRule,
  type Element,
  environmentOf,
  groupBy,
  isProduction,
  traits,
} from '../../rules-api.js';

export default defineRule({
  id: 'deployment/env-mixed',
  severity: 'high',
  summary: 'Production shares a network zone or a hypervisor with another environment.',
  impact:
    'What is tried out there, guarded less and changed at will, can reach production: a test gone wrong takes it down, and ' +
    'whoever breaks into the test is beside it.',
  remedy: 'Give each environment zones and machines of its own, with a firewall between them.',
  references: ['CWE-653', 'CIS 16.8', 'NIST CM-4(1)'],
  messages: { mixed: 'Production shares {{place}} with {{others}} ({{environments}}).' },

  check({ model, pass, report, unknown }) {
    const units = model.elements.filter((element) => isUnit(model, element));
    const production = units.filter((unit) => isProduction(model, unit));
    if (production.length === 0) return;
    const inPlace = groupBy(
      production.flatMap((unit) => placesOf(model, unit).map((place) => ({ place, unit }))),
      ({ place }) => place,
    );
    const shared = new Map<Element, Element[]>();
    for (const unit of units.filter((one) => !isProduction(model, one))) {
      const place = placesOf(model, unit).find((one) => inPlace.has(one));
      if (place) append(shared, place, unit);
      else if (isOnTheSite(model, unit) && production.some((one) => isOnTheSite(model, one))) unknown(unit, zone);
      else pass(unit);
    }
    for (const [place, others] of shared) {
      const environments = [...new Set(others.map((other) => environmentOf(model, other)))];
      const beside = inPlace.get(place)?.map(({ unit }) => unit) ?? [];
      report({
        at: place,
        message: 'mixed',
        data: { place, others, environments },
        evidence: { elements: [...others, ...beside] },
      });
    }
  },
});

const zone = { fact: 'zone', wanted: 'State in which network zone it stands: make it there with `zone(…)`.' };

/** What has an environment of its own: a server with all that runs on it, and what runs on none. */
function isUnit(model: Architecture, element: Element): boolean {
  if (element.kind === 'server') return true;
  return traits(element.kind).running === true && model.hostOf(element) === undefined;
}

/** Where a unit meets others, the closest first: the hypervisor below it, and the innermost zone around it. */
function placesOf(model: Architecture, unit: Element): readonly Element[] {
  const below = model.domainsOf(unit).filter(({ facts }) => facts.domainRole === 'hypervisor');
  const around = model.zoneOf(unit);
  return [...below, ...(around ? [around] : [])];
}

/** No zone is told around it. */
function isOnTheSite(model: Architecture, unit: Element): boolean {
  return model.zoneOf(unit) === undefined;
}
