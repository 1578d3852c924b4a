import { type AccountId, newId, type PlanId } from '../../../kernel/id.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { month } from '../../../kernel/month.ts';
import {
  approve,
  MAIN_VARIANT,
  mustBeReplaceable,
  type PlanHeader,
  publish,
  submit,
  takeToDraft,
} from './month-plan.ts';
import type { PlanState } from './plan-state.ts';

const ID: PlanId = newId<'Plan'>();
const BOARD: AccountId = newId<'Account'>();
const NOON = new Date('2020-11-25T05:00:00Z');
const NOBODY_APPROVES = { needsApproval: false, submitterMayApprove: false };
const SOMEBODY_APPROVES = { needsApproval: true, submitterMayApprove: false };
const ANYBODY_APPROVES = { needsApproval: true, submitterMayApprove: true };

const draft: PlanHeader = {
  id: ID,
  month: month('2020-12'),
  name: MAIN_VARIANT,
  isChosen: true,
  ownPolicy: {},
  state: 'draft',
  status: 'optimal',
  isVerified: true,
  handMade: 0,
  inputHash: 'as asked',
  people: 8,
  refilled: 0,
  difference: null,
  revision: 1,
  madeAt: NOON,
  madeBy: BOARD,
  submittedAt: null,
  submittedBy: null,
  approvedAt: null,
  approvedBy: null,
  publishedAt: null,
  publishedBy: null,
  noticeId: null,
};
/** All of it lies ahead. */
const WHOLE = { sent: 3, leftOut: 0 };
const asked = { planId: ID as string, seen: 1, seenLeftOut: 0, isOutdated: false, at: NOON, by: BOARD };

