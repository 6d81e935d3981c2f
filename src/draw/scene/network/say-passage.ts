import type { PassageReason } from '../../../analyses/network/result.js';
import type { Architecture, Flow, Listener } from '../../../graph/architecture.js';
import { verbs } from '../../../vocabulary/verbs.js';
import { protocolWords } from '../protocol-words.js';
import type { LineStyle } from '../scene.js';
import { shownName } from '../spoken.js';
import type { Line } from '../stroke.js';
import { groundOf } from './ground.js';

const styles: Readonly<Record<PassageReason['passage'], LineStyle>> = {
  open: 'passes',
  blocked: 'blocked',
  unknown: 'passage unknown',
};

/** A line by where its packets go, at which port, and whether they get there. */
export function sayPassage(flow: Flow, line: Line, listener: Listener | undefined, model: Architecture): Line {
  const reason = groundOf(model).passageOf(flow) ?? { passage: 'open' };
  const { sort } = verbs[flow.verb];
  return {
    style: styles[reason.passage],
    head: 'full',
    lock: reason.passage === 'unknown' ? 'question' : undefined,
    // Who administers comes in by the same doors as everybody.
    sort: flow.verb === 'administers' ? 'traffic' : sort,
    sideBySide: false,
    purpose: undefined,
    thin: false,
    label: [portWords(listener), reason.passage === 'blocked' ? 'blocked' : ''].filter(Boolean).join(' · '),
    short: listener?.port === undefined ? undefined : String(listener.port),
    phrase: line.phrase,
    encryption: '',
    spoken: passageWords(reason),
  };
}

function portWords(listener: Listener | undefined): string {
  if (!listener) return 'port not stated';
  return listener.port === undefined ? `${protocolWords(listener)} · port not stated` : protocolWords(listener);
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
