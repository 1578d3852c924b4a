import type { Locale } from '../../kernel/actor.ts';
import type { SolvedVariant } from '../compare/compare-variants.ts';
import type { PlanStatus } from '../plan.ts';

interface VariantPhrases {
  readonly status: Readonly<Record<PlanStatus, string>>;
  readonly figures: (p: { met: number; meetings: number; least: number; most: number; km: string }) => string;
  readonly moves: (people: number) => string;
}

const PHRASES: Readonly<Record<Locale, VariantPhrases>> = {
  vi: {
    status: {
      optimal: 'phương án tốt nhất',
      feasible: 'có phương án, chưa chắc là tốt nhất',
      infeasible: 'không có phương án nào',
      unknown: 'đã dừng trước khi có phương án',
    },
    figures: ({ met, meetings, least, most, km }) =>
      `${met}/${meetings} cuộc họp đủ người dự, mỗi người ${least}–${most} lượt, đường đi và về ${km} km`,
    moves: (people) => `${people} người đổi lượt`,
  },
  en: {
    status: { optimal: 'optimal', feasible: 'feasible', infeasible: 'infeasible', unknown: 'unknown' },
    figures: ({ met, meetings, least, most, km }) => `${met}/${meetings} met, loads ${least}–${most}, ${km} km`,
    moves: (people) => `${people} people move`,
  },
};

/** One variant of a month in a line: how good its plan is, its figures, and how many people it moves. */
export function variantLine(locale: Locale, { name, plan, figures, moves }: SolvedVariant): string {
  const words = PHRASES[locale];
  const { met, meetings, load, metres } = figures;
  const km = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    useGrouping: false,
  }).format(metres / 1000);
  const told = words.figures({ met, meetings, least: load.least, most: load.most, km });
  return `${name}: ${words.status[plan.status]}, ${told}, ${words.moves(moves.length)}`;
}
