import fc from 'fast-check';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { day } from '../../../kernel/month.ts';
import { evaluationMessages } from '../messages.ts';
import { type Answers, minutesHeld } from './answers.ts';
import { warningsOf } from './answer-rules.ts';
import { firstAnswers, visitForm } from './form.ts';
import { inputName } from './pointer.ts';
import { examineAnswers, readAnswers } from './read-answers.ts';
import { gatedRubric, twoSheetRubric } from '../../../../test/fixtures/other-rubrics.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { asHtmlPost, someAnswers, someContext } from '../../../../test/fixtures/some-answers.ts';

const form = visitForm(rubric42Hd, someContext);
const read = (raw: unknown) => readAnswers(raw, form, someContext, rubric42Hd);
const faultsOf = (raw: unknown) => examineAnswers(raw, form, someContext, rubric42Hd).faults;
const json = (changes: Record<string, unknown>) => ({ ...someAnswers(), ...changes });

describe('the form of a visit', () => {
  it('asks for each answer once, one section a screen', () => {
    const names = form.sections.flatMap((section) => section.fields.map((field) => inputName(field.path)));
    expect(new Set(names).size).toBe(names.length);
    const tops = new Set(form.sections.flatMap((section) => section.fields.map((field) => field.path[0])));
    expect([...tops].sort()).toEqual(Object.keys(someAnswers()).sort());
    expect(form.sections.map((section) => section.id)).toEqual([
      'last_month',
      'meeting',
      'attendance',
      'preparation',
      'conduct',
      'chairing',
      'principles',
      'targets',
      'closing',
      'strengths',
      'shortcomings',
      'reflections',
      'vacancies',
      'self',
      'recommendations',
    ]);
  });

  it('leaves out what its rubric does not read', () => {
    const names = visitForm(twoSheetRubric, { ...someContext, directives: [] }).sections.flatMap((section) =>
      section.fields.map((field) => inputName(field.path)),
    );
    expect(names).not.toEqual(expect.arrayContaining(['targetsSet']));
    expect(
      names.filter((name) => ['targetsMet', 'secretaryAlone', 'longExcused', 'directives'].includes(name)),
    ).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['scores[regular_content]', 'scores[thematic_content]', 'present']));
  });

  it('knows beforehand what the calendar and the last form know', () => {
    const planned = { kind: 'thematic', day: day('2020-12-03'), startsAt: '19:30', place: 'Hội trường' } as const;
    expect(firstAnswers({ ...someContext, planned, lastCounts: { membersTotal: 47 } }, form)).toEqual({
      membersTotal: 47,
      meetingKind: 'thematic',
      date: '2020-12-03',
      startedAt: '19:30',
      place: 'Hội trường',
    });
  });
});

