import type { Access } from './statements.js';
import { always, type NodePair } from './working.js';

/** One way that a group's requests can take: to a variable, while one of the nodes works. */
export interface Arm extends NodePair {
  readonly target: number;
  readonly weight: number;
  /** The number of the flow that carries it; -1: none does. */
  readonly flow: number;
}

/**
 * Requests that a variable sends together: `constant` requests per second, or `factor` for each that arrives at it
 * (neither: unknown). `share` divides them over the arms that work, `first` gives them all to the first that does.
 */
export interface Group {
  readonly source: number;
  readonly sender: NodePair;
  readonly access: Access;
  readonly constant?: number;
  readonly factor?: number;
  /** The constant is a lower bound only. */
  readonly isPartial?: boolean;
  readonly policy: 'share' | 'first';
  readonly arms: readonly Arm[];
}

/**
 * The equations of demand as they are written down. A variable is an element, by its number, or a junction after these:
 * requests on their way to a group, by a name or to a primary with replicas, before it is decided who takes them.
 */
export interface DemandDraft {
  readonly groups: readonly Group[];
  add(group: Group): void;
  /** A junction with these arms; one that is alike is used again. `counts`: the element whose demand it is as well. */
  junction(counts: number, access: Access, policy: Group['policy'], arms: readonly Arm[]): number;
  /** A junction that hands all it gets to each of these. */
  split(access: Access, targets: readonly number[]): number;
  variables(): number;
}

export function draftDemand(elements: number): DemandDraft {
  const groups: Group[] = [];
  const known = new Map<string, number>();
  let variables = elements;

  function hand(source: number, access: Access, target: number): void {
    const arms = [{ ...always, target, weight: 1, flow: -1 }];
    groups.push({ source, sender: always, access, factor: 1, policy: 'share', arms });
  }

  function junction(counts: number, access: Access, policy: Group['policy'], arms: readonly Arm[]): number {
    const key = `${counts} ${access} ${policy} ${arms.map(keyOfArm).join(' ')}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = variables;
    variables += 1;
    known.set(key, made);
    if (counts >= 0) hand(made, access, counts);
    if (arms.length > 0) groups.push({ source: made, sender: always, access, factor: 1, policy, arms });
    return made;
  }

  return {
    groups,
    add: (group) => groups.push(group),
    junction,
    split(access, targets) {
      const key = `split ${access} ${targets.join(' ')}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const made = variables;
      variables += 1;
      known.set(key, made);
      for (const target of targets) hand(made, access, target);
      return made;
    },
    variables: () => variables,
  };
}

function keyOfArm({ target, weight, flow, read, write }: Arm): string {
  return `${target},${weight},${flow},${read},${write}`;
}
