import { visitForm } from '../../modules/evaluations/domain/form.ts';
import { rubric42Hd } from '../../modules/evaluations/domain/rubrics/rubric-42-hd.ts';
import { score } from '../../modules/evaluations/domain/score.ts';
import { someAnswers, someContext } from '../../../test/fixtures/some-answers.ts';
import { showAnswers } from './show-answers.ts';
import { showScore } from '../../modules/evaluations/domain/show-score.ts';

const plain = (text: string | null | undefined): string => (text ?? '').replaceAll('\u00a0', ' ');

describe('a score on a page', () => {
  it('gives each share with what it was counted from, in the decimals of the reader', () => {
    const shown = (locale: 'vi' | 'en') =>
      showScore(score(rubric42Hd, someAnswers({ present: 36 })), rubric42Hd, locale);
    const attendance = (locale: 'vi' | 'en') => shown(locale).groups[1]?.criteria[0];
    expect(plain(attendance('vi')?.ground)).toMatch(/^85,7% \(36\/42\) · /);
    expect(plain(attendance('en')?.ground)).toMatch(/^85\.7% \(36\/42\) · /);
  });

  it('says that it waits where answers are missing, and rates nothing', () => {
    const { rating, isComplete, groups } = showScore(score(rubric42Hd, {}), rubric42Hd, 'vi');
    expect([rating, isComplete, groups[0]?.isKnown, groups[0]?.criteria[0]?.points]).toEqual([
      null,
      false,
      false,
      null,
    ]);
  });

  it('compares with the branch’s own total, and shows the sign', () => {
    const answers = someAnswers({ selfScores: {}, selfTotal: 96.5 });
    expect(showScore(score(rubric42Hd, answers), rubric42Hd, 'vi')).toMatchObject({ self: '96,5', difference: '+3,5' });
  });
});

describe('answers on a page', () => {
  const sections = showAnswers(someAnswers(), visitForm(rubric42Hd, someContext), someContext.directives, 'vi');
  const row = (label: string) => sections.flatMap((section) => section.rows).find((each) => each.label === label);

  it('are read in words, not in the values of the form', () => {
    expect(row('Loại sinh hoạt')?.value).toBe('Thường kỳ');
    expect(row('Ngày')?.value).toBe('03/12/2020');
    expect(row('Hạn chế')?.items).toEqual([
      [
        { label: 'Nội dung', value: 'Còn rác đầu hẻm 122.' },
        { label: 'Lĩnh vực', value: 'Môi trường' },
        { label: 'Nguyên nhân', value: 'Chưa có lịch trực.' },
      ],
    ]);
  });

  it('leave out what was left empty', () => {
    expect(row('Dự thay cho')).toBeUndefined();
  });

  it('stand empty where somebody may remark on them, but not where they were not asked', () => {
    const all = { policy: rubric42Hd.policy, isWanted: () => true };
    const form = visitForm(rubric42Hd, someContext);
    const labels = showAnswers(someAnswers(), form, someContext.directives, 'vi', all)
      .flatMap(({ rows }) => rows)
      .filter(({ value, items }) => value === null && items.length === 0)
      .map(({ question }) => question);
    expect(labels).toContain('/standingInFor');
    expect(labels).not.toContain('/scores/thematic_content');
  });

  it('name last month’s directives by their text', () => {
    expect(row('Yêu cầu của tháng trước')?.items[0]?.[0]?.value).toBe(someContext.directives[0]?.text);
  });
});
