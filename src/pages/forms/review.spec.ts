import { catalogues } from '../../app/texts.ts';
import type { MonthForm, SubmissionId } from '../../modules/evaluations/index.ts';
import { hundredths } from '../../modules/evaluations/domain/points.ts';
import { markChanges } from './mark-changes.ts';
import { newId, type SpecialistId } from '../../kernel/id.ts';
import { day } from '../../kernel/month.ts';
import { rubric42Hd } from '../../modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { someAnswers } from '../../../test/fixtures/some-answers.ts';
import { readMarks } from './build-ordinary-forms-page.ts';
import { doubtsOf } from './ordinary-forms.ts';
import { type FormSort, neighboursIn, reviewQueue, type SentForm, signsOf, sortForms, sortIn } from './review-queue.ts';

type Sent = NonNullable<MonthForm['submission']>;

const sent = (id: string, more: Partial<Sent> = {}): Sent => ({
  id: id as SubmissionId,
  version: 1,
  state: 'submitted',
  revision: 1,
  receivedAt: new Date('2020-12-05T01:00:00Z'),
  sentBy: 'writer' as SpecialistId,
  total: hundredths(90),
  rating: null,
  official: null,
  isHidden: false,
  self: null,
  lastTotal: null,
  openCauses: 0,
  outlier: null,
  sameWords: null,
  ...more,
});

const formOf = (submission: Sent, more: Partial<MonthForm> = {}): SentForm => ({
  visitId: newId<'Visit'>(),
  specialistId: 'whose' as SpecialistId,
  branch: 'Chi bộ 1',
  heldOn: day('2020-12-03'),
  endsAt: new Date('2020-12-03T14:00:00Z'),
  specialist: 'Lê Thị Nga',
  department: 'Ban Tổ chức',
  remindedAt: null,
  ...more,
  submission,
});

describe('forms that wait for a review', () => {
  it.each<[Partial<Sent>, string[]]>([
    [{}, []],
    [{ self: hundredths(99.99) }, []],
    [{ self: hundredths(100) }, ['self_gap']],
    [{ self: hundredths(80) }, ['self_gap']],
    [{ lastTotal: hundredths(99.99) }, []],
    [{ lastTotal: hundredths(100) }, ['drop']],
    [{ lastTotal: hundredths(70) }, []],
    [{ outlier: { median: hundredths(95), forms: 9 } }, ['outlier']],
    [{ sameWords: { branch: 'Chi bộ 2', specialist: 'Lê Thị Nga' } }, ['same_words']],
    [{ openCauses: 1, lastTotal: hundredths(100), self: hundredths(100) }, ['self_gap', 'drop', 'no_cause']],
  ])('carry the signs of what deserves a look: %p', (more, signs) =>
    expect(signsOf(sent('a', more)).map(({ kind }) => kind)).toEqual(signs),
  );

  it('come with the most signs first, then by how long they have waited, and lead one to the next', () => {
    const at = (hour: number) => ({ receivedAt: new Date(Date.UTC(2020, 11, 5, hour)) });
    const forms = [
      sent('late', at(9)),
      sent('early', at(3)),
      sent('done', { state: 'accepted', ...at(1) }),
      sent('odd', { openCauses: 2, ...at(8) }),
    ].map((submission) => formOf(submission));
    const queue = reviewQueue(forms, 'signs', null);
    expect(queue).toEqual(['odd', 'early', 'late']);
    const next = (id: string) => neighboursIn(queue, id as SubmissionId).next;
    expect(['odd', 'early', 'late', 'done'].map(next)).toEqual(['early', 'late', 'odd', 'odd']);
    const previous = (id: string) => neighboursIn(queue, id as SubmissionId).previous;
    expect(['odd', 'early', 'late', 'done'].map(previous)).toEqual(['late', 'odd', 'early', 'late']);
    expect(neighboursIn(['a' as SubmissionId], 'a' as SubmissionId)).toEqual({ next: null, previous: null });
  });

  it('leave out those of the reader, whether the visit is theirs or they stood in', () => {
    const me = 'me' as SpecialistId;
    const forms = [
      formOf(sent('mine'), { specialistId: me }),
      formOf(sent('standing-in', { sentBy: me })),
      formOf(sent('other')),
    ];
    expect(reviewQueue(forms, 'signs', me)).toEqual(['other']);
    expect(reviewQueue(forms, 'signs', null)).toHaveLength(3);
  });

  it.each<[FormSort, string[]]>([
    ['signs', ['b', 'c', 'a']],
    ['received', ['a', 'b', 'c']],
    ['day', ['c', 'a', 'b']],
    ['branch', ['a', 'c', 'b']],
    ['specialist', ['b', 'c', 'a']],
    ['total', ['c', 'a', 'b']],
    ['self', ['b', 'a', 'c']],
    ['-received', ['c', 'b', 'a']],
    ['-branch', ['b', 'c', 'a']],
    ['-self', ['c', 'a', 'b']],
    ['state', ['b', 'c', 'a']],
    ['-state', ['a', 'c', 'b']],
  ])('can be ordered by %s', (sort, order) => {
    const at = (hour: number) => ({ receivedAt: new Date(Date.UTC(2020, 11, 5, hour)) });
    const forms = [
      formOf(sent('a', { state: 'accepted', ...at(1), total: hundredths(80), self: hundredths(85) }), {
        branch: 'Chi bộ 2',
        heldOn: day('2020-12-02'),
        specialist: 'Lê Thị Nga',
      }),
      formOf(sent('b', { ...at(2), total: hundredths(90), self: hundredths(100) }), {
        branch: 'Chi bộ 10',
        heldOn: day('2020-12-03'),
        specialist: 'Trần Văn An',
      }),
      formOf(sent('c', { state: 'returned', ...at(3), total: hundredths(70) }), {
        branch: 'Chi bộ 9',
        heldOn: day('2020-12-01'),
        specialist: 'Phạm Đình Bảo',
      }),
    ];
    expect(sortForms(forms, sort).map(({ submission }) => submission.id)).toEqual(order);
    expect(sortIn(sort)).toBe(sort);
  });
});

