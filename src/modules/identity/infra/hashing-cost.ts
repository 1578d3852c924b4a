/** The cost of one password hash; guessing passwords has the same cost per guess. */
export interface HashingCost {
  /** In KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Argon2id with the OWASP minimum: 19 MiB, two passes, one lane. */
export const OWASP_COST: HashingCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const HASHING_COST = Symbol('HashingCost');
