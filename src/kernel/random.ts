export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  /** True with a probability of `percent` per cent. */
  chance(percent: number): boolean;
}

/** Mulberry32: the same numbers on every machine for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    below: (limit) => Math.floor((next() / 2 ** 32) * limit),
    chance: (percent) => next() / 2 ** 32 < percent / 100,
  };
}