it.each([undefined, '', 'signs', '-signs', 'rating', '--day', ['day']])(
  'an order that is none, %j, is the usual one',
  (text) => expect(sortIn(text)).toBe('signs'),
);

describe('a form that can be accepted unread', () => {
  const me = 'me' as SpecialistId;
  const answered = {
    answers: someAnswers(),
    rubric: rubric42Hd,
    planned: { day: day('2020-12-03'), kind: 'regular' as const },
  };

  it.each<[string, Partial<Sent>, Partial<SentForm>, Partial<typeof answered.answers>, string[]]>([
    ['nothing is unusual', {}, {}, {}, []],
    ['its meeting was short, which costs points', {}, {}, { endedAt: '20:15' }, []],
    ['it is the reader’s visit', {}, { specialistId: me }, {}, ['own']],
    ['the reader stood in', { sentBy: me }, {}, {}, ['own']],
    ['it was sent back before', { version: 2 }, {}, {}, ['corrected']],
    ['the branch saw itself otherwise', { self: hundredths(100) }, {}, {}, ['self_gap']],
    ['it fell', { lastTotal: hundredths(100) }, {}, {}, ['drop']],
    ['a shortcoming has no cause', { openCauses: 1 }, {}, {}, ['no_cause']],
    ['it was held on another day', {}, {}, { date: day('2020-12-08') }, ['warning.other_day']],
    ['nobody spoke', {}, {}, { speakers: 0, opinions: 0 }, ['warning.nobody_spoke']],
    ['it took too long to be so', {}, {}, { startedAt: '08:00', endedAt: '18:00' }, ['warning.long']],
    [
      'it names a person and a number',
      {},
      {},
      { recommendations: 'Gọi ông Nguyễn Văn A 0903123456' },
      ['warning.phone'],
    ],
    ['it observed nothing', {}, {}, { strengths: [], shortcomings: [] }, ['warning.nothing_observed']],
  ])('is doubted or not: %s', (_, submission, form, answers, doubts) => {
    const found = doubtsOf(
      formOf(sent('a', submission), form),
      { ...answered, answers: { ...answered.answers, ...answers } },
      me,
    );
    expect(found.map((doubt) => (doubt.kind === 'warning' ? doubt.code : doubt.kind))).toEqual(doubts);
  });

  it('is sent back by its id and the revision that was seen; anything else is left out', () => {
    const id = '01234567-89ab-7cde-8f01-23456789abcd';
    const read = [{ id, revision: 3 }];
    expect(readMarks(`${id}/3`)).toEqual(read);
    expect(readMarks([`${id}/3`, 'x', `${id}/`, 7])).toEqual(read);
    expect(readMarks({ 0: `${id}/3` })).toEqual(read);
    expect(readMarks(undefined)).toEqual([]);
  });
});

describe('a second version', () => {
  const row = (label: string, value: string) => ({ question: `/${label}`, label, value, items: [] });

  it('marks what is not as it was, with what it was, and what is gone', () => {
    const list = (text: string) => ({
      ...row('Hạn chế', ''),
      value: null,
      items: [[{ label: 'Nội dung', value: text }]],
    });
    const before = [
      { title: 'Dự họp', rows: [row('Có mặt', '9'), row('Dự bị', '2')] },
      { title: 'Hạn chế', rows: [list('Rác')] },
    ];
    const now = [{ title: 'Dự họp', rows: [row('Có mặt', '10'), row('Tổng số', '12')] }];
    expect(markChanges(now, before)).toEqual([
      {
        title: 'Dự họp',
        rows: [
          { ...row('Có mặt', '10'), before: '9' },
          { ...row('Tổng số', '12'), before: '–' },
          { ...row('Dự bị', '–'), before: '2' },
        ],
      },
      { title: 'Hạn chế', rows: [{ ...row('Hạn chế', '–'), before: 'Nội dung: Rác' }] },
    ]);
    expect(markChanges(before, before)).toEqual(before);
  });
});

describe('each doubt of a form', () => {
  it('has words for the board, whatever warning it comes from', () => {
    const codes = Object.keys(catalogues.vi).flatMap((key) => /^fault\.warning\.(\w+)$/.exec(key)?.[1] ?? []);
    expect(codes.length).toBeGreaterThan(8);
    expect(codes.filter((code) => code !== 'short' && !(`forms.doubt.${code}` in catalogues.vi))).toEqual([]);
  });
});
