import fc from 'fast-check';
import { datedTemplate, ownAnswers, ownSection, ownTemplate } from '../../../../test/fixtures/own-template.ts';
import { asHtmlPost, someAnswers, someContext } from '../../../../test/fixtures/some-answers.ts';
import { randomEntries } from '../../../../test/support/random-entries.ts';
import { SEED } from '../../../../test/support/seed.ts';
import { contentHash } from '../../../kernel/canonical-json.ts';
import { month } from '../../../kernel/month.ts';
import { assessForm } from './assess-form.ts';
import { visitForm } from './form.ts';
import type { FormTemplate, TemplateQuestion, TemplateSection } from './form-template.ts';
import { inputName } from './pointer.ts';
import { examineAnswers, readAnswers } from './read-answers.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { hashOf } from './submission.ts';
import { templateFaults } from './template-validation.ts';
import { SHIPPED_TEMPLATES } from './templates/shipped-templates.ts';
import { standardForm } from './templates/standard-form.ts';

const form = visitForm(rubric42Hd, someContext, ownTemplate);
const answersWith = (extra: Record<string, unknown>) => ({ ...someAnswers(), extra });
const read = (raw: unknown) => readAnswers(raw, form, someContext, rubric42Hd);
const faultsOf = (extra: Record<string, unknown>) =>
  examineAnswers(answersWith(extra), form, someContext, rubric42Hd).faults.map(({ pointer, code }) => [pointer, code]);
const codesOf = (template: unknown) => templateFaults(template).map(({ pointer, code }) => [pointer, code]);
const withQuestions = (...questions: readonly TemplateQuestion[]): FormTemplate => ({
  ...standardForm,
  sections: [...standardForm.sections, { id: 'own', title: { vi: 'Riêng', en: 'Own' }, questions }],
});
const words = { vi: 'Câu hỏi', en: 'Question' };
const without = (name: string): TemplateSection[] =>
  standardForm.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((each) => !('asks' in each && each.asks === name)),
  }));

