import type { ArchitectureFacts, Site } from '../kinds/site.js';
import type { Draft } from './draft.js';
import { makeHandle } from './handles.js';
import { nameProblem } from './names.js';
import { authorPosition } from './position.js';
import { complain, quoted } from './problems.js';
import { readFacts } from './read-facts.js';

/** Begins a model. Everything else is created from what comes back. */
export function architecture(name: string, facts?: ArchitectureFacts): Site {
  const at = authorPosition();
  const wrong = nameProblem(name);
  const draft: Draft = {
    name: wrong === undefined ? name : '?',
    facts: {},
    at,
    elements: new Map(),
    flows: [],
    pools: [],
    clusters: [],
    journeys: [],
    waivers: [],
    views: [],
    problems: [],
    wanted: new Map(),
    ports: new Map(),
  };
  if (wrong !== undefined) complain({ draft, at }, `The name of an architecture ${wrong}.`);
  draft.facts = readFacts(facts, { draft, at, of: quoted(name) });
  return makeHandle({ draft, kind: 'site' }) as Site;
}
