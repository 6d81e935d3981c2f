import type { ArchitectureDocument } from '../graph/architecture.js';
import type { Problem } from '../graph/problem.js';
import { type Draft, insideOf } from './builder/draft.js';
import { complain, quoted, takeStrayProblems, thrownMessage } from './builder/problems.js';
import { type Environment, environments } from './environments.js';

/** What a module's default export holds, and every mistake in it, each with its place in the source. */
export interface Collection {
  /** The architectures without mistakes, in the order of the export. */
  readonly documents: ArchitectureDocument[];
  readonly problems: Problem[];
}

interface Exported {
  readonly draft: Draft;
  /** The key under which it was exported. */
  readonly key?: string;
}

/**
 * Reads a module's default export: an architecture, or an object of architectures by environment. Positions are those of the
 * running engine. Never throws.
 */
export function collect(exported: unknown): Collection {
  // What was written outside any architecture may be missing from each of them.
  const stray = takeStrayProblems();
  const problems = [...stray];
  try {
    const found = architecturesOf(exported, problems);
    refuseTwins(found);
    problems.push(...[...new Set(found.map(({ draft }) => draft))].flatMap((draft) => draft.problems));
    const whole = stray.length > 0 ? [] : found.filter(({ draft }) => draft.problems.length === 0);
    return { documents: whole.map(toDocument), problems };
  } catch (thrown) {
    problems.push({ message: `The default export cannot be read: ${thrownMessage(thrown)}.`, hint: howToExport });
    return { documents: [], problems };
  }
}

const howToExport =
  'End the file with `export default site;`, or with `export default { production: …, staging: … };`.';

function architecturesOf(exported: unknown, problems: Problem[]): Exported[] {
  const site = siteOf(exported);
  if (site) return [{ draft: site }];
  if (exported === undefined) return refuse('The module has no default export.', problems);
  if (typeof exported !== 'object' || !exported || described(exported) !== 'an object') {
    return refuse(`The default export must be an architecture, not ${described(exported)}.`, problems);
  }
  const found = Object.keys(exported).flatMap((key) => {
    const value = (exported as Record<string, unknown>)[key];
    const draft = siteOf(value);
    if (draft) return { draft, key };
    return refuse(`The default export's ${quoted(key)} must be an architecture, not ${described(value)}.`, problems);
  });
  return found.length > 0 || problems.length > 0 ? found : refuse('The default export is an empty object.', problems);
}

function siteOf(value: unknown): Draft | undefined {
  const inside = insideOf(value);
  return inside?.kind === 'site' ? inside.draft : undefined;
}

function described(value: unknown): string {
  if (insideOf(value)) return 'one of its elements';
  if (Array.isArray(value)) return 'an array';
  return value instanceof Promise ? 'a promise' : quoted(value);
}

function refuse(message: string, problems: Problem[]): [] {
  problems.push({ message, hint: howToExport });
  return [];
}

/** Two architectures of one name are told apart by their environments. */
function refuseTwins(found: readonly Exported[]): void {
  const names = new Set<string>();
  for (const one of found) {
    const name = JSON.stringify([one.draft.name, environmentOf(one)]);
    if (names.has(name)) {
      complain(
        { draft: one.draft, at: one.draft.at },
        `Two of the exported architectures are called ${quoted(one.draft.name)} and stand for the same environment.`,
        'Give them different names, or export them as { production: …, staging: … }.',
      );
    }
    names.add(name);
  }
}

function environmentOf({ draft, key }: Exported): Environment | undefined {
  return draft.facts.environment ?? environments.find((word) => word === key);
}

function toDocument(exported: Exported): ArchitectureDocument {
  const { draft } = exported;
  const environment = environmentOf(exported);
  return {
    format: 'stanchion-architecture',
    version: 1,
    name: draft.name,
    facts: { ...draft.facts, ...(environment === undefined ? {} : { environment }) },
    elements: [...draft.elements.values()],
    flows: draft.flows,
    pools: draft.pools,
    clusters: draft.clusters,
    journeys: draft.journeys,
    waivers: draft.waivers,
    ...(draft.views.length > 0 && { views: draft.views }),
    ...(draft.at ? { at: draft.at } : {}),
  };
}
