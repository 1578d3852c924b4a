import { day, month } from '../../../kernel/month.ts';
import { newId } from '../../../kernel/id.ts';
import type { Answers } from './answers.ts';
import type { VisitContext } from './form-model.ts';

/** For specs: a visit of December 2020 with one open directive. */
export const someContext: VisitContext = {
  month: month('2020-12'),
  today: day('2020-12-05'),
  fields: [
    { code: 'environment', name: { vi: 'Môi trường', en: 'Environment' } },
    { code: 'security', name: { vi: 'An ninh trật tự', en: 'Security' } },
  ],
  directives: [{ id: newId<'Directive'>(), text: 'Niêm yết lịch trực xử lý rác đầu hẻm 122' }],
};

/** For specs: a regular meeting to which the 42-HD table gives all that it can give. */
export function someAnswers(changes: Partial<Answers> = {}): Answers {
  return {
    meetingKind: 'regular',
    date: day('2020-12-03'),
    startedAt: '19:30',
    endedAt: '21:00',
    place: 'Văn phòng khu phố 5',
    standingInFor: null,
    membersTotal: 47,
    membersOfficial: 45,
    membersProbationary: 2,
    membersTemporary: 3,
    exempted: 5,
    onSpecialDuty: 0,
    present: 40,
    absentExcused: 2,
    absentUnexcused: 0,
    longExcused: 'no',
    secretaryAlone: 'no',
    notice: 'members_and_superior',
    materials: 'a_day_before',
    speakers: 21,
    opinions: 30,
    targetsSet: 10,
    targetsMet: 10,
    minutesUpload: 'within_two_days',
    scores: {
      prepared_content: 3,
      prepared_resolution: 'full',
      pre_meeting: 'with_minutes',
      steps: 5,
      regular_content: 10,
      praise_criticism: 'full',
      minutes_book: 'yes',
      ideology: 'yes',
      digital: 'yes',
      flexible: 'full',
      orientation: 4,
      drawing_out: 3,
      synthesis: 'full',
      democratic_centralism: 'full',
      self_criticism: 'full',
      militancy: 'full',
      concerns: 'full',
      conclusion: 'full',
      assignments: 'full',
    },
    selfScores: {},
    selfTotal: 96.5,
    directives: someContext.directives.map(({ id }) => ({ directiveId: id, state: 'done', note: null })),
    strengths: [{ text: 'Chi ủy chuẩn bị kỹ, bám sát nghị quyết tháng.', field: null }],
    goodPractices: [],
    shortcomings: [{ text: 'Còn rác đầu hẻm 122.', field: 'environment', cause: 'Chưa có lịch trực.' }],
    reflections: [
      { text: 'Đèn hẻm 48 hỏng.', field: 'security', answered: 'later', authority: 'Ủy ban nhân dân phường' },
    ],
    vacancies: [{ seat: 'Phó bí thư', reason: 'Chuyển công tác' }],
    recommendations: null,
    attachments: [],
    ...changes,
  };
}

/** Gives a form with all the branch was asked about attendance: `present` of `entitled`, the rest excused. */
export function withAttendance(present: number, entitled: number, absentUnexcused = 0): Partial<Answers> {
  return {
    membersTotal: entitled,
    membersOfficial: null,
    membersProbationary: null,
    exempted: 0,
    present,
    speakers: present,
    absentUnexcused,
    absentExcused: entitled - present - absentUnexcused,
  };
}

/** A form as a browser posts it: strings only, bracketed names, empty texts for what was left empty. */
export function asHtmlPost(answers: unknown): Record<string, string> {
  const post: Record<string, string> = {};
  const walk = (value: unknown, name: string): void => {
    if (value !== null && typeof value === 'object') {
      for (const [key, each] of Object.entries(value)) walk(each, name === '' ? key : `${name}[${key}]`);
    } else {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      post[name] = value === null ? '' : text.replaceAll('\n', '\r\n');
    }
  };
  walk(answers, '');
  return post;
}
