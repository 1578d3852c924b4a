import type { MakeCalendar } from '../../modules/meetings/index.ts';

type WithoutDay = Awaited<ReturnType<MakeCalendar['execute']>>['withoutDay'];

/** Branches that have a meeting too few, because the month lacks the weekday of their rule. */
export interface BranchesWithoutDay {
  /** The first of them. */
  readonly names: readonly string[];
  readonly others: number;
}

const NAMED = 5;

export function branchesWithoutDay(without: WithoutDay): BranchesWithoutDay {
  const names = [...new Map(without.map(({ branchId, name }) => [branchId, name])).values()];
  return { names: names.slice(0, NAMED), others: Math.max(0, names.length - NAMED) };
}

/** The sentence that follows on what was made; empty where every branch has its meetings. */
export const saidWithoutDay = {
  vi: ({ names, others }: BranchesWithoutDay) =>
    names.length === 0
      ? ''
      : ` Tháng này không có thứ họp theo lịch của ${names.join('; ')}${others > 0 ? ` và ${others} chi bộ khác` : ''} nên còn thiếu cuộc họp: hãy thêm tay, hoặc đổi lịch của chi bộ.`,
  en: ({ names, others }: BranchesWithoutDay) =>
    names.length === 0
      ? ''
      : ` The month has no such weekday as ${names.join('; ')}${others > 0 ? ` and ${others} others` : ''} meet on, so a meeting is lacking: add it by hand, or change when the branch meets.`,
};
