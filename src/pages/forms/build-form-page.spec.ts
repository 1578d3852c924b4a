import { catalogues } from '../../app/texts.ts';
import { visitForm } from '../../modules/evaluations/domain/form.ts';
import { rubric42Hd } from '../../modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { asHtmlPost, someAnswers, someContext } from '../../../test/fixtures/some-answers.ts';
import { type FormFrame, type FormRequest, buildFormPage } from './build-form-page.ts';
import type { FieldView, FormPage, ListView } from './form.view.ts';

const { vi } = catalogues;
const form = visitForm(rubric42Hd, someContext);
const frame = { visitId: 'v' } as FormFrame;

const pageOf = (raw: unknown, stage: FormRequest['stage'] = 'draft'): FormPage =>
  buildFormPage(frame, { form, rubric: rubric42Hd, context: someContext, raw, stage, locale: 'vi', catalogue: vi });

const field = (page: FormPage, name: string): FieldView => {
  const found = page.sections.flatMap((section) => section.fields).find((each) => each.name === name);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const list = (page: FormPage, name: string): ListView => {
  const found = field(page, name);
  if (found.kind !== 'list') throw new Error(`${name} is no list`);
  return found;
};

describe('the page of an evaluation form', () => {
  it('shows what was typed, even where it cannot be read', () => {
    const page = pageOf({ ...asHtmlPost(someAnswers()), present: '3x' });
    expect(field(page, 'present')).toMatchObject({ kind: 'count', value: '3x', error: vi['fault.answer.not_a_count'] });
  });

  it('does not call a draft wrong for what is still empty', () => {
    expect(
      pageOf({})
        .sections.flatMap((section) => section.fields)
        .filter((each) => each.error !== null),
    ).toEqual([]);
    expect(pageOf({}).errors).toEqual([]);
  });

  it('names each wrong place of a form that was sent, with a link to its field', () => {
    const page = pageOf({ ...asHtmlPost(someAnswers()), speakers: '41', 'shortcomings[0][text]': ' ' }, 'refused');
    expect(page.errors).toEqual([
      {
        label: 'Số đảng viên phát biểu',
        sentence: 'Nhiều hơn số có mặt (40). Hãy kiểm tra lại.',
        href: '#speakers',
      },
      { label: 'Nội dung', sentence: 'Mục này cần điền.', href: '#shortcomings-0-text' },
    ]);
  });

  it('says before it is sent what it still needs, and what is unusual as soon as that can be said', () => {
    expect(pageOf({}).review.open.length).toBeGreaterThan(20);
    expect(pageOf({}).review.warnings).toEqual([]);
    expect(pageOf(asHtmlPost(someAnswers())).review).toEqual({ open: [], warnings: [] });
    const early = pageOf({ startedAt: '08:00', endedAt: '18:00' });
    expect(early.review.warnings).toMatchObject([{ href: '#endedAt', label: 'Kết thúc thực tế' }]);
    expect(field(early, 'endedAt').warning).toMatch(/600\sphút/);
    const silent = asHtmlPost(someAnswers({ strengths: [], shortcomings: [] }));
    expect(pageOf(silent).review.warnings).toMatchObject([{ href: '#strengths' }]);
    expect(pageOf({ ...silent, speakers: '' }).review.warnings).toEqual([]);
  });

  it('warns of personal data at the field where it was typed, also where an item before it was removed', () => {
    const typed = { 'strengths[2][text]': 'Chuẩn bị kỹ', 'strengths[5][text]': 'ông Nguyễn Văn A 0903123456' };
    const page = pageOf({ ...typed, recommendations: 'Theo bà Lan, cần sửa đèn' });
    expect(page.review.warnings.map(({ href }) => href)).toEqual(['#strengths-5-text', '#recommendations']);
    const [first, second] = list(page, 'strengths').items.map((item) => item.fields[0]?.warning);
    expect([first, second]).toEqual([null, expect.stringContaining('số điện thoại')]);
  });

  it('counts the required questions that have an answer', () => {
    const { part, whole } = pageOf(asHtmlPost(someAnswers())).answered;
    expect(part).toBe(whole);
    expect(pageOf({}).answered.part).toBe(0);
    expect(pageOf({ ...asHtmlPost(someAnswers()), notice: '' }).answered).toEqual({ part: whole - 1, whole });
  });

  it('marks the questions that the answers so far make idle', () => {
    const thematic = pageOf({ meetingKind: 'thematic' });
    expect(field(thematic, 'scores[regular_content]').isAsked).toBe(false);
    expect(field(pageOf({ meetingKind: 'regular' }), 'scores[regular_content]').isAsked).toBe(true);
  });

  it('offers one empty item after those of a list, under an index of its own', () => {
    const items = list(pageOf({ 'shortcomings[4][text]': 'Rác đầu hẻm' }), 'shortcomings').items;
    expect(items.map((item) => item.fields[0])).toMatchObject([
      { name: 'shortcomings[4][text]', value: 'Rác đầu hẻm' },
      { name: 'shortcomings[5][text]', value: '' },
    ]);
  });

  it('shows each directive of last month as an item that cannot be left out', () => {
    const { items, blank } = list(pageOf({}), 'directives');
    expect(blank).toBeNull();
    expect(items).toHaveLength(someContext.directives.length);
    expect(items[0]).toMatchObject({
      text: someContext.directives[0]?.text,
      hidden: { name: 'directives[0][directiveId]', value: someContext.directives[0]?.id },
    });
    expect(items[0]?.fields.map((each) => each.name)).toEqual(['directives[0][state]', 'directives[0][note]']);
  });

  it('says how many points can be given, and shows points with the decimal sign of the reader', () => {
    const page = pageOf({ 'scores[regular_content]': '9.5', selfTotal: '24,75', meetingKind: 'regular' });
    expect(field(page, 'scores[regular_content]')).toMatchObject({
      ...{ value: '9,5', outOf: '10', inputmode: 'decimal', step: 0.5, stepText: '0,5' },
    });
    expect(field(page, 'selfTotal')).toMatchObject({ value: '24,75', outOf: '100', stepText: '0,25' });
    expect(field(page, 'scores[steps]')).toMatchObject({ kind: 'segments', outOf: '5' });
    expect(field(page, 'present')).toMatchObject({ outOf: null, inputmode: 'numeric' });
    expect(field(pageOf({ selfTotal: '9,5x' }), 'selfTotal')).toMatchObject({ value: '9,5x' });
  });

  it('sends back exactly what was read into it', () => {
    const sent = { ...asHtmlPost(someAnswers()), selfTotal: '96,5' };
    const views = pageOf(sent).sections.flatMap((section) => section.fields);
    const scalars = views.flatMap((each) =>
      each.kind === 'list' ? each.items.flatMap((item) => item.fields) : [each],
    );
    const filled = scalars.flatMap((each) => {
      if (each.kind === 'checks') return [];
      const value = 'options' in each ? each.options.find((option) => option.selected)?.value : each.value;
      return value ? [[each.name, value] as const] : [];
    });
    const expected = Object.entries(sent).filter(([name, value]) => value !== '' && !name.endsWith('[directiveId]'));
    expect(Object.fromEntries(filled)).toEqual(Object.fromEntries(expected));
  });
});
