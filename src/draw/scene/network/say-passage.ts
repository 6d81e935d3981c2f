import type { PassageReason } from '../../../analyses/network/result.js';
import type { Architecture, Flow, Listener } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { protocolAndPort } from '../protocol-words.js';
import type { LineStyle } from '../scene.js';
import { shownName } from '../spoken.js';
import type { Line } from '../stroke.js';
import { portOf } from './exposed.js';
import { groundOf } from './ground.js';

const styles: Readonly<Record<PassageReason['passage'], LineStyle>> = {
  open: 'passes',
  blocked: 'blocked',
  unknown: 'untold',
};

/** A line by where its packets go, at which port, and whether they get there. */
export function sayPassage(flow: Flow, line: Line, listener: Listener | undefined, model: Architecture): Line {
  const told = groundOf(model).passageOf(flow);
  const said = lineThatIs(told, flow, line, listener);
  if (told?.passage !== 'blocked' || told.guard === undefined) return said;
  const before = lineThatIs({ passage: 'open' }, flow, line, listener);
  return { ...said, stopped: { by: told.guard.id, before: { ...before, spoken: said.spoken } } };
}

function lineThatIs(told: PassageReason | undefined, flow: Flow, line: Line, listener: Listener | undefined): Line {
  const { passage } = told ?? { passage: 'open' };
  const { sort } = verbs[flow.verb];
  const port = portWords(listener, told);
  return {
    style: styles[passage],
    head: sort === 'replication' ? 'diamond' : 'full',
    lock: passage === 'unknown' ? 'question' : undefined,
    // Who administers comes in by the same doors as everybody.
    sort: flow.verb === 'administers' ? 'traffic' : sort,
    sideBySide: false,
    purpose: undefined,
    thin: false,
    label: passage === 'blocked' ? `${port} · blocked` : port,
    short: listener && portOf(listener),
    phrase: told ? line.phrase : 'may send packets to',
    encryption: '',
    spoken: told ? passageWords(told) : 'gets through, and no connection of the model uses it',
  };
}

/** What leads from the internet and no flow says is open beside what is used. */
function portWords(listener: Listener | undefined, told: PassageReason | undefined): string {
  if (told) return listener ? protocolAndPort(listener) : 'port not stated';
  return `${listener ? protocolAndPort(listener) : 'any port'} · unused`;
}

function passageWords({ passage, guard, rule, onReturn }: PassageReason): string {
  if (passage === 'open') return 'gets through';
  const name = guard && `'${shownName(guard)}'`;
  if (passage === 'unknown') {
    return `it is not known whether it gets through${name ? `, as ${name} does not tell` : ''}`;
  }
  const way = onReturn ? ' on the way back' : '';
  const by = rule === undefined ? 'no rule lets it through' : `rule ${rule + 1} denies it`;
  return name ? `blocked${way} by ${name}, where ${by}` : `blocked${way}`;
}
