import { type Kind, traits } from '../../vocabulary/kinds.js';
import { verbEnds } from '../../vocabulary/verb-ends.js';
import type { Verb } from '../../vocabulary/verbs.js';
import type { Element } from '../architecture.js';
import { type Checked, quoted } from './report.js';

/** A flow starts from and ends at what its verb can, as it does for whoever writes it in TypeScript. */
export function checkEnds({ document, elementById, report }: Checked): void {
  const memberKinds = new Map(document.clusters.map(({ id, memberKind }) => [id, memberKind]));
  const endOf = (element: Element): End => readEnd(element, memberKinds.get(element.id));
  document.flows.forEach(({ verb, from, to, at }, index) => {
    const [source, target] = [elementById.get(from), elementById.get(to)];
    if (!source || !target) return;
    const wrong = misfit(verb, endOf(source), endOf(target));
    if (wrong) report(['flows', index, wrong.key], `'${verb}' cannot ${wrong.message}`, { hint: wrong.hint, at });
  });
}

interface End {
  readonly id: string;
  /** A cluster counts as its members' kind. */
  readonly kind: Kind;
  readonly inWords: string;
}

function readEnd({ id, kind }: Element, memberKind: Kind | undefined): End {
  const inWords = memberKind ? `a cluster of ${traits(memberKind).plural}` : `of the kind ${kind}`;
  return { id, kind: memberKind ?? kind, inWords: `${quoted(id)}, which is ${inWords}` };
}

interface Misfit {
  readonly key: 'from' | 'to';
  readonly message: string;
  readonly hint?: string;
}

function misfit(verb: Verb, source: End, target: End): Misfit | undefined {
  const { from, to: ends } = verbEnds[verb];
  if (!from.includes(source.kind)) {
    return { key: 'from', message: `start from ${source.inWords}`, hint: `'${verb}' starts from ${listed(from)}.` };
  }
  if (source.id === target.id) return { key: 'to', message: `end at ${quoted(target.id)}, where it starts` };
  // Data is copied to what keeps it in the same way.
  const to = verb === 'replicates' ? [source.kind] : ends;
  if (!to || to.includes(target.kind)) return undefined;
  const begin = verb === 'replicates' ? `From ${quoted(source.id)} '${verb}'` : `'${verb}'`;
  return { key: 'to', message: `end at ${target.inWords}`, hint: `${begin} ends at ${listed(to)}.` };
}

function listed(kinds: readonly Kind[]): string {
  const plurals = kinds.map((kind) => traits(kind).plural);
  const last = plurals.pop() ?? '';
  return plurals.length > 0 ? `${plurals.join(', ')} and ${last}` : last;
}
