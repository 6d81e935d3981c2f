import type { Element, ElementId, SourcePosition } from '../architecture.js';
import { type Checked, type JsonPath, quoted } from './report.js';

/** Flows and rules name listeners that their targets have. */
export function checkListeners(checked: Checked): void {
  const { flows, elements } = checked.document;
  const expect = existence(checked);
  for (const [index, { to, listener, at }] of flows.entries()) expect(['flows', index, 'listener'], to, listener, at);
  for (const [index, { rules = [], at }] of elements.entries()) {
    for (const [place, { to }] of rules.entries()) {
      for (const [number, end] of to.entries()) {
        if (!('element' in end)) continue;
        expect(['elements', index, 'rules', place, 'to', number, 'listener'], end.element, end.listener, at);
      }
    }
  }
}

/** Of more, nobody reads all. */
const mostNames = 20;

type Expect = (path: JsonPath, target: ElementId, listener: string | undefined, at: SourcePosition | undefined) => void;

function existence({ elementById, report, nearest: nearestOf }: Checked): Expect {
  return (path, id, listener, at) => {
    const target = elementById.get(id);
    if (!target || listener === undefined || answersWithOthers(target)) return;
    const names = (target.listeners ?? []).map(({ name }) => name);
    if (names.includes(listener)) return;
    const nearest = nearestOf(listener, names);
    const known = names.slice(0, mostNames).map(quoted).join(', ');
    const hint =
      nearest !== undefined ? `Did you mean ${quoted(nearest)}?` : known === '' ? undefined : `It has ${known}.`;
    report(path, `${quoted(id)} has no listener ${quoted(listener)}`, { hint, at });
  };
}

/** Records and clusters answer with the listeners of what stands behind them. */
function answersWithOthers({ kind }: Element): boolean {
  return kind === 'record' || kind === 'cluster';
}
