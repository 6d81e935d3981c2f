import type {
  ArchitectureDocument,
  ArchitectureFacts,
  Element,
  ElementFacts,
  ElementId,
  FirewallRule,
  Flow,
  FlowFacts,
  Listener,
} from '../../../src/graph/architecture.js';
import type { Day } from '../../../src/vocabulary/units.js';
import { withoutElements } from './remove.js';

export type GoodModel = 'small' | 'shop' | 'cloud';

type Changeable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A good model while it is being spoilt. Names what is not there: an error. */
export interface Spoilt {
  readonly document: Changeable<ArchitectureDocument>;
  model(facts: { readonly [F in keyof ArchitectureFacts]: ArchitectureFacts[F] | undefined }): void;
  /** Changes facts of an element; `undefined` takes one away. */
  element(id: string, facts: { readonly [F in keyof ElementFacts]?: ElementFacts[F] | undefined }): void;
  /** Changes facts of every flow between two elements. */
  flow(
    from: string,
    verb: Flow['verb'],
    to: string,
    facts: { readonly [F in keyof FlowFacts]?: FlowFacts[F] | undefined },
  ): void;
  listener(id: string, name: string, change: (listener: Listener) => Listener): void;
  rules(firewall: string, change: (rules: readonly FirewallRule[]) => readonly FirewallRule[]): void;
  add(element: Element): void;
  move(id: string, parent: string): void;
  addFlow(flow: Omit<Flow, 'id' | 'facts'> & { readonly facts?: FlowFacts }): void;
  /** Takes away elements, with what stands in them, and the flows, rules, memberships and facts that name them. */
  remove(...ids: readonly ElementId[]): void;
  removeFlows(wanted: (flow: Flow) => boolean): void;
  /** Lets flows lead elsewhere, with all that was said of them. */
  redirect(wanted: (flow: Flow) => boolean, to: Partial<Pick<Flow, 'from' | 'to' | 'listener'>>): void;
}

export interface Mutation {
  readonly of: GoodModel;
  /** Facts that are added first, so that the rule can ask; it must not speak yet. */
  prepare?(spoilt: Spoilt): void;
  spoil(spoilt: Spoilt): void;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly today?: Day;
  /** Other rules with findings above low, each with the reason why they belong to the same fault. */
  readonly beside?: Readonly<Record<string, string>>;
}

export type Mutations = Readonly<Record<string, Mutation>>;

export function spoiltBy(good: ArchitectureDocument, spoil: Mutation['spoil']): ArchitectureDocument {
  const document: Changeable<ArchitectureDocument> = structuredClone(good);
  const before = JSON.stringify(document);
  spoil(spoilt(document));
  if (JSON.stringify(document) === before) throw new Error('the mutation changes nothing');
  return document;
}

function spoilt(document: Changeable<ArchitectureDocument>): Spoilt {
  return {
    document,
    model: (facts) => {
      document.facts = changed(document.facts, facts);
    },
    element: (id, facts) => {
      document.elements = replaced(
        document.elements,
        (one) => one.id === id,
        (one) => {
          return { ...one, facts: changed(one.facts, facts) };
        },
        id,
      );
    },
    flow: (from, verb, to, facts) => {
      const isMeant = (flow: Flow) => flow.from === from && flow.verb === verb && flow.to === to;
      document.flows = replaced(
        document.flows,
        isMeant,
        (flow) => {
          return { ...flow, facts: changed(flow.facts, facts) };
        },
        `${from} ${verb} ${to}`,
      );
    },
    listener: (id, name, change) => {
      document.elements = replaced(
        document.elements,
        (one) => one.id === id,
        (one) => {
          const listeners = replaced(
            one.listeners ?? [],
            (listener) => listener.name === name,
            change,
            `${id}@${name}`,
          );
          return { ...one, listeners };
        },
        id,
      );
    },
    rules: (firewall, change) => {
      document.elements = replaced(
        document.elements,
        (one) => one.id === firewall,
        (one) => {
          return { ...one, rules: change(one.rules ?? []) };
        },
        firewall,
      );
    },
    add: (element) => {
      document.elements = [...document.elements, element];
    },
    move: (id, parent) => {
      document.elements = replaced(
        document.elements,
        (one) => one.id === id,
        (one) => {
          return { ...one, parent };
        },
        id,
      );
    },
    addFlow: ({ from, verb, to, facts = {}, ...rest }) => {
      document.flows = [...document.flows, { id: `${from} ${verb} ${to}`, from, verb, to, facts, ...rest }];
    },
    remove: (...ids) => {
      Object.assign(document, withoutElements(document, ids));
    },
    removeFlows: (wanted) => {
      const removed = document.flows.filter(wanted).map(({ id }) => id);
      if (removed.length === 0) throw new Error('there is no such flow');
      document.flows = document.flows.filter(({ id }) => !removed.includes(id));
      const pools = document.pools.map((pool) => ({
        ...pool,
        flows: pool.flows.filter((id) => !removed.includes(id)),
      }));
      document.pools = pools.filter(({ flows }) => flows.length > 0);
    },
    redirect: (wanted, to) => {
      document.flows = replaced(document.flows, wanted, (flow) => ({ ...flow, ...to }), 'such flow');
    },
  };
}

function changed<Facts extends object>(
  facts: Facts,
  change: { readonly [F in keyof Facts]?: Facts[F] | undefined },
): Facts {
  const entries = Object.entries({ ...facts, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Facts;
}

function replaced<T>(
  list: readonly T[],
  isMeant: (item: T) => boolean,
  change: (item: T) => T,
  what: string,
): readonly T[] {
  if (!list.some(isMeant)) throw new Error(`there is no '${what}'`);
  return list.map((item) => (isMeant(item) ? change(item) : item));
}