describe('a form with questions of a committee’s own', () => {
  it('reads their answers as JSON and as a browser posts them', () => {
    expect(read(answersWith(ownAnswers)).extra).toEqual(ownAnswers);
    const { how, ...others } = ownAnswers;
    const ticked = Object.fromEntries(how.map((each) => [`extra[how][${each}]`, 'yes']));
    const post = { ...asHtmlPost(answersWith({ ...others, spots: '1,5' })), 'extra[spots]': '1,5', ...ticked };
    expect(read(post).extra).toEqual(ownAnswers);
  });

  it('asks only what its conditions want, and drops what was answered before', () => {
    const { households: _, how: __, ...rest } = ownAnswers;
    expect(read(answersWith({ ...ownAnswers, signed: 'none', spots: 0.5 })).extra).toEqual({
      ...rest,
      signed: 'none',
      spots: 0.5,
    });
    expect(
      assessForm({ form, rubric: rubric42Hd, context: someContext }, { extra: { signed: 'none' } }).idle,
    ).toContain('/extra/households');
  });

  it('names each wrong answer at its field', () => {
    expect(faultsOf({ ...ownAnswers, signed: 'never', spots: 1.25, words: 'ă'.repeat(100_000), unknown: 'x' })).toEqual(
      [
        ['/extra/signed', 'answer.not_an_option'],
        ['/extra/spots', 'answer.decimals'],
        ['/extra/words', 'answer.too_long'],
        ['/extra/unknown', 'answer.unknown_field'],
      ],
    );
    expect(
      faultsOf({ signed: 'some', spots: 101, how: ['rewards'], lanes: [{ bins: -1 }, { lane: 'Hẻm 1', x: 1 }] }),
    ).toEqual([
      ['/extra/households', 'answer.required'],
      ['/extra/spots', 'answer.too_large'],
      ['/extra/lanes/0/lane', 'answer.required'],
      ['/extra/lanes/0/bins', 'answer.too_small'],
      ['/extra/lanes/1/x', 'answer.unknown_field'],
    ]);
    expect(faultsOf({ ...ownAnswers, how: ['rewards'] })).toEqual([['/extra/how', 'answer.not_an_option']]);
  });

  it('has the hash of before where nothing of its own was answered', () => {
    const plain = readAnswers(someAnswers(), visitForm(rubric42Hd, someContext), someContext, rubric42Hd);
    expect(Object.hasOwn(plain, 'extra')).toBe(false);
    const sent = { answers: plain, rubric: { id: '42-hd', version: 1 }, template: { id: 'standard', version: 1 } };
    expect(hashOf(sent)).toBe(contentHash({ answers: plain, rubric: sent.rubric, formVersion: 1 }));
    expect(hashOf(sent)).not.toBe(hashOf({ ...sent, template: { id: 'litter', version: 1 } }));
  });

  it('asks the questions of a theme in its months only', () => {
    const idsIn = (of: string) =>
      visitForm(rubric42Hd, { ...someContext, month: month(of) }, datedTemplate).sections.map(({ id }) => id);
    expect(['2020-09', '2020-10', '2020-12', '2021-01'].map((of) => idsIn(of).includes('litter'))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('asks what the rubric reads, even where it was left out', () => {
    const short = { ...ownTemplate, sections: without('targetsMet') };
    const sections = visitForm(rubric42Hd, someContext, short).sections;
    const needed = sections.find(({ id }) => id === 'needed');
    expect(needed?.fields.map(({ path, label }) => [inputName(path), label.en])).toEqual([['targetsMet', 'Met']]);
    expect(
      examineAnswers(someAnswers(), visitForm(rubric42Hd, someContext, short), someContext, rubric42Hd).faults,
    ).toEqual([]);
  });

  it('leaves out what it need not ask, and stores it as not answered', () => {
    const short = visitForm(rubric42Hd, someContext, {
      ...standardForm,
      sections: without('shortcomings').map((section) => ({
        ...section,
        questions: section.questions.filter((each) => !('asks' in each && each.asks === 'opinions')),
      })),
    });
    const { shortcomings: _, opinions: __, ...sent } = someAnswers();
    const answers = readAnswers(sent, short, someContext, rubric42Hd);
    expect(answers).toMatchObject({ shortcomings: [], opinions: null });
    expect(
      examineAnswers(someAnswers(), short, someContext, rubric42Hd)
        .faults.map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['/opinions', '/shortcomings']);
  });

  it('may want at least one line of a list', () => {
    const strict = visitForm(rubric42Hd, someContext, {
      ...standardForm,
      sections: standardForm.sections.map((section) => ({
        ...section,
        questions: section.questions.map((each) =>
          'asks' in each && each.asks === 'strengths' ? { ...each, required: true } : each,
        ),
      })),
    });
    const { faults } = examineAnswers(someAnswers({ strengths: [] }), strict, someContext, rubric42Hd);
    expect(faults).toEqual([{ pointer: '/strengths', code: 'answer.required' }]);
  });

  it('is assessed without a throw whatever is written, and its answers are read again as they are', () => {
    const own = { ...form, sections: form.sections.filter(({ id }) => id === 'litter') };
    let sendable = 0;
    const counted = fc.property(randomEntries(own), (entries) => {
      const raw = { ...asHtmlPost(someAnswers()), ...entries };
      const { answers, faults, score } = assessForm({ form, rubric: rubric42Hd, context: someContext }, raw);
      if (faults.length > 0) return;
      sendable += 1;
      expect(score.complete).toBe(true);
      expect(read(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
    });
    fc.assert(counted, { seed: SEED, numRuns: 300 });
    expect(sendable).toBeGreaterThan(0);
  });
});

describe('the data of a form', () => {
  it('is right where it comes with the service', () => {
    expect(SHIPPED_TEMPLATES.map(codesOf)).toEqual(SHIPPED_TEMPLATES.map(() => []));
    expect(codesOf(ownTemplate)).toEqual([]);
    expect(codesOf(datedTemplate)).toEqual([]);
    expect(codesOf(JSON.parse(JSON.stringify(ownTemplate)))).toEqual([]);
  });

  it.each<[string, unknown, [string, string][]]>([
    ['no object', null, [['', 'template.not_an_object']]],
    ['no sections', { ...standardForm, sections: undefined }, [['/sections', 'template.missing']]],
    ['another entry', { ...standardForm, colour: 'red' }, [['/colour', 'template.unknown']]],
    [
      'a text of 100,000 characters',
      { ...standardForm, title: { vi: 'ă'.repeat(100_000), en: 'a' } },
      [['/title/vi', 'template.too_long']],
    ],
    [
      'an unknown question',
      withQuestions({ asks: 'weather' } as never),
      [
        ['/sections/14/questions/0/asks', 'template.not_one_of'],
        ['/sections/14/questions/0/label', 'template.missing'],
      ],
    ],
    [
      'a question that is asked twice',
      withQuestions({ asks: 'present', label: words }),
      [['/sections/14/questions/0', 'template.twice']],
    ],
    [
      'two questions with one id',
      withQuestions({ id: 'a', type: 'date', label: words }, { id: 'a', type: 'time', label: words }),
      [['/sections/14/questions/1/id', 'template.twice']],
    ],
    [
      'a choice without options',
      withQuestions({ id: 'a', type: 'choice', label: words, options: [] }),
      [['/sections/14/questions/0/options', 'template.few_options']],
    ],
    [
      'a needed figure that is left out',
      { ...standardForm, sections: without('present') },
      [['/sections', 'template.needed']],
    ],
    [
      'no place for the rubric',
      { ...standardForm, sections: standardForm.sections.filter(({ place }) => place !== 'judged') },
      [['/sections', 'template.no_place']],
    ],
    [
      'a condition on a missing question',
      withQuestions({ id: 'a', type: 'date', label: words, askedWhen: { answer: 'b', in: ['x'] } }),
      [['/sections/14/questions/0/askedWhen', 'template.condition_later']],
    ],
    [
      'a condition on a later question',
      withQuestions(
        { id: 'a', type: 'date', label: words, askedWhen: { answer: 'signed', in: ['all'] } },
        ...ownSection.questions.slice(0, 1),
      ),
      [['/sections/14/questions/0/askedWhen', 'template.condition_later']],
    ],
    [
      'a condition on what may be left empty',
      withQuestions(...ownSection.questions, {
        id: 'a',
        type: 'date',
        label: words,
        askedWhen: { answer: 'how', in: ['fines'] },
      }),
      [['/sections/14/questions/8/askedWhen', 'template.condition_open']],
    ],
    [
      'a condition on an option that is not there',
      withQuestions(...ownSection.questions, {
        id: 'a',
        type: 'date',
        label: words,
        askedWhen: { answer: 'signed', in: ['half'] },
      }),
      [['/sections/14/questions/8/askedWhen', 'template.condition_value']],
    ],
    [
      'a number whose largest is its smallest',
      withQuestions({ id: 'a', type: 'number', label: words, minimum: 3, maximum: 3, decimals: 0 }),
      [['/sections/14/questions/0/maximum', 'template.bounds']],
    ],
    [
      'an id that is a number',
      withQuestions({ id: '1', type: 'date', label: words }),
      [['/sections/14/questions/0/id', 'template.not_an_id']],
    ],
  ])('is refused at its place: %s', (_name, template, expected) => {
    expect(codesOf(template)).toEqual(expected);
  });
});
