import { ownAnswers, ownSection, ownTemplate } from '../../../../test/fixtures/own-template.ts';
import { asHtmlPost, someAnswers, someContext } from '../../../../test/fixtures/some-answers.ts';
import { carryOver, withoutStrays } from './carry-over.ts';
import { visitForm } from './form.ts';
import type { FormTemplate, TemplateQuestion } from './form-template.ts';
import { examineAnswers } from './read-answers.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';

const formOf = (template?: FormTemplate) => visitForm(rubric42Hd, someContext, template);
const withOwn = (change: (question: TemplateQuestion) => TemplateQuestion | null): FormTemplate => ({
  ...ownTemplate,
  sections: ownTemplate.sections.map((section) =>
    section.id === 'litter'
      ? { ...section, questions: ownSection.questions.flatMap((each) => change(each) ?? []) }
      : section,
  ),
});
const { how: _, ...scalars } = ownAnswers;
const written = {
  ...asHtmlPost({ ...someAnswers(), extra: scalars }),
  'extra[how][posters]': 'yes',
  'extra[how][fines]': 'yes',
  reply: 'Đã sửa',
};
const idOf = (question: TemplateQuestion) => ('id' in question ? question.id : '');

describe('answers that are carried over to another form', () => {
  it('stay as they were typed where the form asks the same', () => {
    const { content, lost } = carryOver(written, formOf(ownTemplate), formOf(ownTemplate), 'vi');
    expect(lost).toEqual([]);
    expect(content['reply']).toBe('Đã sửa');
    const { reply: __, ...answers } = content;
    const read = (raw: unknown) => examineAnswers(raw, formOf(ownTemplate), someContext, rubric42Hd);
    const { reply: ___, ...before } = written;
    expect(read(answers)).toEqual(read(before));
  });

  it('are listed with their questions where the form has no place for them', () => {
    const { content, lost } = carryOver(written, formOf(ownTemplate), formOf(), 'vi');
    expect(lost.map(({ label, text }) => `${label} = ${text}`)).toEqual([
      'Đã ký cam kết = some',
      'Số hộ đã ký = 120',
      'Điểm rác tự phát = 1.5',
      'Cách làm = posters; fines',
      'Ghi thêm = <b>Đậm</b> & "ngoặc"',
      'Từ ngày = 2020-11-05',
      'Giờ thu gom = 19:00',
      'Từng hẻm = Hẻm: Hẻm 48 · Số thùng: 3\nHẻm: Hẻm 122',
    ]);
    expect(examineAnswers(content, formOf(), someContext, rubric42Hd).faults.map(({ pointer }) => pointer)).toEqual([
      '/reply',
    ]);
  });

  it('are listed where a choice offers them no more, a type has changed or a column is gone', () => {
    const changed = withOwn((each) => {
      if (!('id' in each)) return each;
      if (each.type === 'choice') return { ...each, options: each.options.filter(({ value }) => value !== 'some') };
      if (each.id === 'words') return { ...each, type: 'multiple', options: [] } as never;
      if (each.type === 'table') return { ...each, columns: each.columns.slice(0, 1) };
      return each;
    });
    const { content, lost } = carryOver(written, formOf(ownTemplate), formOf(changed), 'vi');
    expect(lost.map(({ label, text }) => [label, text])).toEqual([
      ['Đã ký cam kết', 'some'],
      ['Ghi thêm', '<b>Đậm</b> & "ngoặc"'],
      ['Từng hẻm 1, Số thùng', '3'],
    ]);
    expect(content['extra']).toMatchObject({ lanes: { 0: { lane: 'Hẻm 48' }, 1: { lane: 'Hẻm 122' } } });
  });

  it('keep what cannot be read in a field that shows it', () => {
    const { content, lost } = carryOver({ present: '3x' }, formOf(ownTemplate), formOf(), 'vi');
    expect([content, lost]).toEqual([{ present: '3x' }, []]);
  });

  it('are found too where another device wrote them into a form that does not ask them', () => {
    const short = withOwn((each) => (idOf(each) === 'spots' ? null : each));
    const { content, lost } = withoutStrays({ ...written, colour: 'red' }, formOf(short), 'vi');
    expect(lost).toEqual([{ label: 'spots', text: '1.5' }]);
    expect(content['colour']).toBe('red');
    const strays = withoutStrays({ 'strengths[0][text]': 'Tốt' }, { ...formOf(), sections: [] }, 'vi');
    expect(strays).toEqual({ content: {}, lost: [{ label: 'Ưu điểm', text: 'Tốt' }] });
  });
});
