import { NO_CAUSES } from '../../../src/pages/month/unmet-reason.ts';
import { visitsAddUp } from '../../../src/pages/month/visits-add-up.ts';
import { type Day, month, weekday } from '../../../src/kernel/month.ts';
import type { PersonRow } from '../../../src/pages/month/month.view.ts';
import {
  MONTH_STEPS,
  type MonthProgress,
  type MonthStepKey,
  monthSteps,
} from '../../../src/pages/month/month-progress.ts';
import type { Option } from '../../../src/platform/views/page-context.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import type { OutdatedDraft } from '../../../src/pages/month/outdated-draft.ts';
import { MONTH, days, departments, meetings, people } from './district.ts';

export const NOTICE = {
  href: '/months/2020-12/notice',
  htmlHref: '/documents/1/html',
  pdfHref: '/documents/1/pdf',
  docxHref: '/documents/1/docx',
  pagesPdfHref: '/months/2020-12/duty-pages/pdf',
  pagesDocxHref: '/months/2020-12/duty-pages/docx',
};

export function monthProgress(now: MonthStepKey, waiting: MonthProgress['waiting'] = []): MonthProgress {
  return {
    month: MONTH,
    previousHref: '/months/2020-11',
    nextHref: '/months/2021-01',
    steps: monthSteps(Object.fromEntries(MONTH_STEPS.map((key, at) => [key, at < MONTH_STEPS.indexOf(now)])), {
      calendar: { figure: '181', href: '/months/2020-12?view=days' },
      leave: { figure: '7', href: '/months/2020-12/people' },
      ...(now === 'forms' ? { forms: { figure: '97 / 141', href: '/months/2020-12/forms' } } : {}),
    }),
    addUp:
      now === 'forms'
        ? visitsAddUp({ assigned: 143, declined: 1, kept: 142, made: 97, missed: 1, expected: 141 })
        : null,
    waiting,
    moreWaiting: waiting.length > 1 ? 3 : 0,
  };
}

export const kindOf = (d: Day): 'work' | 'weekend' => (weekday(d) > 5 ? 'weekend' : 'work');

export const on = (d: Day) => meetings.filter((meeting) => meeting.day === d);

export const busy: Sentence = {
  key: 'uncovered.causes',
  params: { ...NO_CAUSES, elsewhere: 33, limit_reached: 4, leave: 3, conflict_of_interest: 1, rotation_gap: 2 },
};

export const others: Sentence = { key: 'uncovered.causes', params: { ...NO_CAUSES, elsewhere: 30, full: 6, free: 4 } };

export const notDue: Sentence = { key: 'uncovered.not_due_since', params: { last: month('2020-10') } };

export const outdated: OutdatedDraft = {
  changes: [
    { key: 'draft.change.meetings_moved', params: { count: 1 } },
    { key: 'draft.change.leaves', params: { count: 2 } },
    { key: 'draft.change.policy', params: { count: 1 } },
  ],
  planAction: '/months/2020-12/plan',
  reviewHref: null,
};

export const rows: readonly PersonRow[] = people.map((person) => ({
  specialistId: person.id,
  name: person.name,
  department: person.department,
  visits: meetings.filter((meeting) => meeting.people.includes(person)).length,
  share: person.target - person.balance / 2,
  isHigh: false,
  max: person.max,
  cells: days.map((d) => ({
    kind: kindOf(d),
    away: person.away.includes(d) ? 'leave' : null,
    isThin: on(d).length === 0,
    meetings: on(d)
      .filter((meeting) => meeting.people.includes(person))
      .map(({ id, short, branch, from, kind }) => ({
        meetingId: id,
        short,
        branch,
        from,
        kind,
        isPinned: id.endsWith('7'),
        state: null,
        isFound: id.endsWith('3'),
        isClash: id.endsWith('5'),
      })),
  })),
}));

export const departmentOptions: readonly Option[] = [
  ...departments.map((label) => ({ value: label, label, selected: false })),
];

export const filters = { q: '', departments: departmentOptions, isActive: false };
