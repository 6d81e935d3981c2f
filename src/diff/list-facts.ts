import type { Architecture } from '../graph/architecture.js';
import { type Clean, factWords } from './fact-words.js';
import type { FactChange } from './model-diff.js';

/** A list is no report: of the rules of a firewall the first that came and the first that went, and how many more there are. */
const mostRules = 5;

/** Each change of a fact in words. Of rules those that came stand before those that went: they may let somebody in. */
export function listFacts(
  before: Architecture,
  after: Architecture,
  facts: readonly FactChange[],
  clean: Clean,
): readonly string[] {
  const told = (list: readonly FactChange[]) => list.map((fact) => factWords(before, after, fact, clean));
  const come = facts.filter(({ path, before: was }) => path === 'rules' && was === undefined);
  const gone = facts.filter(({ path, after: is }) => path === 'rules' && is === undefined);
  const order = facts.filter(({ path }) => path === 'rules.order');
  const listed = new Set([...come, ...gone, ...order]);
  return [
    ...told(facts.filter((fact) => !listed.has(fact))),
    ...told(come.slice(0, mostRules)),
    ...moreRules(come.length - mostRules, 'new'),
    ...told(gone.slice(0, mostRules)),
    ...moreRules(gone.length - mostRules, 'gone'),
    ...told(order),
  ];
}

function moreRules(number: number, became: 'new' | 'gone'): readonly string[] {
  const noun = number === 1 ? 'rule' : 'rules';
  if (number <= 0) return [];
  return [became === 'new' ? `and ${number} more new ${noun}` : `and ${number} more ${noun} gone`];
}
