import { newId } from '../../../src/kernel/id.ts';
import type { ReviewStanding } from '../../../src/modules/planning/index.ts';
import { type MonthReview, monthReview } from '../../../src/pages/month/review-lines.ts';
import { MONTH } from './district.ts';

export const NOBODY_APPROVES = { needsApproval: false, submitterMayApprove: false };
const SOMEBODY_APPROVES = { needsApproval: true, submitterMayApprove: false };

const [BAN, TRUC] = [newId<'Account'>(), newId<'Account'>()];
const PLAN = newId<'Plan'>();

function step(
  number: number,
  kind: ReviewStanding['reviews'][number]['kind'],
  name: string,
  more: Partial<ReviewStanding['reviews'][number]> = {},
): ReviewStanding['reviews'][number] {
  const at = new Date(Date.UTC(2020, 10, 24, 2, 17 * number));
  const by = kind === 'submitted' || kind === 'withdrawn' ? BAN : TRUC;
  const of = { by, onBehalfOf: null, principal: null, comment: null };
  return { number, planId: PLAN, kind, revision: number, at, name, ...of, ...more };
}

const SENT_BACK = [
  step(1, 'submitted', 'Lê Thị Bích Ngọc', { comment: 'Tháng này có 38 cuộc trùng tối ngày 3.' }),
  step(2, 'sent_back', 'Phạm Văn Hòa', {
    comment:
      'Chi bộ Khu phố 3 đã bốn tháng chưa có người dự: bố trí người có chuyên môn về môi trường.\nXem lại lượt của đồng chí Hà.',
  }),
];
const SUBMITTED = [...SENT_BACK, step(3, 'submitted', 'Lê Thị Bích Ngọc', { comment: 'Đã sửa theo ý kiến.' })];
const APPROVED = [
  ...SUBMITTED,
  step(4, 'approved', 'Trần Quốc Dũng', { principal: 'Phạm Văn Hòa', comment: 'Đồng ý công bố.' }),
];

/** A plan that came back once: again a draft, submitted anew, or approved in the end. */
export function review(state: 'draft' | 'submitted' | 'approved'): MonthReview {
  const reviews = { draft: SENT_BACK, submitted: SUBMITTED, approved: APPROVED }[state];
  return monthReview({ month: MONTH, state }, { rule: SOMEBODY_APPROVES, reviews });
}
