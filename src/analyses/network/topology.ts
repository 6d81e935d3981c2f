import type { Architecture, Element } from '../../graph/architecture.js';
import { type AddressSpace, addressSpaceOf } from './address-space.js';
import { type GuardsIn, guardsByContainer } from './borders.js';
import { type CompiledEnd, compileRules, type Side } from './compiled-guard.js';
import { type GuardTable, tableOf } from './guard-table.js';
import { insideAddresses } from './inside-addresses.js';
import type { Passage } from './result.js';
import { type Translations, translationsIn } from './translations.js';

/** What every question about packets stands on, made once for a model. */
export interface Topology {
  readonly model: Architecture;
  readonly space: AddressSpace;
  readonly guardsIn: GuardsIn;
  /** The model tells all of its firewalls: where none stands, none is. */
  readonly tellsAll: boolean;
  readonly translations: Translations;
  table(guard: Element, side: Side): GuardTable;
}

const known = new WeakMap<Architecture, Topology>();

export function topologyOf(model: Architecture): Topology {
  const before = known.get(model);
  if (before) return before;
  const made = makeTopology(model);
  known.set(model, made);
  return made;
}

function makeTopology(model: Architecture): Topology {
  const space = addressSpaceOf(model);
  const tellsAll = model.facts.complete?.includes('firewalls') === true;
  const translations = translationsIn(model, space);
  const inside = insideAddresses(model, space, translations);
  const ground = { model, space, inside, ends: new Map<string, CompiledEnd>() };
  const tables: { readonly [side in Side]: Map<Element, GuardTable> } = { incoming: new Map(), outgoing: new Map() };

  function table(guard: Element, side: Side): GuardTable {
    const before = tables[side].get(guard);
    if (before) return before;
    const rules = compileRules(ground, guard);
    for (const one of ['incoming', 'outgoing'] as const) {
      const made = tableOf(model, guard, one, rules, byDefault(guard, one));
      tables[one].set(guard, made);
    }
    return tables[side].get(guard)!;
  }

  return {
    model,
    space,
    guardsIn: guardsByContainer(model),
    tellsAll,
    translations,
    table,
  };
}

/** A side without a word about it is undeclared, even where the model tells of all of its firewalls. */
function byDefault({ facts }: Element, side: Side): Passage {
  const policy = facts[side];
  if (policy === 'deny') return 'blocked';
  return policy === 'allow' ? 'open' : 'unknown';
}
