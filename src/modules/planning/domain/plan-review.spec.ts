import { type AccountId, newId, type PlanId } from '../../../kernel/id.ts';
import { type Acting, isOwnSubmission, isRepeatedReview, type PlanReview, readReviewComment } from './plan-review.ts';

const [BAN, TRUC, PHO] = [newId<'Account'>(), newId<'Account'>(), newId<'Account'>()] as const;
const PLAN: PlanId = newId<'Plan'>();

const acting = (by: AccountId | null, onBehalfOf: AccountId | null = null): Acting => ({ by, onBehalfOf });

describe('an approval', () => {
  it.each<[string, Acting, Acting, boolean]>([
    ['of somebody else’s submission', acting(BAN), acting(TRUC), false],
    ['of one’s own', acting(BAN), acting(BAN), true],
    ['of one’s own as a leader’s deputy', acting(BAN), acting(BAN, TRUC), true],
    ['by the deputy of whoever submitted it', acting(BAN), acting(PHO, BAN), true],
    ['of what a deputy submitted in one’s place', acting(PHO, BAN), acting(BAN), true],
    ['of what oneself submitted as a deputy', acting(PHO, BAN), acting(PHO), true],
    ['by another deputy of whoever it was submitted for', acting(PHO, BAN), acting(TRUC, BAN), true],
    ['by a leader’s deputy who has nothing to do with it', acting(BAN), acting(PHO, TRUC), false],
    ['of what the service itself submitted', acting(null), acting(null), false],
  ])('%s: %#', (_, submission, approval, isOwn) => {
    expect(isOwnSubmission(submission, approval)).toBe(isOwn);
  });
});

describe('a second click', () => {
  const taken: PlanReview = {
    number: 1,
    planId: PLAN,
    kind: 'submitted',
    comment: null,
    revision: 3,
    at: new Date('2020-11-25T02:00:00Z'),
    ...acting(BAN),
  };
  const asked = { kind: 'submitted', by: BAN, revision: 3, planId: PLAN, comment: null } as const;

  it.each<[string, Partial<Parameters<typeof isRepeatedReview>[1]>, boolean]>([
    ['the same', {}, true],
    ['another step', { kind: 'withdrawn' }, false],
    ['another person', { by: TRUC }, false],
    ['a later page', { revision: 4 }, false],
    ['another plan', { planId: newId<'Plan'>() }, false],
    ['other words, which must not be lost', { comment: 'Xin duyệt sớm' }, false],
  ])('is known: %s', (_, change, isKnown) => {
    expect(isRepeatedReview(taken, { ...asked, ...change })).toBe(isKnown);
  });
});

describe('the words of a review', () => {
  it('are kept without blanks around them, and none are none', () => {
    expect(readReviewComment('  Thêm người cho Khu phố 3.\r\n')).toBe('Thêm người cho Khu phố 3.');
    expect(readReviewComment(' \n')).toBeNull();
  });

  it('are never cut', () => {
    expect(readReviewComment('ă'.repeat(2_000))).toHaveLength(2_000);
    expect(() => readReviewComment('ă'.repeat(2_001))).toThrow('plan.comment_long');
  });
});
