import { createHash } from 'node:crypto';
import { randomFrom } from '../kernel/random.ts';

/** Random choices that are the same on every machine for the same topic. */
export interface Seeded {
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** Between the ends, mostly near the middle. */
  around(least: number, most: number): number;
  /** True with a probability of 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Up to `count` different items, in random order. */
  some<T>(items: readonly T[], count: number): T[];
}

export function seededBy(topic: string): Seeded {
  const random = randomFrom(createHash('sha256').update(topic).digest().readUInt32BE());
  const whole = (least: number, most: number) => least + random.below(most - least + 1);
  const share = () => whole(0, 1000) / 1000;
  return {
    whole,
    around: (least, most) => least + ((share() + share() + share()) / 3) * (most - least),
    chance: (probability) => random.chance(probability * 100),
    pick: (items) => items[random.below(items.length)] ?? items[0],
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(random.below(left.length), 1),
      ).flat();
    },
  };
}
