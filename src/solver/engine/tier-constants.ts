import { loadPrice } from '../model/load-price.ts';
import type { MonthModel } from '../model/month-model.ts';
import type { Tier } from '../problem.ts';

/** What a tier costs when nobody is sent and every seat is filled; the cost of the columns is added to it. */
export function tierConstant(model: MonthModel, tier: Tier): number {
  if (tier === 'fairness') return model.specialists.reduce((sum, specialist) => sum + loadPrice(specialist, 0), 0);
  return tier === 'stability' ? model.lostStability : 0;
}

/** Whether no column has a cost in this tier, so that every plan is equally good. */
export function isFlat({ seatValues, specialists, pairs, company }: MonthModel, tier: Tier): boolean {
  switch (tier) {
    case 'coverage':
      return seatValues.every((values) => values.every((value) => value === 0));
    case 'fairness':
      return specialists.length === 0;
    case 'quality':
      return company.together.length === 0 && pairs.quality.every((cost) => cost === 0);
    case 'stability':
      return pairs.stability.every((cost) => cost === 0);
    case 'linkage':
      return pairs.linkage.every((cost) => cost === 0);
  }
}
