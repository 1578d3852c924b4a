import { isDomainError } from '../../../kernel/domain-error.ts';
import { month } from '../../../kernel/month.ts';
import { PLAN_STATES, PLAN_STEPS, type PlanState, type PlanStep, stateAfter } from './plan-state.ts';

const DECEMBER = month('2020-12');

function outcome(step: PlanStep, state: PlanState, needsApproval: boolean): string {
  try {
    return stateAfter(step, { month: DECEMBER, state }, { needsApproval });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

/** One row per state: the result of submit, withdraw, send_back, approve, publish and supersede. */
const WRONG = 'plan.wrong_step';
const PUBLISHED = 'plan.already_published';
const UNAPPROVED = 'plan.needs_approval';

describe('the life of a plan', () => {
  it.each<[PlanState, string[]]>([
    ['draft', ['submitted', WRONG, WRONG, WRONG, 'published', WRONG]],
    ['submitted', [WRONG, 'draft', 'draft', 'approved', WRONG, WRONG]],
    ['approved', [WRONG, 'draft', 'draft', WRONG, 'published', WRONG]],
    ['published', [PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, PUBLISHED, 'superseded']],
    ['superseded', [WRONG, WRONG, WRONG, WRONG, WRONG, WRONG]],
  ])('leads from %s to what the table says, where nobody need approve', (state, wanted) => {
    expect(PLAN_STEPS.map((step) => outcome(step, state, false))).toEqual(wanted);
  });

  it.each<[PlanState, string]>([
    ['draft', UNAPPROVED],
    ['submitted', UNAPPROVED],
    ['approved', 'published'],
    ['published', PUBLISHED],
    ['superseded', WRONG],
  ])('lets a %s plan be published as its policy says, where somebody must approve', (state, wanted) => {
    expect(outcome('publish', state, true)).toBe(wanted);
  });

  it('asks for approval at publication alone', () => {
    const others = PLAN_STEPS.filter((step) => step !== 'publish');
    for (const state of PLAN_STATES) {
      expect(others.map((step) => outcome(step, state, true))).toEqual(
        others.map((step) => outcome(step, state, false)),
      );
    }
  });
});
