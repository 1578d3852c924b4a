import { type AccountId, type MeetingId, newId, type SpecialistId } from '../../../kernel/id.ts';
import { month } from '../../../kernel/month.ts';
import {
  decideRating,
  officialRating,
  type RatedMeeting,
  type RatingDecision,
  type RatingJudgement,
} from './official-rating.ts';
import { mayDecideRating, type RatingDecider } from './rating-policy.ts';
import { ratingsOf } from './rubric.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import type { SubmissionId } from './submission.ts';

const RATINGS = ratingsOf(rubric42Hd);
const rating = (id: string) => RATINGS.find((each) => each.id === id) ?? null;
const form: SubmissionId = newId();
const other: SubmissionId = newId();
const nga: SpecialistId = newId();
const dung: SpecialistId = newId();
const board: AccountId = newId();
const at = new Date('2020-12-05T03:00:00Z');

const meeting = (changes: Partial<RatedMeeting> = {}): RatedMeeting => ({
  meetingId: newId<'Meeting'>() satisfies MeetingId,
  month: month('2020-12'),
  forms: [{ submissionId: form, rating: rating('good'), observers: [nga] }],
  decisions: [],
  ...changes,
});
const decision = (number: number, changes: Partial<RatingDecision> = {}): RatingDecision => ({
  number,
  submissionId: form,
  rating: rating('good'),
  points: rating('good'),
  reason: null,
  at,
  by: board,
  onBehalfOf: null,
  ...changes,
});
const judged = (changes: Partial<RatingJudgement> = {}): RatingJudgement => ({
  submissionId: form,
  rating: 'good',
  reason: '',
  seen: 0,
  by: board,
  onBehalfOf: null,
  specialistId: null,
  at,
  ...changes,
});
const decide = (of: RatedMeeting, changes: Partial<RatingJudgement> = {}) => decideRating(of, RATINGS, judged(changes));

describe('the official rating of a meeting', () => {
  it('is what its points say without a reason, and anything else with one', () => {
    expect(decide(meeting())).toMatchObject({
      number: 1,
      rating: rating('good'),
      points: rating('good'),
      reason: null,
    });
    const why = ' Chưa thông qua nghị quyết. ';
    expect(decide(meeting(), { rating: 'average', reason: why })).toMatchObject({
      rating: rating('average'),
      points: rating('good'),
      reason: 'Chưa thông qua nghị quyết.',
    });
  });

  it.each<[string, string, Partial<RatedMeeting>, Partial<RatingJudgement>]>([
    ['another rating without a reason', 'rating.reason_missing', {}, { rating: 'fair', reason: ' ' }],
    [
      'the rating of one form where another has other points',
      'rating.reason_missing',
      {
        forms: [
          { submissionId: form, rating: rating('good'), observers: [nga] },
          { submissionId: other, rating: rating('fair'), observers: [dung] },
        ],
      },
      {},
    ],
    ['a form that is not accepted', 'rating.not_accepted', { forms: [] }, {}],
    ['a rating that the rubric does not have', 'rating.unknown', {}, { rating: 'excellent' }],
    ['a meeting that one attended', 'rating.own_meeting', {}, { specialistId: nga }],
    ['taking back what nobody decided', 'rating.nothing_decided', {}, { rating: null, reason: 'Nhầm.' }],
    ['taking back without a reason', 'rating.reason_missing', { decisions: [decision(1)] }, { rating: null, seen: 1 }],
    ['a decision on a page that is not up to date', 'edit.stale', { decisions: [decision(1)] }, { reason: 'Khác.' }],
  ])('refuses %s', (_, code, of, changes) => {
    expect(() => decide(meeting(of), changes)).toThrow(code);
  });

  it('is decided once however often it is sent, and again by the next decision', () => {
    const once = meeting({ decisions: [decision(1)] });
    expect(decide(once)).toBe(once.decisions[0]);
    const again = decide(once, { seen: 1, rating: 'fair', reason: 'Theo biên bản.' });
    expect([again.number, again.rating?.id]).toEqual([2, 'fair']);
  });

  it('lapses with the form on which it rests, and when it is taken back', () => {
    const decisions = [decision(1)];
    expect(officialRating(meeting({ decisions }))).toBe(decisions[0]);
    const accepted = [{ submissionId: other, rating: rating('fair'), observers: [nga] }];
    expect(officialRating(meeting({ decisions, forms: accepted }))).toBeNull();
    expect(officialRating(meeting({ decisions: [...decisions, decision(2, { rating: null })] }))).toBeNull();
  });

  it.each<[RatingDecider, boolean, boolean]>([
    ['board', true, false],
    ['leader', false, true],
    ['either', true, true],
  ])('is decided by %s where the policy says so', (decidedBy, asBoard, asLeader) => {
    expect(mayDecideRating({ roles: ['board'] }, { decidedBy })).toBe(asBoard);
    expect(mayDecideRating({ roles: ['leader'] }, { decidedBy })).toBe(asLeader);
    expect(mayDecideRating({ roles: ['specialist', 'admin'] }, { decidedBy })).toBe(false);
  });
});
