import fc from 'fast-check';
import type { Answers } from './answers.ts';
import { hundredths } from './points.ts';
import { score } from './score.ts';
import type { CriterionScore, Score } from './score.ts';
import { someAnswers, withAttendance } from '../../../../test/fixtures/some-answers.ts';
import { gatedRubric, twoSheetRubric } from '../../../../test/fixtures/other-rubrics.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';

function criterion(result: Score, id: string): CriterionScore {
  const found = result.groups.flatMap((group) => group.criteria).find((each) => each.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return found;
}

function pointsOf(id: string, changes: Partial<Answers>): number | null {
  const { points } = criterion(score(rubric42Hd, someAnswers(changes)), id);
  return points === null ? null : points / 100;
}

describe('the 42-HD table', () => {
  it.each([
    ['19:30', '21:00', 'regular', 5],
    ['19:30', '21:30', 'regular', 5],
    ['19:30', '20:59', 'regular', 4],
    ['19:30', '20:45', 'regular', 4],
    ['19:30', '20:44', 'regular', 3],
    ['19:30', '20:30', 'regular', 3],
    ['19:30', '20:29', 'regular', 2],
    ['19:30', '20:15', 'regular', 2],
    ['19:30', '20:14', 'regular', 1],
    ['19:30', '21:30', 'combined', 5],
    ['19:30', '21:15', 'combined', 4],
    ['19:30', '21:00', 'combined', 3],
    ['19:30', '20:59', 'combined', 2],
    ['19:30', '20:30', 'combined', 2],
    ['19:30', '20:29', 'combined', 1],
  ] as const)(
    'gives for a meeting from %s to %s (%s) %d points of duration',
    (startedAt, endedAt, meetingKind, points) => {
      expect(pointsOf('duration', { startedAt, endedAt, meetingKind })).toBe(points);
    },
  );

  it.each([
    [42, 42, 0, 5],
    [36, 40, 0, 5],
    [359, 400, 0, 4],
    [36, 42, 0, 4],
    [30, 40, 0, 4],
    [299, 400, 0, 3],
    [26, 40, 0, 3],
    [259, 400, 0, 2],
    [1, 40, 0, 2],
    [39, 40, 1, 2],
  ])(
    'gives for %d of %d members, %d of them absent without excuse, %d points of attendance',
    (present, entitled, unexcused, points) => {
      expect(pointsOf('attendance', withAttendance(present, entitled, unexcused))).toBe(points);
    },
  );

  it('keeps back the extra point where somebody was excused more than three times in a row', () => {
    expect(pointsOf('attendance', { ...withAttendance(40, 40), longExcused: 'yes' })).toBe(4);
  });

  it.each([
    [21, 40, 5],
    [20, 40, 4],
    [201, 400, 5],
    [16, 40, 4],
    [159, 400, 3],
    [12, 40, 3],
    [119, 400, 2],
    [0, 40, 2],
  ])('gives for %d speakers of %d present %d points', (speakers, present, points) => {
    expect(pointsOf('speaking', { ...withAttendance(present, present), speakers })).toBe(points);
  });

  it('puts exactly half of the speakers where its policy says', () => {
    const upper = { ...rubric42Hd, policy: { ...rubric42Hd.policy, exactlyHalfSpeaking: 'upper' as const } };
    const half = someAnswers({ ...withAttendance(40, 40), speakers: 20 });
    expect(criterion(score(upper, half), 'speaking').points).toBe(500);
    expect(criterion(score(rubric42Hd, half), 'speaking').points).toBe(400);
  });

  it.each([
    [9, 10, 30],
    [89, 100, 27],
    [8, 10, 27],
    [79, 100, 24],
    [7, 10, 24],
    [69, 100, 20],
    [6, 10, 20],
    [59, 100, 15],
    [1, 2, 15],
    [49, 100, 10],
    [0, 10, 10],
  ])('gives for %d targets met of %d set %d points', (targetsMet, targetsSet, points) => {
    expect(pointsOf('targets', { targetsMet, targetsSet })).toBe(points);
  });

  it.each([
    ['notice', { notice: 'members_and_superior' }, 1],
    ['notice', { notice: 'members_only' }, 0],
    ['materials', { materials: 'a_day_before' }, 2],
    ['materials', { materials: 'later' }, 1],
    ['materials', { materials: 'none' }, 0],
    ['upload', { minutesUpload: 'not_due' }, 1],
    ['upload', { minutesUpload: 'late' }, 0],
    ['pre_meeting', { scores: { pre_meeting: 'without_minutes' } }, 1],
    ['pre_meeting', { scores: {}, secretaryAlone: 'yes' }, 2],
    ['pre_meeting', { scores: {}, secretaryAlone: 'no' }, null],
  ] as const)('reads %s from %j: %p', (id, changes, points) => {
    expect(pointsOf(id, changes)).toBe(points);
  });

  it('leaves out what was not due yet, where its policy says so', () => {
    const strict = { ...rubric42Hd, policy: { ...rubric42Hd.policy, notYetDue: 'leave_out' as const } };
    const early = someAnswers({ minutesUpload: 'not_due' });
    const [granted, without] = [score(rubric42Hd, early), score(strict, early)];
    expect([without.earned, without.reachable]).toEqual([granted.earned - 100, granted.reachable - 100]);
    expect(criterion(without, 'upload')).toMatchObject({
      points: 0,
      maximum: 0,
      ground: { text: { vi: 'Chưa đến hạn khi gửi phiếu, không tính vào tổng điểm' } },
    });
    for (const minutesUpload of ['within_two_days', 'late'] as const) {
      expect(score(strict, someAnswers({ minutesUpload }))).toEqual(score(rubric42Hd, someAnswers({ minutesUpload })));
    }
  });

  it('says the ground of each figure as it was counted', () => {
    const result = score(rubric42Hd, someAnswers({ ...withAttendance(36, 42) }));
    expect(criterion(result, 'attendance').ground).toEqual({
      by: 'case',
      text: { vi: 'Từ 75% đến dưới 90%', en: '75 to under 90%' },
      figure: { indicator: 'attendance', ratio: { numerator: 36, denominator: 42 } },
      bonuses: [expect.objectContaining({ points: 100 })],
    });
  });

  it('caps the content of a combined meeting and rescales what cannot be reached', () => {
    const combined = someAnswers({
      meetingKind: 'combined',
      endedAt: '21:30',
      scores: { ...someAnswers().scores, regular_content: 8, thematic_content: 5 },
    });
    const result = score(rubric42Hd, combined);
    const conduct = result.groups.find((group) => group.id === 'conduct');
    expect(conduct?.caps).toEqual([expect.objectContaining({ id: 'content', cut: 300 })]);
    expect([result.earned, result.reachable, result.total]).toEqual([9500, 9500, 10000]);
  });

  it.each([
    ['rescale', 9474],
    ['grant', 9500],
    ['leave', 9000],
  ] as const)('counts 90 of 95 reachable points under the policy %s as %d hundredths', (unreachablePoints, total) => {
    const rubric = { ...rubric42Hd, policy: { ...rubric42Hd.policy, unreachablePoints } };
    const answers = someAnswers({ scores: { ...someAnswers().scores, steps: 0 } });
    expect(score(rubric, answers).total).toBe(total);
  });

  it('rounds to the nearest hundredth, but never up to a rating that was not reached', () => {
    // 90 of 95 are 94.7368…
    const answers = someAnswers({ scores: { ...someAnswers().scores, steps: 0 } });
    const best = (from: number) => {
      const [sheet] = rubric42Hd.sheets;
      if (!sheet) throw new Error('no sheet');
      const [first, ...others] = sheet.ratings;
      const ratings = [{ ...first, from }, ...others] as typeof sheet.ratings;
      return score({ ...rubric42Hd, sheets: [{ ...sheet, ratings }] }, answers);
    };
    expect([best(94.73).total, best(94.73).rating?.id]).toEqual([9474, 'good']);
    expect([best(94.74).total, best(94.74).rating?.id]).toEqual([9473, 'fair']);
  });

  it('says what was done about points out of reach, and the rating of the plain sum', () => {
    const result = score(rubric42Hd, someAnswers({ scores: { ...someAnswers().scores, regular_content: 0.5 } }));
    expect([result.unreachable, result.earned, result.reachable]).toEqual(['rescale', 8550, 9500]);
    expect([result.rating?.id, result.ratingOfSum?.id]).toEqual(['good', 'fair']);
  });

  it('rates by the exact share, so that 85.5 of 95 points are just good', () => {
    const from = (regular_content: number, drawing_out: number) =>
      score(rubric42Hd, someAnswers({ scores: { ...someAnswers().scores, regular_content, drawing_out } }));
    expect([from(0.5, 3).earned, from(0.5, 3).rating?.id]).toEqual([8550, 'good']);
    expect([from(0.5, 2.5).earned, from(0.5, 2.5).rating?.id]).toEqual([8500, 'fair']);
  });

  it('names what is missing and holds the rating back', () => {
    const { speakers: _, ...rest } = someAnswers();
    const { steps: __, ...scores } = rest.scores;
    const result = score(rubric42Hd, { ...rest, scores });
    expect(result.missing).toEqual(['/scores/steps', '/speakers']);
    expect([result.complete, result.rating, result.earned]).toEqual([false, null, 8500]);
  });

  it('sets the branch’s own scores beside the observer’s', () => {
    const own = {
      duration: 5,
      attendance: 5,
      preparation: 10,
      conduct: 25,
      chairing: 9.5,
      principles: 5,
      targets: 30,
      closing: 5,
    };
    const result = score(rubric42Hd, someAnswers({ selfScores: own, ...withAttendance(36, 42) }));
    expect(result.groups.map((group) => group.difference)).toEqual([0, -100, 0, 0, 50, 0, 0, 0]);
    expect([result.total, result.self, result.difference]).toEqual([9895, 9450, 445]);
  });
});

describe('other shapes of a rubric', () => {
  it('lowers a good rating where a gate finds less than the maximum', () => {
    const result = score(gatedRubric, someAnswers({ ...withAttendance(36, 42) }));
    expect([result.rating?.id, result.ratingByPoints?.id]).toEqual(['fair', 'good']);
    expect(result.gates).toEqual([expect.objectContaining({ id: 'maxima', lacking: ['attendance'] })]);
  });

  it('leaves the rating where all gates are open', () => {
    const result = score(gatedRubric, someAnswers());
    expect([result.rating?.id, result.ratingByPoints, result.gates]).toEqual(['good', null, []]);
  });

  it('lets the strictest of several gates decide', () => {
    const result = score(gatedRubric, someAnswers({ ...withAttendance(39, 42, 3) }));
    expect([result.rating?.id, result.gates.map((gate) => gate.id)]).toEqual(['average', ['maxima', 'unexcused']]);
  });

  it('has a sheet for each kind of meeting and its own formula of attendance', () => {
    const regular = score(
      twoSheetRubric,
      someAnswers({ membersTotal: 50, exempted: 0, present: 42, absentExcused: 2, scores: { regular_content: 4.75 } }),
    );
    expect([regular.sheet, regular.total, regular.rating?.id]).toEqual(['regular', 875, 'fair']);
    expect(criterion(regular, 'attendance').ground.figure?.ratio).toEqual({ numerator: 42, denominator: 48 });
    const thematic = score(twoSheetRubric, someAnswers({ meetingKind: 'thematic', scores: { thematic_content: 9 } }));
    expect([thematic.sheet, thematic.total, thematic.rating?.id]).toEqual(['thematic', 900, 'good']);
  });
});

describe('any score', () => {
  const anyAnswers = fc
    .record({
      kind: fc.constantFrom('regular' as const, 'thematic' as const, 'combined' as const),
      entitled: fc.integer({ min: 1, max: 300 }),
      presentShare: fc.double({ min: 0, max: 1, noNaN: true }),
      speakShare: fc.double({ min: 0, max: 1, noNaN: true }),
      unexcused: fc.integer({ min: 0, max: 3 }),
      minutes: fc.integer({ min: 1, max: 240 }),
      scores: fc.record({
        steps: fc.integer({ min: 0, max: 5 }),
        regular_content: fc.integer({ min: 0, max: 20 }).map((n) => n / 2),
        thematic_content: fc.integer({ min: 0, max: 10 }).map((n) => n / 2),
        prepared_resolution: fc.constantFrom('full', 'part', 'none'),
      }),
    })
    .map(({ kind, entitled, presentShare, speakShare, unexcused, minutes, scores }) => {
      const present = Math.floor(presentShare * entitled);
      const absentUnexcused = Math.min(unexcused, entitled - present);
      const end = 18 * 60 + minutes;
      return someAnswers({
        ...withAttendance(present, entitled, absentUnexcused),
        meetingKind: kind,
        speakers: Math.floor(speakShare * present),
        startedAt: '18:00',
        endedAt: `${Math.floor(end / 60)}:${String(end % 60).padStart(2, '0')}`,
        scores: { ...someAnswers().scores, ...scores },
      });
    });

  it('lies between nothing and its maximum, in each criterion, group and total', () => {
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(rubric42Hd, gatedRubric), (answers, rubric) => {
        const result = score(rubric, answers);
        for (const group of result.groups) {
          expect(group.points).toBeLessThanOrEqual(group.maximum);
          expect(group.points).toBeGreaterThanOrEqual(0);
          for (const each of group.criteria) expect(each.points ?? 0).toBeLessThanOrEqual(each.maximum);
        }
        expect(result.total).toBeLessThanOrEqual(hundredths(100));
        expect(Number.isSafeInteger(result.total) && result.total >= 0).toBe(true);
        expect(result.complete).toBe(result.rating !== null);
      }),
    );
  });

  it('never falls when one more member comes and speaks', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const entitled = answers.membersTotal - answers.exempted;
        fc.pre(answers.present < entitled && answers.present > 0);
        const unexcused = answers.absentExcused > 0 ? answers.absentUnexcused : answers.absentUnexcused - 1;
        const more = {
          ...answers,
          present: answers.present + 1,
          speakers: answers.speakers + 1,
          absentExcused: Math.max(0, answers.absentExcused - 1),
          absentUnexcused: unexcused,
        };
        expect(score(rubric42Hd, more).total).toBeGreaterThanOrEqual(score(rubric42Hd, answers).total);
      }),
    );
  });
});
