import { randomFrom } from '../../kernel/random.ts';

const STEPS = 2 ** 32;

/** Standard normal numbers, the same on every machine for the same seed (Box and Muller 1958). */
export function normalDraws(seed: number): () => number {
  const random = randomFrom(seed);
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const second = kept;
      kept = null;
      return second;
    }
    const radius = Math.sqrt(-2 * Math.log((random.below(STEPS) + 0.5) / STEPS));
    const angle = (2 * Math.PI * random.below(STEPS)) / STEPS;
    kept = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
