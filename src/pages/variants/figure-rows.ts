import type { PlanHeader, VariantFacts, VariantFigures } from '../../modules/planning/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { FigureRow } from './variants.view.ts';

/** A plan with what it is compared by. */
export interface MeasuredPlan {
  readonly header: Pick<PlanHeader, 'handMade' | 'status' | 'isVerified' | 'isChosen'>;
  readonly figures: VariantFigures;
  readonly differs: VariantFacts['differs'];
}

/** A figure of each variant, how to say it, and whether less or more of it is better; null where neither is. */
interface Figure {
  readonly label: Sentence;
  readonly help?: Sentence;
  readonly better: 'less' | 'more' | null;
  readonly of: (variant: MeasuredPlan) => { readonly rank: number | null; readonly value: Sentence };
}

export function figureRows(variants: readonly MeasuredPlan[]): FigureRow[] {
  const tiers = (variants[0]?.figures.tiers ?? []).map(({ tier }) => tier);
  const costOf = ({ figures }: MeasuredPlan, tier: string) =>
    figures.tiers.find((one) => one.tier === tier)?.objective ?? 0;
  const figures: Figure[] = [
    {
      label: { key: 'variants.figure.covered' },
      better: 'more',
      of: ({ figures: { due, unmet } }) => ({
        rank: due - unmet.length,
        value: { key: 'variants.value.covered', params: { part: due - unmet.length, whole: due } },
      }),
    },
    {
      label: { key: 'variants.figure.visits' },
      better: null,
      of: ({ figures: { visits } }) => ({
        rank: null,
        value: { key: 'variants.value.number', params: { number: visits } },
      }),
    },
    {
      label: { key: 'variants.figure.spread' },
      help: { key: 'variants.help.spread' },
      better: 'less',
      of: ({ figures: { spread, furthest } }) => ({
        rank: spread,
        value: { key: 'variants.value.spread', params: { spread: spread / 100, furthest: furthest / 100 } },
      }),
    },
    {
      label: { key: 'variants.figure.kilometres' },
      better: 'less',
      of: ({ figures: { metres, waysUnknown, visits } }) => ({
        rank: metres,
        value:
          waysUnknown === visits
            ? { key: 'variants.value.unknown' }
            : {
                key: 'variants.value.kilometres',
                params: { kilometres: Math.round(metres / 1000), unknown: waysUnknown },
              },
      }),
    },
    ...tiers
      .filter((tier) => variants.some((one) => costOf(one, tier) !== 0))
      .map((tier): Figure => {
        // Links are not a cost: the engine counts each as one less.
        const sign = tier === 'linkage' ? -1 : 1;
        return {
          label: { key: `variants.cost.${tier}` },
          better: tier === 'linkage' ? 'more' : 'less',
          of: (one) => ({
            rank: sign * costOf(one, tier),
            value: { key: 'variants.value.number', params: { number: sign * costOf(one, tier) } },
          }),
        };
      }),
    {
      label: { key: 'variants.figure.hand_made' },
      better: null,
      of: ({ header: { handMade } }) => ({
        rank: null,
        value: { key: 'variants.value.number', params: { number: handMade } },
      }),
    },
    {
      label: { key: 'variants.figure.proof' },
      better: null,
      of: ({ header: { status, isVerified } }) => ({
        rank: null,
        value: {
          key: status !== 'optimal' ? 'desk_proof.none' : isVerified ? 'desk_proof.verified' : 'desk_proof.search',
        },
      }),
    },
    {
      label: { key: 'variants.figure.differs' },
      better: null,
      of: ({ header, differs }) => ({
        rank: null,
        value: header.isChosen ? { key: 'variants.value.chosen' } : { key: 'variants.value.differs', params: differs },
      }),
    },
  ];
  return figures.map(({ label, help, better, of }) => {
    const told = variants.map(of);
    const ranks = told.flatMap(({ rank }) => (rank === null ? [] : [rank]));
    const best = better === 'more' ? Math.max(...ranks) : Math.min(...ranks);
    // Where all are as good, none stands out.
    const isTold = better !== null && new Set(ranks).size > 1;
    return {
      label,
      help: help ?? null,
      cells: told.map(({ rank, value }) => ({ value, isBest: isTold && rank === best })),
    };
  });
}
