import type { ArchitectureDocument, ElementId } from '../../../src/graph/architecture.js';

type Lists = Pick<ArchitectureDocument, 'elements' | 'flows' | 'pools' | 'clusters' | 'journeys' | 'waivers'>;

/** The same without some elements, what stands in them, and everything that names them. */
export function withoutElements(document: ArchitectureDocument, ids: readonly ElementId[]): Lists {
  const absent = ids.find((id) => !document.elements.some((element) => element.id === id));
  if (absent !== undefined) throw new Error(`there is no '${absent}'`);
  const gone = new Set<string>(ids);
  for (const { id, parent } of document.elements) if (parent !== undefined && gone.has(parent)) gone.add(id);
  for (const { id, members } of document.clusters) if (members.every((member) => gone.has(member))) gone.add(id);
  for (const { id, from, to } of document.flows) if (gone.has(from) || gone.has(to)) gone.add(id);
  const { elements, flows, pools, clusters, journeys, waivers } = document;
  return without({ elements, flows, pools, clusters, journeys, waivers }, '', gone) as Lists;
}

/** Where ids stand; the same word elsewhere is none. */
const naming: ReadonlySet<string> = new Set(
  'id parent from to element by through standsIn keptIn writer as certificate keyHeldBy members flows pool nameServers'.split(
    ' ',
  ),
);

/** What makes no sense once one of these is gone. */
const essential: readonly string[] = ['id', 'from', 'to', 'element', 'by', 'members', 'flows'];

function without(value: unknown, key: string, gone: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return naming.has(key) && gone.has(value) ? undefined : value;
  if (Array.isArray(value)) {
    const kept = value.map((one) => without(one, key, gone)).filter((one) => one !== undefined);
    return kept.length === 0 && value.length > 0 && naming.has(key) ? undefined : kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, without(inner, name, gone)] as const);
  if (entries.some(([name, inner]) => inner === undefined && essential.includes(name))) return undefined;
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}
