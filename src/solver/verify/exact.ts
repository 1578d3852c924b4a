/** Why a certificate proves nothing. */
export class CertificateFlaw extends Error {
  constructor(readonly flaw: 'clique' | 'sign' | 'place' | 'number' | 'branch') {
    super(flaw);
  }
}

/** A sum of whole numbers, each within a double's exact range, whose total may exceed that range. */
export class ExactSum {
  private recent = 0;
  private older = 0n;

  get total(): bigint {
    return this.older + BigInt(this.recent);
  }

  add(amount: number): void {
    const sum = this.recent + exact(amount);
    if (Number.isSafeInteger(sum)) {
      this.recent = sum;
      return;
    }
    this.older += BigInt(this.recent);
    this.recent = amount;
  }

  /** Adds the least that a decision between `low` and `high` can contribute at this cost. */
  addLeast(cost: number, low: number, high: number): void {
    this.add(cost * (cost > 0 ? low : high));
  }
}

export function ceilOfQuotient(total: bigint, divisor: bigint): number {
  const quotient = total / divisor;
  const bound = total > 0n && quotient * divisor !== total ? quotient + 1n : quotient;
  return exact(Number(bound));
}

export function exactSum(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => exact(sum + exact(amount)), 0);
}

/** Returns the number, or throws: a sum or product of safe integers is exact if the result is safe. */
export function exact(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new CertificateFlaw('number');
  return amount;
}
