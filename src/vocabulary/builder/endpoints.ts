import { type ElementInside, insides } from './draft.js';
import { authorPosition } from './position.js';
import { complain, didYouMean, quoted } from './problems.js';

/** `web.at.plain`: the listeners of an element by name. A name that none has becomes a problem where it is read. */
export function endpointsOf(inside: ElementInside): object {
  const names = (inside.element.listeners ?? []).map(({ name }) => name).filter((name) => name !== '');
  const endpoints = Object.fromEntries(names.map((name) => [name, makeEndpoint(inside, name)]));
  return new Proxy(Object.freeze(endpoints), {
    get(_, name) {
      if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
      if (names.includes(name)) return endpoints[name];
      complainOf(inside, name, names);
      return makeEndpoint(inside, name);
    },
  });
}

function complainOf({ draft, element }: ElementInside, name: string, names: string[]): void {
  const known = names.length === 0 ? 'it has none with a name' : `it has ${names.map(quoted).join(', ')}`;
  const message = `${quoted(element.name)} has no listener ${quoted(name)}: ${known}.`;
  complain({ draft, at: authorPosition() }, message, didYouMean(name, names));
}

function makeEndpoint(inside: ElementInside, listener: string): object {
  const endpoint = Object.freeze({ kind: inside.kind, listener });
  insides.set(endpoint, { ...inside, listener });
  return endpoint;
}
