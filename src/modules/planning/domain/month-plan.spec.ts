import { type AccountId, newId, type PlanId } from '../../../kernel/id.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { month } from '../../../kernel/month.ts';
import { MAIN_VARIANT, mustBeReplaceable, type PlanHeader, publish } from './month-plan.ts';
import type { PlanState } from './plan-state.ts';

const ID: PlanId = newId<'Plan'>();
const BOARD: AccountId = newId<'Account'>();
const NOON = new Date('2020-11-25T05:00:00Z');
const NOBODY_APPROVES = { needsApproval: false };
const SOMEBODY_APPROVES = { needsApproval: true };

const draft: PlanHeader = {
  id: ID,
  month: month('2020-12'),
  name: MAIN_VARIANT,
  isChosen: true,
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
const asked = { planId: ID as string, currentHash: 'as asked', at: NOON, by: BOARD };

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
    expect(publish(draft, asked, NOBODY_APPROVES)).toEqual({
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
    ['an answer that no plan is possible', { status: 'infeasible' }, {}, 'plan.not_publishable'],
    ['an answer that nothing is known', { status: 'unknown' }, {}, 'plan.not_publishable'],
    ['a plan of facts that have changed since', {}, { currentHash: 'as asked today' }, 'plan.outdated'],
    ['a plan that is published already', { state: 'published' }, {}, 'plan.already_published'],
    ['a plan whose place another has taken', { state: 'superseded' }, {}, 'plan.wrong_step'],
  ])('of %s: %#', (_, plan, more, wanted) => {
    expect(outcome(() => publish({ ...draft, ...plan }, { ...asked, ...more }, NOBODY_APPROVES))).toBe(wanted);
  });

  it.each<[string, Partial<PlanHeader>, Partial<typeof asked>, string]>([
    [
      'published comes before all else',
      { state: 'published' },
      { planId: 'x', currentHash: 'y' },
      'plan.already_published',
    ],
    [
      'stale before what is wrong with the plan',
      { status: 'infeasible' },
      { planId: 'x', currentHash: 'y' },
      'edit.stale',
    ],
    ['not publishable before outdated', { status: 'infeasible' }, { currentHash: 'y' }, 'plan.not_publishable'],
  ])('says one thing where several are wrong: %s', (_, plan, more, wanted) => {
    expect(outcome(() => publish({ ...draft, ...plan }, { ...asked, ...more }, NOBODY_APPROVES))).toBe(wanted);
  });

  it.each<[PlanState, string]>([
    ['draft', 'plan.needs_approval'],
    ['submitted', 'plan.needs_approval'],
    ['approved', 'goes'],
  ])('of one that is %s, where somebody approves: %s', (state, wanted) => {
    expect(outcome(() => publish({ ...draft, state }, asked, SOMEBODY_APPROVES))).toBe(wanted);
  });
});

describe('a new draft', () => {
  it.each<[string, PlanState | null, string]>([
    ['no plan', null, 'goes'],
    ['a draft', 'draft', 'goes'],
    ['a plan that waits for approval', 'submitted', 'plan.wrong_step'],
    ['an approved plan', 'approved', 'plan.wrong_step'],
    ['a published plan', 'published', 'plan.already_published'],
    ['a superseded plan', 'superseded', 'plan.wrong_step'],
  ])('may take the place of %s: %s, %s', (_, state, wanted) => {
    expect(outcome(() => mustBeReplaceable(month('2020-12'), state && { ...draft, state }))).toBe(wanted);
  });
});
