import type { Architecture, SourcePosition } from '../graph/architecture.js';

/** Ids of the elements, or else the flows, that the calls at these positions made, in the order of the models. */
export function touchedBy(places: readonly SourcePosition[], models: readonly Architecture[]): readonly string[] {
  const keys = new Set(places.map(keyOf));
  const isThere = ({ at }: { readonly at?: SourcePosition }): boolean => at !== undefined && keys.has(keyOf(at));
  const found = (ids: (model: Architecture) => readonly string[]): readonly string[] => [
    ...new Set(models.flatMap(ids)),
  ];
  const elements = found((model) => model.elements.filter(isThere).map(({ id }) => id));
  if (elements.length > 0) return elements;
  const flows = found((model) => model.flows.filter(isThere).map(({ id }) => id));
  return flows.length > 0 ? flows : found((model) => rulesThere(model, isThere));
}

/** `firewall rule 2`: rules and waivers have no ids of their own. */
function rulesThere(
  { elements, waivers }: Architecture,
  isThere: (one: { readonly at?: SourcePosition }) => boolean,
): readonly string[] {
  return [
    ...elements.flatMap(({ id, rules = [] }) =>
      rules.flatMap((rule, index) => (isThere(rule) ? [`${id} rule ${index + 1}`] : [])),
    ),
    ...waivers.filter(isThere).map(({ rule, element }) => `${element ?? 'the model'} accepts ${rule}`),
  ];
}

function keyOf({ file, line, column }: SourcePosition): string {
  return `${line}:${column} ${file}`;
}
