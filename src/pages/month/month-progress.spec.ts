import { month } from '../../kernel/month.ts';
import { type MonthCounts, stepsDone } from './steps-done.ts';
import { monthSteps } from './month-progress.ts';
import { visitsAddUp } from './visits-add-up.ts';

const NOTHING: MonthCounts = {
  meetings: 0,
  away: 0,
  round: null,
  plan: null,
  wantsApproval: false,
  approvedBy: null,
  isOutdated: false,
  assigned: 0,
  declined: 0,
  kept: 0,
  made: 0,
  missed: 0,
  expected: 0,
  received: 0,
  accepted: 0,
  briefing: null,
};
const PLANNED: MonthCounts = { ...NOTHING, meetings: 8, plan: 'draft' };
const PUBLISHED: MonthCounts = { ...PLANNED, plan: 'published', kept: 3, expected: 3 };

const written = (counts: MonthCounts): string =>
  monthSteps(stepsDone(counts))
    .map(({ key, state }) => `${key} ${{ done: '✓', now: '•', ahead: '-' }[state]}`)
    .join(', ');

describe('the visits of a month', () => {
  const counts = { assigned: 168, declined: 1, kept: 167, made: 150, missed: 4, expected: 163 };

  it('are said to come about of each other where a figure differs, and only there', () => {
    expect(visitsAddUp(counts)).toEqual({ key: 'month_progress.add_up', params: { ...counts, open: 13 } });
    expect(visitsAddUp({ ...counts, declined: 0 })).not.toBeNull();
    expect(visitsAddUp({ ...counts, declined: 0, missed: 0 })).toBeNull();
  });
});

describe('the steps of a month', () => {
  it.each<[string, MonthCounts, string]>([
    ['nothing', NOTHING, 'calendar •, leave -, draft -, published -, visits -, forms -, conference -'],
    [
      'a calendar',
      { ...NOTHING, meetings: 8 },
      'calendar ✓, leave •, draft -, published -, visits -, forms -, conference -',
    ],
    ['a draft', PLANNED, 'calendar ✓, leave ✓, draft ✓, published •, visits -, forms -, conference -'],
    [
      'a draft made while replies about days away are waited for',
      { ...PLANNED, round: { asked: 46, replied: 45, isOver: false } },
      'calendar ✓, leave •, draft ✓, published -, visits -, forms -, conference -',
    ],
    [
      'replies of all who were asked, before a draft',
      { ...PLANNED, plan: null, round: { asked: 46, replied: 46, isOver: false } },
      'calendar ✓, leave ✓, draft •, published -, visits -, forms -, conference -',
    ],
    [
      'a round that is over',
      { ...PLANNED, plan: null, round: { asked: 46, replied: 45, isOver: true } },
      'calendar ✓, leave ✓, draft •, published -, visits -, forms -, conference -',
    ],
    [
      'a published plan, whoever has not replied',
      { ...PUBLISHED, round: { asked: 46, replied: 45, isOver: false } },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits •, forms -, conference -',
    ],
    [
      'a draft that no longer fits',
      { ...PLANNED, isOutdated: true },
      'calendar ✓, leave ✓, draft •, published -, visits -, forms -, conference -',
    ],
    [
      'a draft that wants approval',
      { ...PLANNED, wantsApproval: true },
      'calendar ✓, leave ✓, draft ✓, submitted •, published -, visits -, forms -, conference -',
    ],
    [
      'an approved plan',
      { ...PLANNED, wantsApproval: true, plan: 'approved' },
      'calendar ✓, leave ✓, draft ✓, submitted ✓, published •, visits -, forms -, conference -',
    ],
    [
      'a plan that waits for approval',
      { ...PLANNED, wantsApproval: true, plan: 'submitted' },
      'calendar ✓, leave ✓, draft ✓, submitted •, published -, visits -, forms -, conference -',
    ],
    [
      'a plan that waits for approval, which the policy wants no longer',
      { ...PLANNED, plan: 'submitted' },
      'calendar ✓, leave ✓, draft ✓, submitted •, published -, visits -, forms -, conference -',
    ],
    [
      'an approved plan that no longer fits',
      { ...PLANNED, wantsApproval: true, plan: 'approved', isOutdated: true },
      'calendar ✓, leave ✓, draft •, submitted -, published -, visits -, forms -, conference -',
    ],
    ['a published plan', PUBLISHED, 'calendar ✓, leave ✓, draft ✓, published ✓, visits •, forms -, conference -'],
    [
      'all but one visit made, and a draft of the briefing',
      { ...PUBLISHED, made: 2, received: 2, accepted: 2, briefing: 'draft' },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits •, forms -, conference -',
    ],
    [
      'visits made or missed, a form to review',
      { ...PUBLISHED, made: 2, missed: 1, expected: 2, received: 2, accepted: 1 },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits ✓, forms •, conference -',
    ],
    [
      'all forms accepted',
      { ...PUBLISHED, made: 3, received: 3, accepted: 3 },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits ✓, forms ✓, conference •',
    ],
    [
      'a frozen briefing',
      { ...PUBLISHED, made: 3, received: 3, accepted: 3, briefing: 'frozen' },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits ✓, forms ✓, conference ✓',
    ],
    [
      'a frozen briefing of a month with a form missing',
      { ...PUBLISHED, made: 2, received: 2, accepted: 2, briefing: 'frozen' },
      'calendar ✓, leave ✓, draft ✓, published ✓, visits •, forms -, conference ✓',
    ],
  ])('are ticked where they are done: %s', (_, counts, expected) => {
    expect(written(counts)).toBe(expected);
  });

  it('lead where they are told to, with their figures', () => {
    const [calendar, leave] = monthSteps(stepsDone(PLANNED), {
      calendar: { figure: '8', href: `/months/${month('2020-12')}/calendar` },
    });
    expect(calendar).toMatchObject({ figure: '8', href: '/months/2020-12/calendar' });
    expect(leave).toMatchObject({ figure: null, href: null });
  });
});
