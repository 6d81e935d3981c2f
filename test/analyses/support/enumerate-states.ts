/** What all 2^n states of n independent events come to. */
export interface Enumeration {
  readonly unavailability: number;
  /** By event: the probability of the states in which it decides. */
  readonly birnbaum: readonly number[];
  /** The probability that a minimal cut set with one of these events (as bits) has occurred. */
  cut(events: number): number;
}

/** Goes through every state, an event to a bit, as slowly as the definitions read. */
export function enumerateStates(shares: readonly number[], isBroken: (state: number) => boolean): Enumeration {
  const states = 2 ** shares.length;
  const broken = Uint8Array.from({ length: states }, (_, state) => (isBroken(state) ? 1 : 0));
  const cutting = cutsWithin(broken, shares.length);
  return {
    unavailability: probability(shares, (state) => broken[state] === 1),
    birnbaum: shares.map((_, event) => {
      const bit = 1 << event;
      const others = shares.map((share, index) => (index === event ? 1 : share));
      return probability(others, (state) => broken[state] === 1 && broken[state & ~bit] === 0);
    }),
    cut: (events) => probability(shares, (state) => (cutting[state]! & events) !== 0),
  };
}

/** For each state, the events that are in some minimal cut set within it. */
function cutsWithin(broken: Uint8Array, count: number): Uint32Array {
  const cuts = new Uint32Array(broken.length);
  for (const [state, isBroken] of broken.entries()) {
    let isMinimal = isBroken === 1;
    for (let event = 0; event < count; event += 1) {
      const without = state & ~(1 << event);
      if (without === state) continue;
      cuts[state]! |= cuts[without]!;
      if (broken[without] === 1) isMinimal = false;
    }
    if (isMinimal) cuts[state]! |= state;
  }
  return cuts;
}

/** Split at one event after the other, so that sums stay short and every term is positive. */
function probability(shares: readonly number[], holds: (state: number) => boolean): number {
  const split = (event: number, state: number): number => {
    if (event === shares.length) return holds(state) ? 1 : 0;
    const share = shares[event]!;
    return share * split(event + 1, state | (1 << event)) + (1 - share) * split(event + 1, state);
  };
  return split(0, 0);
}