function outcome(work: () => unknown): string {
  try {
    work();
    return 'goes';
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

describe('the publication of a draft', () => {
  it('keeps when and by whom', () => {
    expect(publish(draft, asked, WHOLE, NOBODY_APPROVES)).toEqual({
      ...draft,
      state: 'published',
      publishedAt: NOON,
      publishedBy: BOARD,
    });
  });

  it.each<[string, Partial<PlanHeader>, Partial<typeof asked>, string]>([
    ['the plan that was looked at, of facts that still hold', {}, {}, 'goes'],
    ['a plan that is good but not proven the best', { status: 'feasible' }, {}, 'goes'],
    ['a plan that the checker did not confirm', { isVerified: false }, {}, 'goes'],
    ['another plan than the one that was looked at', {}, { planId: 'the one before' }, 'edit.stale'],
    ['a revision that was changed since it was looked at', {}, { seen: 2 }, 'edit.stale'],
    ['an answer that no plan is possible', { status: 'infeasible' }, {}, 'plan.not_publishable'],
    ['an answer that nothing is known', { status: 'unknown' }, {}, 'plan.not_publishable'],
    ['a plan of facts that have changed since', {}, { isOutdated: true }, 'plan.outdated'],
    ['a plan that is published already', { state: 'published' }, {}, 'plan.already_published'],
    ['a plan whose place another has taken', { state: 'superseded' }, {}, 'plan.wrong_step'],
  ])('of %s: %#', (_, plan, more, wanted) => {
    expect(outcome(() => publish({ ...draft, ...plan }, { ...asked, ...more }, WHOLE, NOBODY_APPROVES))).toBe(wanted);
  });

  it.each<[string, number, number, number, string]>([
    ['nothing has begun', 3, 0, 0, 'goes'],
    ['what has begun was seen to be left out', 2, 1, 1, 'goes'],
    ['a meeting began between the page and the press', 2, 1, 0, 'plan.begun_meanwhile'],
    ['another one began since, where one was left out', 1, 2, 1, 'plan.begun_meanwhile'],
    ['it sends nobody anywhere, and never did', 0, 0, 0, 'goes'],
    ['all of it has begun', 0, 3, 3, 'plan.all_begun'],
  ])('goes around what has begun, where %s', (_, sent, leftOut, seenLeftOut, wanted) => {
    for (const [state, rule] of [
      ['draft', NOBODY_APPROVES],
      ['approved', SOMEBODY_APPROVES],
    ] as const) {
      const around = () => publish({ ...draft, state }, { ...asked, seenLeftOut }, { sent, leftOut }, rule);
      expect(outcome(around)).toBe(wanted);
    }
  });

  it('says that a plan is outdated, or another one, before it says what has begun', () => {
    const more = { sent: 2, leftOut: 1 };
    const changed = { ...asked, isOutdated: true };
    expect(outcome(() => publish(draft, changed, more, NOBODY_APPROVES))).toBe('plan.outdated');
    expect(outcome(() => publish(draft, { ...asked, seen: 2 }, more, NOBODY_APPROVES))).toBe('edit.stale');
  });

  it.each<[string, Partial<PlanHeader>, Partial<typeof asked>, string]>([
    [
      'published comes before all else',
      { state: 'published' },
      { planId: 'x', isOutdated: true },
      'plan.already_published',
    ],
    [
      'stale before what is wrong with the plan',
      { status: 'infeasible' },
      { planId: 'x', isOutdated: true },
      'edit.stale',
    ],
    ['not publishable before outdated', { status: 'infeasible' }, { isOutdated: true }, 'plan.not_publishable'],
  ])('says one thing where several are wrong: %s', (_, plan, more, wanted) => {
    expect(outcome(() => publish({ ...draft, ...plan }, { ...asked, ...more }, WHOLE, NOBODY_APPROVES))).toBe(wanted);
  });

  it.each<[PlanState, string]>([
    ['draft', 'plan.needs_approval'],
    ['submitted', 'plan.needs_approval'],
    ['approved', 'goes'],
  ])('of one that is %s, where somebody approves: %s', (state, wanted) => {
    expect(outcome(() => publish({ ...draft, state }, asked, WHOLE, SOMEBODY_APPROVES))).toBe(wanted);
  });
});

describe('a new draft', () => {
  it.each<[string, PlanState | null, string]>([
    ['no plan', null, 'goes'],
    ['a draft', 'draft', 'goes'],
    ['a plan that waits for approval', 'submitted', 'plan.under_review'],
    ['an approved plan', 'approved', 'plan.under_review'],
    ['a published plan', 'published', 'plan.already_published'],
    ['a superseded plan', 'superseded', 'plan.wrong_step'],
  ])('may take the place of %s: %s, %s', (_, state, wanted) => {
    expect(outcome(() => mustBeReplaceable(month('2020-12'), state && { ...draft, state }))).toBe(wanted);
  });
});

describe('the review of a plan', () => {
  const seen = { planId: ID as string, revision: 1, at: NOON, by: BOARD, isOutdated: false };
  const submitted: PlanHeader = { ...draft, state: 'submitted', submittedAt: NOON, submittedBy: BOARD };

  it('keeps when and by whom it was submitted and approved, and nothing of that once it is a draft again', () => {
    expect(submit(draft, seen, SOMEBODY_APPROVES)).toEqual(submitted);
    const approved = approve(submitted, { ...seen, isOwn: false }, SOMEBODY_APPROVES);
    expect(approved).toEqual({ ...submitted, state: 'approved', approvedAt: NOON, approvedBy: BOARD });
    expect(takeToDraft('send_back', approved, seen, SOMEBODY_APPROVES)).toEqual(draft);
    expect(takeToDraft('withdraw', submitted, seen, SOMEBODY_APPROVES)).toEqual(draft);
  });

  it.each<[string, Partial<PlanHeader>, Partial<typeof seen>, typeof SOMEBODY_APPROVES, string]>([
    ['a draft', {}, {}, SOMEBODY_APPROVES, 'goes'],
    ['a draft where nobody need approve', {}, {}, NOBODY_APPROVES, 'plan.needs_no_approval'],
    ['a draft that was changed since', { revision: 2 }, {}, SOMEBODY_APPROVES, 'edit.stale'],
    ['another plan than the one looked at', {}, { planId: 'the one before' }, SOMEBODY_APPROVES, 'edit.stale'],
    ['an answer that no plan is possible', { status: 'infeasible' }, {}, SOMEBODY_APPROVES, 'plan.not_publishable'],
    ['a draft of facts that have changed', {}, { isOutdated: true }, SOMEBODY_APPROVES, 'plan.outdated'],
    ['a plan that waits already', { state: 'submitted' }, {}, SOMEBODY_APPROVES, 'plan.wrong_step'],
    ['a published plan', { state: 'published', revision: 9 }, {}, SOMEBODY_APPROVES, 'plan.already_published'],
  ])('begins with the submission of %s: %#', (_, plan, asked, rule, wanted) => {
    expect(outcome(() => submit({ ...draft, ...plan }, { ...seen, ...asked }, rule))).toBe(wanted);
  });

  it.each<[string, Partial<PlanHeader>, { isOwn?: boolean; isOutdated?: boolean }, typeof SOMEBODY_APPROVES, string]>([
    ['what somebody else submitted', {}, {}, SOMEBODY_APPROVES, 'goes'],
    ['one’s own', {}, { isOwn: true }, SOMEBODY_APPROVES, 'plan.own_submission'],
    ['one’s own where that is allowed', {}, { isOwn: true }, ANYBODY_APPROVES, 'goes'],
    ['facts that have changed since', {}, { isOutdated: true }, SOMEBODY_APPROVES, 'plan.outdated_in_review'],
    ['a plan that was withdrawn and submitted again', { revision: 3 }, {}, SOMEBODY_APPROVES, 'edit.stale'],
    ['a draft', { state: 'draft' }, {}, SOMEBODY_APPROVES, 'plan.wrong_step'],
    ['an approved plan', { state: 'approved' }, {}, SOMEBODY_APPROVES, 'plan.wrong_step'],
    ['a plan submitted before the policy let go of approval', {}, {}, NOBODY_APPROVES, 'goes'],
  ])('ends with the approval of %s: %#', (_, plan, asked, rule, wanted) => {
    const look = { ...seen, isOwn: false, ...asked };
    expect(outcome(() => approve({ ...submitted, ...plan }, look, rule))).toBe(wanted);
  });

  it.each<[PlanState, number, string]>([
    ['submitted', 1, 'goes'],
    ['approved', 1, 'goes'],
    ['approved', 2, 'edit.stale'],
    ['draft', 1, 'plan.wrong_step'],
    ['published', 1, 'plan.already_published'],
  ])('gives a %s plan of revision %i back: %s', (state, revision, wanted) => {
    for (const step of ['send_back', 'withdraw'] as const) {
      expect(outcome(() => takeToDraft(step, { ...draft, state, revision }, seen, SOMEBODY_APPROVES))).toBe(wanted);
    }
  });

  it('lets no approved plan be published whose facts have changed', () => {
    const approved: PlanHeader = { ...submitted, state: 'approved', approvedAt: NOON, approvedBy: BOARD };
    const changed = { ...asked, isOutdated: true };
    expect(outcome(() => publish(approved, changed, WHOLE, SOMEBODY_APPROVES))).toBe('plan.outdated_in_review');
  });
});
