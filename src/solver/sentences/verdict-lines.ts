import type { Locale } from '../../kernel/actor.ts';
import type { PlanStatus } from '../plan.ts';
import type { Verdict } from '../verify/verify.ts';
import { en } from './phrases.en.ts';
import type { Phrases } from './phrases.ts';
import { vi } from './phrases.vi.ts';

interface VerdictPhrases {
  readonly proven: Readonly<Record<Verdict['proven'], string>>;
  /** What the plan claims about itself and the check does not re-prove. */
  readonly searchAlone: (status: PlanStatus) => string;
  readonly withReasons: string;
  readonly reasonsBySearch: string;
  readonly nothingProven: string;
  readonly atLeast: (bound: string) => string;
  readonly fails: (faults: number) => string;
}

const TIERS: Readonly<Record<Locale, Phrases['tier']>> = { vi: vi.tier, en: en.tier };

const PHRASES: Readonly<Record<Locale, VerdictPhrases>> = {
  vi: {
    proven: {
      optimal: 'Mọi điều ghi trong tệp đều đúng; chứng minh được đây là phương án tốt nhất',
      feasible: 'Mọi điều ghi trong tệp đều đúng; chứng minh được đây là một phương án đúng quy tắc',
      infeasible: 'Mọi điều ghi trong tệp đều đúng; chứng minh được là không có phương án nào',
      nothing: 'Mọi điều ghi trong tệp đều đúng; chưa chứng minh được điều gì',
    },
    searchAlone: (status) =>
      status === 'infeasible'
        ? '; “không có phương án nào” chỉ là kết quả tìm kiếm'
        : '; “tốt nhất” chỉ là kết quả tìm kiếm',
    withReasons: ', kèm lý do',
    reasonsBySearch: '; lý do chỉ là kết quả tìm kiếm',
    nothingProven: 'chưa chứng minh được gì',
    atLeast: (bound) => `chứng minh ít nhất ${bound}`,
    fails: (faults) => `Không đúng: ${faults} chỗ`,
  },
  en: {
    proven: {
      optimal: 'Holds; proven: optimal',
      feasible: 'Holds; proven: feasible',
      infeasible: 'Holds; proven: infeasible',
      nothing: 'Holds; proven: nothing',
    },
    searchAlone: (status) => `; “${status}” is the word of the search alone`,
    withReasons: ', with its reasons',
    reasonsBySearch: '; its reasons are the word of the search alone',
    nothingProven: 'nothing proven',
    atLeast: (bound) => `proven at least ${bound}`,
    fails: (faults) => `Does not hold: ${faults} ${faults === 1 ? 'fault' : 'faults'}`,
  },
};

/**
 * A verdict in a few lines for a person; its faults are told by the caller.
 * @param unproven what the plan says of itself where the check does not re-prove it; else null.
 */
export function verdictLines(
  locale: Locale,
  { ok, faults, proven, tiers, conflict }: Verdict,
  unproven: PlanStatus | null,
): string[] {
  const words = PHRASES[locale];
  if (!ok) return [words.fails(faults.length)];
  const number = (value: number): string => (locale === 'vi' ? vi : en).number(value);
  const said = unproven === null ? '' : words.searchAlone(unproven);
  const reasons = conflict === null ? '' : conflict === 'proven' ? words.withReasons : words.reasonsBySearch;
  const names = tiers.map(({ tier }) => TIERS[locale][tier]);
  const width = names.reduce((most, name) => Math.max(most, name.length), 0);
  return [
    `${words.proven[proven]}${said}${reasons}`,
    ...tiers.map(
      ({ objective, bound }, i) =>
        `  ${(names[i] ?? '').padEnd(width)} ${number(objective).padStart(14)}  ${bound === null ? words.nothingProven : words.atLeast(number(bound))}`,
    ),
  ];
}
