import { domainKinds, isOneOf, looseKinds, placeKinds, runningKinds, spoken } from '../kind-groups.js';
import type { Kind } from '../kinds.js';
import { verbEnds } from '../verb-ends.js';
import type { Verb } from '../verbs.js';
import { addAcceptance } from './add-acceptance.js';
import { addCluster } from './add-cluster.js';
import { type Addition, addElement } from './add-element.js';
import { addJourney } from './add-journey.js';
import { addRecord } from './add-record.js';
import { addServers } from './add-servers.js';
import { addView } from './add-view.js';
import { connect } from './connect.js';
import { type ElementInside, type Inside, insideOf, insides } from './draft.js';
import { endpointsOf } from './endpoints.js';
import { addRule } from './firewall-rules.js';
import { authorPosition } from './position.js';
import { complain } from './problems.js';

type Holder = Kind | 'site';
type Method = (this: unknown, ...given: unknown[]) => unknown;

const standing: readonly Kind[] = [...runningKinds, 'firewall'];

/** What can be created in what. */
function creatable(holder: Holder): readonly Kind[] {
  if (holder === 'site') return [...looseKinds, ...domainKinds, ...placeKinds, ...standing];
  if (holder === 'zone') return [...placeKinds, ...standing];
  if (holder === 'server') return standing;
  if (holder === 'region') return ['availabilityZone', 'failureDomain'];
  if (isOneOf(domainKinds, holder)) return ['failureDomain'];
  return isOneOf(runningKinds, holder) ? ['firewall'] : [];
}

/** A handle for what was added. Its methods are those of its kind: what a kind cannot do, it does not have. */
export function makeHandle(inside: Inside): object {
  const handle = Object.freeze(
    Object.create(prototypeOf(inside.kind), {
      kind: { value: inside.kind, enumerable: true },
      name: { value: inside.element?.name ?? inside.draft.name, enumerable: true },
    }),
  );
  insides.set(handle, inside);
  return handle;
}

const prototypes = new Map<Holder, object>();

function prototypeOf(holder: Holder): object {
  const made = prototypes.get(holder) ?? makePrototype(holder);
  prototypes.set(holder, made);
  return made;
}

function makePrototype(holder: Holder): object {
  const methods: Record<string, Method> = { accepts: method(addAcceptance) };
  for (const kind of creatable(holder)) methods[kind] = creation(kind);
  for (const [verb, { from }] of Object.entries(verbEnds)) {
    if (from.includes(holder as Kind)) methods[verb] = statement(verb as Verb);
  }
  Object.assign(methods, special(holder));
  const prototype = Object.create(null, Object.getOwnPropertyDescriptors(methods));
  Object.defineProperty(prototype, 'at', {
    get(this: unknown) {
      return endpointsOf(known(this) as ElementInside);
    },
  });
  return Object.freeze(prototype);
}

function special(holder: Holder): Record<string, Method> {
  if (holder === 'dns') return { record: method((inside, at, ...given) => makeHandle(addRecord(inside, given, at))) };
  if (holder === 'firewall') return { allows: rule('allow'), denies: rule('deny') };
  if (holder === 'zone') return { servers: method(servers) };
  if (holder !== 'site') return {};
  return {
    servers: method(servers),
    cluster: method((inside, at, ...given) => makeHandle(addCluster(inside, given, at))),
    journey: method(addJourney),
    view: method(addView),
  };
}

const servers: Action = (inside, at, ...given) => addServers(inside, given, at, makeHandle);

type Action = (inside: Inside, at: Addition['at'], ...given: unknown[]) => unknown;

function method(action: Action): Method {
  return function (...given) {
    return action(known(this), authorPosition(), ...given);
  };
}

function creation(kind: Kind): Method {
  return method((inside, at, name, facts) => {
    if (inside.members) {
      complain({ ...inside, at }, `A cluster holds no ${spoken(kind)}.`, 'Create it on each member: each(members).');
    }
    return makeHandle(addElement({ kind, name, facts, inside, at }));
  });
}

function statement(verb: Verb): Method {
  return method((inside, at, ...given) => connect(inside as ElementInside, verb, given, at));
}

function rule(action: 'allow' | 'deny'): Method {
  return method((inside, at, ...given) => addRule(inside as ElementInside, action, given, at));
}

function known(handle: unknown): Inside {
  const inside = insideOf(handle);
  if (inside) return inside;
  throw new TypeError(
    'Call it on its element, as in web.forwards(app): taken off its element it does not know whose it is.',
  );
}
