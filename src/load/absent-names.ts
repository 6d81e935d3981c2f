/** Known of Node, browsers and other engines; in a model they do not exist. By name: why not. */
export const absentNames: ReadonlyMap<string, string> = new Map([
  ...['process', 'require', 'module', 'exports', '__dirname', '__filename', 'Buffer', 'global'].map(ofNode),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'URL', 'URLSearchParams', 'crypto', 'structuredClone'].map(ofHost),
  ...['window', 'document', 'navigator', 'localStorage', 'Intl', 'TextEncoder', 'TextDecoder', 'atob', 'btoa'].map(
    ofHost,
  ),
  ...['setTimeout', 'setInterval', 'setImmediate', 'performance', 'Temporal'].map(ofClock),
  ['console', 'A model prints nothing: what it has to say is what it exports.'],
]);

function ofNode(name: string): [string, string] {
  return [name, `A model runs in a sandbox without Node: there is no ${name}, no environment, no files.`];
}

function ofHost(name: string): [string, string] {
  return [name, `A model runs in a sandbox with the language alone: there is no ${name}, no network, no browser.`];
}

function ofClock(name: string): [string, string] {
  return [name, `A model runs in a sandbox without a clock: there is no ${name}.`];
}
