import type { Architecture, SourcePosition } from '../graph/architecture.js';

/** What an edit touches, in the order of the models. */
export interface Touched {
  readonly noun: 'element' | 'flow' | 'statement';
  /** Ids of elements and flows; rules and waivers in words. */
  readonly names: readonly string[];
}

/** The elements, else the flows, else the rules and waivers that the calls at these positions made. */
export function touchedBy(places: readonly SourcePosition[], models: readonly Architecture[]): Touched {
  const keys = new Set(places.map(keyOf));
  const isThere = ({ at }: { readonly at?: SourcePosition }): boolean => at !== undefined && keys.has(keyOf(at));
  const found = (ids: (model: Architecture) => readonly string[]): readonly string[] => [
    ...new Set(models.flatMap(ids)),
  ];
  const elements = found((model) => model.elements.filter(isThere).map(({ id }) => id));
  if (elements.length > 0) return { noun: 'element', names: elements };
  const flows = found((model) => model.flows.filter(isThere).map(({ id }) => id));
  if (flows.length > 0) return { noun: 'flow', names: flows };
  return { noun: 'statement', names: found((model) => rulesThere(model, isThere)) };
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
