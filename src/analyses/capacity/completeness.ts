import type { DemandNetwork } from './demand-network.js';

/**
 * 1 where a variable's demand may be more than what is known of it: something that sends to it tells no figure, or is sent
 * to itself by something that does not. What nobody is shown to send anything to begins by itself, nobody knows how often.
 */
export function incompleteIn(network: DemandNetwork, runaway: Uint8Array): Uint8Array {
  const { variables, groups, received, components } = network;
  const incomplete = new Uint8Array(variables);
  const waiting: number[] = [];
  const mark = (variable: number): void => {
    if (incomplete[variable] === 1) return;
    incomplete[variable] = 1;
    waiting.push(variable);
  };
  const entered = enteredComponents(network);
  for (let variable = 0; variable < variables; variable += 1) {
    const component = components.of[variable]!;
    const isOrigin = received.start[variable] === received.start[variable + 1] || entered[component] === 0;
    if (isOrigin || runaway[component] === 1) mark(variable);
  }
  for (const { constant, factor, isPartial, arms } of groups) {
    if (isPartial || (constant === undefined && factor === undefined)) for (const { target } of arms) mark(target);
  }
  for (let variable = waiting.pop(); variable !== undefined; variable = waiting.pop()) {
    for (let index = network.sent.start[variable]!; index < network.sent.start[variable + 1]!; index += 1) {
      const { constant, factor, arms } = groups[network.sent.items[index]!]!;
      if (constant === undefined && factor !== 0) for (const { target } of arms) mark(target);
    }
  }
  return incomplete;
}

/** 1 where requests enter a component from outside, or are told inside it. */
function enteredComponents({ groups, components }: DemandNetwork): Uint8Array {
  const entered = new Uint8Array(components.count);
  for (const { source, constant, arms } of groups) {
    for (const { target } of arms) {
      const component = components.of[target]!;
      if (constant !== undefined || components.of[source] !== component) entered[component] = 1;
    }
  }
  return entered;
}