describe('reading a form', () => {
  it('takes JSON as it is', () => {
    expect(read(JSON.parse(JSON.stringify(someAnswers())))).toEqual(someAnswers());
  });

  it('takes what a browser posts, flat or nested by the body parser', () => {
    expect(read({ ...asHtmlPost(someAnswers()), _csrf: 'token' })).toEqual(someAnswers());
    const nested = JSON.parse(JSON.stringify(someAnswers()), (_, value: unknown) =>
      typeof value === 'number' ? String(value) : (value ?? ''),
    ) as unknown;
    expect(read(nested)).toEqual(someAnswers());
  });

  it('drops rows that nobody filled in and keeps the places of the others', () => {
    const post = {
      ...asHtmlPost(someAnswers({ shortcomings: [] })),
      'shortcomings[0][text]': ' ',
      'shortcomings[0][field]': '',
      'shortcomings[2][text]': 'Thiếu sổ',
      'shortcomings[10][cause]': 'Không rõ',
    };
    expect(faultsOf(post)).toEqual([{ pointer: '/shortcomings/10/text', code: 'answer.required' }]);
    expect(read({ ...post, 'shortcomings[10][text]': 'Họp muộn' }).shortcomings).toEqual([
      { text: 'Thiếu sổ', field: null, cause: null },
      { text: 'Họp muộn', field: null, cause: 'Không rõ' },
    ]);
  });

  it('takes a meeting that went on past midnight, and knows how long it was', () => {
    expect(faultsOf(json({ startedAt: '23:00', endedAt: '00:40' }))).toEqual([]);
    expect(minutesHeld('23:00', '00:40')).toBe(100);
  });

  it('reads the ways in which people write times, days, points and counts', () => {
    const answers = read(
      json({
        startedAt: '7h05',
        endedAt: '09:00:00',
        date: '3/12/2020',
        selfTotal: '96,5',
        present: ' 40 ',
        absentExcused: '',
      }),
    );
    expect(answers).toMatchObject({
      startedAt: '07:05',
      endedAt: '09:00',
      date: '2020-12-03',
      selfTotal: 96.5,
      present: 40,
    });
  });

  it('works out who was excused where that is left empty', () => {
    expect(read(json({ absentExcused: null, present: 39, absentUnexcused: 1 })).absentExcused).toBe(2);
  });

  it('does not keep an answer to what is not asked in this meeting', () => {
    const answers = read(json({ secretaryAlone: 'yes', scores: { ...someAnswers().scores, thematic_content: 5 } }));
    expect(Object.keys(answers.scores)).not.toContain('thematic_content');
    expect(Object.keys(answers.scores)).not.toContain('pre_meeting');
  });

  it('asks for the thematic content where the meeting has it', () => {
    expect(faultsOf(json({ meetingKind: 'combined', endedAt: '21:30' }))).toEqual([
      { pointer: '/scores/thematic_content', code: 'answer.required' },
    ]);
  });

  it('makes one text of the two ways of composing Vietnamese letters', () => {
    const text = 'Đảng viên phát biểu sôi nổi';
    expect(read(json({ recommendations: `  ${text.normalize('NFD')}\r\n` })).recommendations).toBe(text);
  });

  it.each([
    [{ speakers: 41 }, '/speakers', 'answer.more_than_present', { present: 40 }],
    [{ present: 43 }, '/present', 'answer.more_than_entitled', { entitled: 42 }],
    [{ absentUnexcused: 3, absentExcused: null }, '/absentUnexcused', 'answer.more_than_absent', { absent: 2 }],
    [{ absentExcused: 1 }, '/absentExcused', 'answer.absent_differ', { absent: 2, excused: 2 }],
    [{ exempted: 47 }, '/exempted', 'answer.more_than_members', { membersTotal: 47 }],
    [{ onSpecialDuty: 42 }, '/onSpecialDuty', 'answer.more_than_members', { membersTotal: 47 }],
    [{ membersOfficial: 46 }, '/membersProbationary', 'answer.members_differ', { membersTotal: 47, sum: 48 }],
    [{ endedAt: '19:30' }, '/endedAt', 'answer.ends_before_start', { startedAt: '19:30' }],
    [{ startedAt: '12:00', endedAt: '00:30' }, '/endedAt', 'answer.ends_before_start', { startedAt: '12:00' }],
    [{ startedAt: '23:00', endedAt: '22:00' }, '/endedAt', 'answer.ends_before_start', { startedAt: '23:00' }],
    [{ date: '2021-01-03' }, '/date', 'answer.outside_month', { month: '2020-12' }],
    [{ date: '2020-12-06' }, '/date', 'answer.in_future', { today: '2020-12-05' }],
    [{ date: '31/02/2020' }, '/date', 'answer.not_a_date', undefined],
    [{ endedAt: '24:10' }, '/endedAt', 'answer.not_a_time', undefined],
    [{ present: 35.5 }, '/present', 'answer.not_a_count', undefined],
    [{ present: '4e1' }, '/present', 'answer.not_a_count', undefined],
    [{ exempted: -1 }, '/exempted', 'answer.too_small', { minimum: 0 }],
    [{ membersTotal: 2001, membersOfficial: null }, '/membersTotal', 'answer.too_large', { maximum: 2000 }],
    [{ targetsMet: 11 }, '/targetsMet', 'answer.more_than_set', { targetsSet: 10 }],
    [{ notice: 'everybody' }, '/notice', 'answer.not_an_option', expect.anything()],
    [{ place: '' }, '/place', 'answer.required', undefined],
    [{ place: 'a'.repeat(201) }, '/place', 'answer.too_long', { maximum: 200, length: 201 }],
    [{ place: 'Nhà\u0000văn hóa' }, '/place', 'answer.control_character', undefined],
    [{ place: 'abc\u202egnp.exe' }, '/place', 'answer.control_character', undefined],
    [{ place: '\ud800' }, '/place', 'answer.control_character', undefined],
    [{ place: 7 }, '/place', 'answer.not_text', undefined],
    [{ color: 'red' }, '/color', 'answer.unknown_field', undefined],
    [{ scores: { ...someAnswers().scores, charm: 3 } }, '/scores/charm', 'answer.unknown_field', undefined],
    [
      { scores: { ...someAnswers().scores, steps: 5.5 } },
      '/scores/steps',
      'answer.not_points',
      { maximum: 5, step: 1 },
    ],
    [{ selfScores: 'all' }, '/selfScores', 'answer.not_an_object', undefined],
    [{ strengths: 'many' }, '/strengths', 'answer.not_a_list', undefined],
    [{ strengths: ['good'] }, '/strengths/0', 'answer.not_an_object', undefined],
    [{ strengths: [{ text: 'x', field: 'magic' }] }, '/strengths/0/field', 'answer.not_an_option', expect.anything()],
    [{ strengths: [{ text: 'x', mood: 'y' }] }, '/strengths/0/mood', 'answer.unknown_field', undefined],
    [
      { strengths: Array.from({ length: 11 }, () => ({ text: 'x' })) },
      '/strengths',
      'answer.too_many',
      { maximum: 10 },
    ],
    [{ directives: [] }, '/directives', 'answer.directive_open', expect.anything()],
    [{ directives: [{ directiveId: 'other', state: 'done' }] }, '/directives', 'answer.unknown_directive', undefined],
  ])('refuses %j at %s: %s', (changes: Record<string, unknown>, pointer, code, params: unknown) => {
    const faults = faultsOf(json(changes));
    expect(faults).toEqual([params === undefined ? { pointer, code } : { pointer, code, params }]);
    for (const locale of ['vi', 'en'] as const)
      expect(Object.keys(evaluationMessages[locale])).toContain(`fault.${code}`);
  });

  it('says what is wrong in a full sentence with the way out', () => {
    const sentence = evaluationMessages.vi['fault.answer.more_than_present'];
    expect(typeof sentence === 'function' && sentence({ present: 36 })).toBe(
      'Nhiều hơn số có mặt (36). Hãy kiểm tra lại.',
    );
  });

  it('throws all faults at once as one error', () => {
    const raw = json({ speakers: 50, place: '', endedAt: 'late' });
    const error: unknown = catching(() => read(raw));
    expect(isDomainError(error, 'input.invalid') && error.params.count).toBe(3);
  });

  it('warns without refusing', () => {
    const answers = read(json({ endedAt: '20:30', speakers: 0, opinions: 0, strengths: [], shortcomings: [] }));
    const planned = { kind: 'thematic', day: day('2020-12-04'), startsAt: '19:30', place: 'Hội trường' } as const;
    expect(warningsOf(answers, rubric42Hd, { ...someContext, planned })).toEqual([
      { pointer: '/endedAt', code: 'warning.short', params: { minutes: 60, required: 90 } },
      { pointer: '/date', code: 'warning.other_day', params: { planned: '2020-12-04' } },
      { pointer: '/meetingKind', code: 'warning.other_kind', params: { planned: 'thematic' } },
      { pointer: '/speakers', code: 'warning.nobody_spoke', params: {} },
      { pointer: '/strengths', code: 'warning.nothing_observed', params: {} },
    ]);
  });
});

