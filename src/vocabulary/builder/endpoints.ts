import { type Inside, insides } from './draft.js';
import { didYouMean } from './nearest.js';
import { authorPosition } from './position.js';
import { complain, quoted } from './problems.js';

/** `web.at.plain`: the listeners of an element by name. A name that none has becomes a problem where it is read. */
export function endpointsOf(inside: Inside): object {
  const names = (inside.element?.listeners ?? []).map(({ name }) => name).filter((name) => name !== '');
  return new Proxy(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined;
        if (!names.includes(name)) complainOfListener(inside, name, names);
        return makeEndpoint(inside, name);
      },
      has: (_, name) => typeof name === 'string' && names.includes(name),
      set: () => false,
      ownKeys: () => names,
      getOwnPropertyDescriptor: (_, name) =>
        typeof name === 'string' && names.includes(name)
          ? { configurable: true, enumerable: true, value: makeEndpoint(inside, name) }
          : undefined,
    },
  );
}

function complainOfListener(inside: Inside, name: string, names: string[]): void {
  const has = names.length === 0 ? 'it has none that is named' : `it has ${names.map(quoted).join(', ')}`;
  complain(
    inside.draft,
    authorPosition(),
    `${quoted(inside.element?.name)} has no listener ${quoted(name)}: ${has}.`,
    didYouMean(name, names),
  );
}

function makeEndpoint(inside: Inside, listener: string): object {
  const endpoint = Object.freeze({ kind: inside.kind, listener });
  insides.set(endpoint, { ...inside, listener });
  return endpoint;
}
