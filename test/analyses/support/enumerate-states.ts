/** What all 2^n states of n independent events come to. */
export interface Enumeration {
  readonly unavailability: number;
  /** By event: how much more probable the break is with it than without. */
  readonly birnbaum: readonly number[];
  /** By event: whether it decides in any state. */
  readonly decides: readonly boolean[];
  /** The probability that one of these events (as bits) decides in the state, or in some of what has happened in it. */
  cut(events: number): number;
}

/** Goes through every state, an event to a bit, as slowly as the definitions read. */
export function enumerateStates(shares: readonly number[], isBroken: (state: number) => boolean): Enumeration {
  const states = 2 ** shares.length;
  const broken = Uint8Array.from({ length: states }, (_, state) => (isBroken(state) ? 1 : 0));
  const cutting = decidingWithin(broken, shares.length);
  return {
    unavailability: probability(shares, (state) => broken[state] === 1),
    birnbaum: shares.map((_, event) => {
      const bit = 1 << event;
      const others = shares.map((share, index) => (index === event ? 1 : share));
      const share = (by: number) => probability(others, (state) => broken[state]! - broken[state & ~bit]! === by);
      return share(1) - share(-1);
    }),
    decides: shares.map((_, event) => broken.some((isBroken, state) => isBroken !== broken[state & ~(1 << event)])),
    cut: (events) => probability(shares, (state) => (cutting[state]! & events) !== 0),
  };
}

/**
 * For each state, the events that decide in it or in some state within it: where more failures never mend anything, those
 * that are in some minimal cut set.
 */
function decidingWithin(broken: Uint8Array, count: number): Uint32Array {
  const deciding = new Uint32Array(broken.length);
  for (const [state, isBroken] of broken.entries()) {
    for (let event = 0; event < count; event += 1) {
      const without = state & ~(1 << event);
      if (without === state) continue;
      deciding[state]! |= deciding[without]!;
      if (isBroken === 1 && broken[without] === 0) deciding[state]! |= 1 << event;
    }
  }
  return deciding;
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