describe('whatever is sent', () => {
  it('is read or refused with places, never anything else', () => {
    const names = form.sections.flatMap((section) => section.fields.map((field) => field.path[0] ?? ''));
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string(), fc.constant('__proto__')), fc.anything()),
      fc.dictionary(
        fc.constantFrom('strengths[0][text]', 'scores[steps]', 'strengths[x]', 'a[b][c][d][e][f]', 'date[]'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(hostile, (raw) => {
        const error = catching(() => read(raw));
        expect(isDomainError(error, 'input.invalid') && error.faults.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives equal answers as JSON and as a form post', () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((each) => faultsOf(json({ place: each })).length === 0);
    const observation = fc.record({ text: line, field: fc.constantFrom(null, 'environment', 'security') });
    const anyAnswers = fc
      .record({
        place: line,
        present: fc.integer({ min: 1, max: 42 }),
        speakShare: fc.integer({ min: 0, max: 100 }),
        steps: fc.integer({ min: 0, max: 5 }),
        selfTotal: fc.option(fc.integer({ min: 0, max: 400 }).map((n) => n / 4)),
        strengths: fc.array(observation, { maxLength: 10 }),
        reflections: fc.array(
          fc.record({
            text: line,
            field: fc.constant(null),
            answered: fc.constantFrom('on_the_spot', 'later'),
            authority: fc.option(line),
          }),
          { maxLength: 3 },
        ),
        state: fc.constantFrom('done', 'in_progress', 'not_done'),
      })
      .map(({ present, speakShare, steps, state, ...rest }) => ({
        ...someAnswers(),
        ...rest,
        present,
        absentExcused: 42 - present,
        speakers: Math.floor((present * speakShare) / 100),
        scores: { ...someAnswers().scores, steps },
        directives: someAnswers().directives.map((each) => ({ ...each, state })),
      }));
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(rubric42Hd, gatedRubric), (answers, rubric) => {
        const sameForm = visitForm(rubric, someContext);
        const fromJson: Answers = readAnswers(answers, sameForm, someContext, rubric);
        expect(readAnswers(asHtmlPost(answers), sameForm, someContext, rubric)).toEqual(fromJson);
        expect(readAnswers(fromJson, sameForm, someContext, rubric)).toEqual(fromJson);
      }),
      { numRuns: 60 },
    );
  });
});

function catching(work: () => unknown): unknown {
  try {
    return { read: work() };
  } catch (error) {
    return error;
  }
}
