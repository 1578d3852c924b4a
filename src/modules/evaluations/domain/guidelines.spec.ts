import { showPoints } from './points.ts';
import { guidelinesOf } from './guidelines.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';

describe('the guidelines of a rubric', () => {
  const found = guidelinesOf(rubric42Hd);
  const linesAt = (pointer: string) =>
    (found.get(pointer) ?? []).flatMap(({ lines, bonuses }) =>
      [...lines, ...bonuses].map(({ text, points }) => `${showPoints(points, 'vi')}: ${text.vi}`),
    );

  it.each<[string, string]>([
    ['/endedAt', '4: Thiếu không quá 15 phút'],
    ['/present', '3: Từ 75% đến dưới 90%'],
    ['/longExcused', '1: Không có đảng viên vắng quá 3 kỳ liên tiếp'],
  ])('stand at the question that decides: %s', (pointer, line) => expect(linesAt(pointer)).toContain(line));

  it('name a criterion once at each question, with what it gives at most', () => {
    for (const [pointer, guidelines] of found) {
      const titles = guidelines.map(({ title, lines }) => JSON.stringify([title, lines]));
      expect([pointer, new Set(titles).size]).toEqual([pointer, titles.length]);
      for (const { lines, maximum } of guidelines)
        for (const { points } of lines) expect(points).toBeLessThanOrEqual(maximum);
    }
  });

  it('are there for every criterion that is not free points', () => {
    const titles = new Set([...found.values()].flat().map(({ title }) => title.vi));
    const wanted = rubric42Hd.sheets
      .flatMap(({ groups }) => groups.flatMap(({ criteria }) => criteria))
      .filter(({ scoring }) => scoring.by !== 'points');
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter(({ title }) => !titles.has(title.vi)).map(({ id }) => id)).toEqual([]);
  });
});
