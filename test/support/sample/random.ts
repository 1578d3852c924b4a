/** A stream of numbers that is the same on every machine: the sample must not change from run to run. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items in random order. */
  some<T>(items: readonly T[], count: number): T[];
  /** Between the ends, mostly near the middle. */
  around(least: number, most: number): number;
}

/** One stream per topic, so that a change in one part of the sample does not affect the others. */
export function randomFor(topic: string): Random {
  let state = 2_166_136_261;
  for (let index = 0; index < topic.length; index += 1) {
    state = Math.imul(state ^ topic.charCodeAt(index), 16_777_619);
  }
  const next = () => {
    // mulberry32: 32 bits of state, enough for a sample and exact in integer arithmetic.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error(`nothing to pick from for ${topic}`);
    return item;
  };
  return {
    next,
    whole,
    pick,
    chance: (probability) => next() < probability,
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(whole(0, left.length - 1), 1),
      ).flat();
    },
    around: (least, most) => least + ((next() + next() + next()) / 3) * (most - least),
  };
}
