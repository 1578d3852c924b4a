import fc from 'fast-check';
import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { briefingHash, compileBriefing } from './briefing-content.ts';
import type { BriefingBlock, BriefingContent, BriefingPart } from './briefing-model.ts';
import type { BriefingInput, BriefingVisit } from './briefing-input.ts';
import { compiled, contentToFreeze, frozenAs, type MonthBriefing, says } from './month-briefing.ts';
import { rewritePart } from './rewrite-part.ts';
import { someMonth, someVisit } from '../../../../test/fixtures/some-month.ts';
import { type Statement, textOf } from './statement.ts';

function part(content: BriefingContent, id: string): BriefingPart {
  const found = content.sections.flatMap((section) => section.parts).find((each) => each.id === id);
  if (!found) throw new Error(`no part ${id}`);
  return found;
}

function statementsOf(blocks: readonly BriefingBlock[]): Statement[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.statement] : block.kind === 'points' ? block.items : [],
  );
}

function wordsOf(content: BriefingContent, id: string): string {
  return statementsOf(part(content, id).blocks).map(textOf).join('\n');
}

function rowsOf(blocks: readonly BriefingBlock[]): string[][] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap((row) => (row.kind === 'cells' ? [[...row.cells]] : [])) : [],
  );
}

/** A month of a few meetings in which each visit is what the spec says. */
function monthOf(...changes: readonly Parameters<typeof someVisit>[2][]): BriefingInput {
  const input = someMonth(changes.length + 1);
  const visits = changes.flatMap((change, n) => {
    const meeting = input.meetings[n];
    return meeting
      ? [
          someVisit(meeting, n, {
            directives: [],
            goodPractices: [],
            shortcomings: [],
            reflections: [],
            vacancies: [],
            ...change,
          }),
        ]
      : [];
  });
  return { ...input, visits };
}

const attended = { membersTotal: 42, exempted: 0, onSpecialDuty: 0, absentUnexcused: 0 };

describe('the briefing of a month', () => {
  const input = someMonth();
  const content = compileBriefing(input);

  it('has the five sections and its annexes', () => {
    expect(content.sections.map((section) => section.title)).toEqual([
      'Tình hình phân công và dự sinh hoạt',
      'Kết quả sinh hoạt chi bộ',
      'Hạn chế, nguyên nhân và chi bộ cần quan tâm',
      'Phản ánh, kiến nghị',
      'Đề xuất và nhiệm vụ tháng sau',
    ]);
    expect(content.annexes.map((annex) => annex.id)).toEqual(['visits', 'scores', 'reflections']);
  });

  it('counts who was sent, who went and whose form is in', () => {
    expect(wordsOf(content, 'situation.visits')).toBe(
      [
        'Trong tháng 12 năm 2020, toàn quận có 60 chi bộ tổ chức sinh hoạt, gồm 54 buổi sinh hoạt thường kỳ và 06 buổi thường kỳ kết hợp chuyên đề. Đã phân công 24 đồng chí của 06 cơ quan, đơn vị dự 54 lượt tại 54/60 chi bộ có sinh hoạt (90%).',
        'Các đồng chí đã dự 53/54 lượt được phân công (98,1%). Có 01 lượt không dự được; lý do: trùng lịch họp đột xuất (01 lượt).',
        'Đã duyệt phiếu của 51/53 lượt đã dự (96,2%); còn 02 phiếu đang chờ duyệt hoặc hoàn thiện.',
      ].join('\n'),
    );
    const byDepartment = rowsOf(part(content, 'situation.departments').blocks);
    expect(byDepartment.at(-1)).toEqual(['', 'Tổng cộng', '24', '54', '53', '0', '1', '98,1%', '51']);
    const sums = byDepartment.slice(0, -1).map((row) => Number(row[3]));
    expect(sums.reduce((sum, each) => sum + each, 0)).toBe(54);
  });

  it('rates a meeting as was decided officially, and says where that is not what the points say', () => {
    const month = monthOf({}, {}, {});
    const before = compileBriefing(month);
    const [first, second] = month.meetings;
    const [good, , average] = month.rubric.ratings;
    const pointsOf = (meetingId: unknown) =>
      month.visits.find((visit) => visit.meetingId === meetingId)?.form?.score.rating;
    if (!first || !second || !good || !average) throw new Error('the month has too few meetings');
    const confirmed = pointsOf(first.id) ?? good;
    const official = new Map([
      [first.id, { rating: confirmed, number: 1 }],
      [second.id, { rating: average, number: 2 }],
    ]);
    const decided = compileBriefing({
      ...month,
      meetings: month.meetings.map((meeting) => {
        const its = official.get(meeting.id);
        return its ? { ...meeting, official: its } : meeting;
      }),
    });
    expect(wordsOf(decided, 'results.ratings')).toContain(
      'Xếp loại của 02 buổi đã được quyết định chính thức, trong đó 01 buổi khác xếp loại theo điểm; các buổi còn lại xếp loại theo điểm.',
    );
    expect(decided.figures.ratings[average.id]).toBe((before.figures.ratings[average.id] ?? 0) + 1);
    const cells = decided.annexes.flatMap(({ blocks }) => rowsOf(blocks).map((row) => row.at(-1)));
    const differing = `${average.text.vi} (theo điểm: ${pointsOf(second.id)?.text.vi})`;
    expect(cells.filter((cell) => cell === differing)).toHaveLength(2);
    expect(decided.officialRatings).toEqual({ [first.id]: 1, [second.id]: 2 });
    expect([wordsOf(before, 'results.ratings').includes('quyết định chính thức'), before.officialRatings]).toEqual([
      false,
      undefined,
    ]);
  });

  it('names in its ground what was done about points out of reach, and how many ratings hang on it', () => {
    expect(wordsOf(content, 'results.ratings')).toContain(
      'Ở 51 buổi có tiêu chí không áp dụng, các tiêu chí này được bỏ ra, điểm đạt được quy về thang 100; chỉ cộng điểm các phần thì 04 buổi xếp loại khác (30 buổi Tốt, 20 buổi Khá và 01 buổi Trung bình).',
    );
  });

  it('tells in an annex, whole and line by line, what its sentences had to shorten', () => {
    const begin = `Chưa phân công ${'đảng viên phụ trách '.repeat(15)}`;
    const said = (end: string) => ({
      shortcomings: [{ text: `${begin}\n${end}`, field: null, cause: null }],
    });
    const long = compileBriefing(monthOf(said('hộ dân'), said('tổ dân phố'), said('hộ dân')));
    expect(wordsOf(long, 'shortcomings.found')).toContain('…');
    const annex = long.annexes.find(({ id }) => id === 'long_remarks');
    const whole = `${begin.trim()}\n`;
    expect(rowsOf(annex?.blocks ?? []).map(([, , kind, text]) => [kind, text])).toEqual([
      ['Hạn chế', `${whole}hộ dân.`],
      ['Hạn chế', `${whole}tổ dân phố.`],
      ['Hạn chế', `${whole}hộ dân.`],
    ]);
    // They begin alike and are still two different remarks.
    expect(wordsOf(long, 'shortcomings.found').match(/…/g)).toHaveLength(2);
  });

  it('is the same whatever the order of its lists', () => {
    const shuffled = fc.shuffledSubarray([...input.visits], { minLength: input.visits.length });
    fc.assert(
      fc.property(shuffled, (visits) => {
        const other = {
          ...input,
          visits,
          meetings: input.meetings.toReversed(),
          branches: input.branches.toReversed(),
        };
        expect(briefingHash(compileBriefing(other))).toBe(briefingHash(content));
      }),
      { numRuns: 5 },
    );
  });

  it('knows the sources of each of its numbers, and they lead to forms of this month', () => {
    const all = [...content.sections.flatMap((section) => section.parts), ...content.annexes].flatMap((each) =>
      statementsOf(each.blocks),
    );
    const lines = new Set(content.origins.map((each) => each.line));
    for (const statement of all) {
      const own = new Set(statement.sources);
      expect([...own].every((line) => lines.has(line))).toBe(true);
      for (const piece of statement.pieces) {
        if (typeof piece !== 'string') expect(piece.sources.every((line) => own.has(line))).toBe(true);
      }
    }
    const attendance = statementsOf(part(content, 'results.attendance').blocks)[0];
    const accepted = input.visits.flatMap((visit) => (visit.form ? [visit.form.submissionId] : []));
    const behind = new Set(attendance?.sources ?? []);
    const forms = content.origins.filter(({ line, submissionId }) => behind.has(line) && submissionId !== null);
    expect(new Set(forms.map(({ submissionId }) => submissionId))).toEqual(new Set(accepted));
  });

  it('lists every visit once, in the numbers by which everything refers to it', () => {
    const rows = content.annexes[0]?.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) ?? [];
    const lines = rows.flatMap((row) => (row.kind === 'cells' ? [row.line] : []));
    expect(lines).toEqual(input.visits.map((_, index) => index + 1));
    expect(new Set(content.origins.map((each) => each.visitId))).toEqual(
      new Set(input.visits.map((visit) => visit.id)),
    );
  });
});

describe('a month without data', () => {
  it('says so honestly instead of writing zeros', () => {
    const nothing = compileBriefing({ ...someMonth(3), visits: [], meetings: [] });
    const words = nothing.sections
      .flatMap((section) => section.parts)
      .flatMap((each) => statementsOf(each.blocks).map(textOf));
    expect(words.slice(0, 3)).toEqual([
      'Chưa có buổi sinh hoạt chi bộ nào trong tháng 12 năm 2020.',
      'Chưa có lượt phân công dự sinh hoạt nào trong tháng 12 năm 2020.',
      'Chưa có phiếu dự sinh hoạt nào được duyệt nên chưa có số liệu về kết quả sinh hoạt.',
    ]);
    expect(words.join(' ')).not.toMatch(/NaN|undefined|Infinity|00 |\d+%.*0\/0/);
  });

  it('says that nothing was raised, lacking or vacant where the forms are empty', () => {
    const content = compileBriefing(monthOf({}, {}));
    expect(wordsOf(content, 'shortcomings.found')).toBe('Các phiếu đã duyệt chưa ghi nhận hạn chế nào.');
    expect(wordsOf(content, 'shortcomings.causes')).toBe('Các phiếu chưa nêu nguyên nhân.');
    expect(wordsOf(content, 'reflections.none')).toBe('Chưa có phản ánh, kiến nghị nào tại các buổi được dự.');
    expect(wordsOf(content, 'results.directives')).toBe(
      'Chưa có yêu cầu nào của kỳ trước cần kiểm tra tại các chi bộ được dự.',
    );
  });
});

describe('the figures', () => {
  it('add numerators and denominators, never shares', () => {
    const content = compileBriefing(
      monthOf(
        { ...attended, present: 36, absentExcused: 6, speakers: 9 },
        { ...attended, membersTotal: 10, present: 10, absentExcused: 0, speakers: 10 },
      ),
    );
    expect(content.figures.attendance).toEqual({ numerator: 46, denominator: 52 });
    expect(wordsOf(content, 'results.attendance')).toContain(
      'Tỷ lệ đảng viên dự sinh hoạt đạt 88,5% (46/52), đạt mục tiêu từ 75% trở lên.',
    );
    expect(wordsOf(content, 'results.conduct')).toContain('Có 19/46 đảng viên có mặt (41,3%) phát biểu');
  });

  it('count a meeting once although two people observed it', () => {
    const input = monthOf({
      ...attended,
      present: 36,
      absentExcused: 6,
      shortcomings: [{ text: 'Họp muộn', field: null, cause: null }],
    });
    const [first] = input.visits;
    if (!first) throw new Error('no visit');
    const second: BriefingVisit = {
      ...first,
      id: newId(),
      specialistId: newId(),
      form: first.form && { ...first.form, submissionId: newId() },
    };
    const { figures, ...content } = compileBriefing({ ...input, visits: [first, second] });
    expect([figures.forms, figures.attendance, figures.totals.denominator]).toEqual([
      2,
      { numerator: 36, denominator: 42 },
      1,
    ]);
    expect(wordsOf({ figures, ...content }, 'shortcomings.found')).toContain('02 hạn chế tại 01 chi bộ');
  });

  it('count a branch once although it met twice', () => {
    const open = { directiveId: newId<'Directive'>(), note: null };
    const input = monthOf(
      { ...attended, present: 38, absentExcused: 0, absentUnexcused: 4, directives: [{ ...open, state: 'not_done' }] },
      { ...attended, present: 39, absentExcused: 0, absentUnexcused: 3, directives: [{ ...open, state: 'done' }] },
    );
    const [first] = input.meetings;
    const meetings = input.meetings.map((each) => ({ ...each, branchId: first?.branchId ?? each.branchId }));
    const content = compileBriefing({ ...input, meetings });
    expect(wordsOf(content, 'results.attendance')).toContain('07 lượt vắng không lý do tại 01 chi bộ.');
    expect(wordsOf(content, 'results.directives')).toContain(
      'Kiểm tra 01 yêu cầu tại 01 chi bộ: đã thực hiện 01/01 yêu cầu',
    );
    expect(content.attention.map((each) => [each.signs, each.sources])).toEqual([
      [[expect.stringContaining('đảng viên vắng không lý do, 0')], [1, 2]],
    ]);
  });

  it('lead to the meetings that they count and to no others', () => {
    const short = { startedAt: '19:00', endedAt: '19:40' };
    const content = compileBriefing(
      monthOf({ ...attended, ...short }, { ...attended, absentExcused: 0, present: 42 }, short),
    );
    const behind = (id: string, figure: string) =>
      statementsOf(part(content, id).blocks)
        .flatMap(({ pieces }) => pieces)
        .find((piece) => typeof piece !== 'string' && piece.figure === figure);
    expect(behind('results.conduct', '01/03')).toMatchObject({ sources: [2] });
    expect(behind('proposals.next', '02')).toMatchObject({ sources: [1, 3] });
  });

  it('take a form for the proof that somebody was there', () => {
    const input = monthOf(attended);
    const visits = input.visits.map((visit) => ({ ...visit, outcome: 'pending' as const }));
    expect(compileBriefing({ ...input, visits }).figures).toMatchObject({ assigned: 1, attended: 1, forms: 1 });
  });

  it('are compared with the month before where there is one', () => {
    const before = compileBriefing(monthOf({ ...attended, present: 32, absentExcused: 10 }));
    const input = monthOf({ ...attended, present: 36, absentExcused: 6 });
    const now = compileBriefing({
      ...input,
      previous: { month: month('2020-11'), figures: before.figures, totals: {} },
    });
    expect(wordsOf(now, 'results.attendance')).toContain(
      'đạt 85,7% (36/42), tăng 9,5 điểm phần trăm so với tháng 11/2020, đạt mục tiêu',
    );
    expect(wordsOf(now, 'situation.visits')).toContain('01/01 lượt được phân công (100%), tương đương tháng 11/2020.');
  });

  it('are compared by the visits whose outcome is known', () => {
    const since = { month: month('2020-11'), figures: compileBriefing(monthOf({}, {}, {}, {})).figures, totals: {} };
    const withOutcomes = (...outcomes: readonly BriefingVisit['outcome'][]) => {
      const input = monthOf(...outcomes.map(() => ({})));
      const visits = input.visits.map((visit, n) => {
        const outcome = outcomes[n] ?? 'pending';
        return { ...visit, outcome, form: outcome === 'attended' ? visit.form : null };
      });
      return wordsOf(compileBriefing({ ...input, visits, previous: since }), 'situation.visits');
    };
    expect(withOutcomes('attended', 'attended', 'pending', 'pending', 'pending')).toContain(
      '02/05 lượt được phân công (40%), tương đương tháng 11/2020 (chỉ tính lượt đã có kết quả).',
    );
    expect(withOutcomes('attended', 'pending', 'pending', 'pending')).toContain(
      '(25%) (chưa so sánh với tháng 11/2020, vì tính trên 1 lượt đã có kết quả, tháng đó trên 4).',
    );
    expect(withOutcomes('attended', 'attended', 'attended', 'missed')).toContain(
      '03/04 lượt được phân công (75%), giảm 25 điểm phần trăm so với tháng 11/2020. Có 01 lượt không dự được',
    );
  });

  it('compares the members of so many meetings only with those of about as many', () => {
    const before = compileBriefing(monthOf(...Array.from({ length: 5 }, () => ({ ...attended, membersTotal: 20 }))));
    const input = monthOf({ ...attended, membersTotal: 100, present: 90, absentExcused: 10, speakers: 60 });
    const now = compileBriefing({
      ...input,
      previous: { month: month('2020-11'), figures: before.figures, totals: {} },
    });
    const why = ' (chưa so sánh với tháng 11/2020, vì tính trên 1 buổi, tháng đó trên 5)';
    expect(wordsOf(now, 'results.attendance')).toContain(`đạt 90% (90/100)${why}, đạt mục tiêu`);
    expect(wordsOf(now, 'results.conduct')).toContain(`đảng viên có mặt (66,7%) phát biểu${why}`);
  });
});

describe('what observers wrote', () => {
  const litter = { text: 'còn rác đầu hẻm 122.', field: 'environment', cause: 'Chưa có lịch trực' };

  it('comes together by field, with the places where it was seen', () => {
    const input = monthOf(
      { shortcomings: [litter, { text: 'Họp muộn 20 phút', field: null, cause: null }] },
      { shortcomings: [{ ...litter, text: ' Còn rác đầu   hẻm 122' }] },
      { shortcomings: [{ text: 'Xe để chắn lối đi', field: 'security', cause: null }] },
    );
    const content = compileBriefing(input);
    expect(wordsOf(content, 'shortcomings.found')).toBe(
      [
        'Các phiếu ghi nhận 04 hạn chế tại 03 chi bộ, theo lĩnh vực: môi trường (02), an ninh trật tự (01) và chưa ghi lĩnh vực (01). Cụ thể:',
        'Môi trường: Còn rác đầu hẻm 122 – Chi bộ Khu phố 1 (Phường 1), Chi bộ Khu phố 1 (Phường 2).',
        'An ninh trật tự: Xe để chắn lối đi – Chi bộ Khu phố 1 (Phường 3).',
        'Chưa ghi lĩnh vực: Họp muộn 20 phút – Chi bộ Khu phố 1 (Phường 1).',
      ].join('\n'),
    );
    const [, environment] = statementsOf(part(content, 'shortcomings.found').blocks);
    expect(environment?.sources).toEqual([1, 2]);
    expect(wordsOf(content, 'shortcomings.causes')).toContain('Chưa có lịch trực (02 ý kiến).');
  });

  it('goes to the authority that should answer, however its name was typed', () => {
    const raised = (authority: string | null) => ({
      text: 'Đèn hẻm hỏng',
      field: 'security',
      answered: 'later' as const,
      authority,
    });
    const content = compileBriefing(
      monthOf(
        { reflections: [raised('Ủy ban nhân dân phường'), raised(null)] },
        { reflections: [raised('ủy ban  nhân dân phường.'), { ...raised(null), answered: 'on_the_spot' }] },
      ),
    );
    expect(wordsOf(content, 'reflections.overview')).toContain('có 04 phản ánh, kiến nghị tại 02 chi bộ');
    expect(wordsOf(content, 'reflections.overview')).toContain('Đã trả lời tại chỗ 01/04 ý kiến (25%).');
    expect(rowsOf(part(content, 'reflections.to_answer').blocks)).toEqual([
      ['1', 'Ủy ban nhân dân phường', '2', 'An ninh trật tự (2)'],
      ['2', 'Chưa đề nghị nơi trả lời', '1', 'An ninh trật tự (1)'],
    ]);
    expect(wordsOf(content, 'proposals.proposed')).toContain(
      'Chuyển phản ánh, kiến nghị chưa trả lời đến Ủy ban nhân dân phường (02);',
    );
  });
});

describe('a branch that needs attention', () => {
  const signsOf = (changes: Parameters<typeof someVisit>[2], previous: BriefingInput['previous'] = null) => {
    const input = monthOf({ ...attended, present: 42, absentExcused: 0, speakers: 30, selfTotal: null, ...changes });
    return compileBriefing({ ...input, previous }).attention.flatMap((each) => each.signs);
  };
  const notDone = { directiveId: newId<'Directive'>(), state: 'not_done' as const, note: null };

  it.each([
    ['nothing', {}, []],
    ['75 % present', { membersTotal: 40, present: 30, absentExcused: 10 }, []],
    [
      'under 75 % present',
      { membersTotal: 40, present: 29, absentExcused: 11, speakers: 29 },
      ['dự họp 72,5% (29/40)'],
    ],
    [
      'three absent without excuse',
      { membersTotal: 40, present: 37, absentUnexcused: 3 },
      ['03 đảng viên vắng không lý do'],
    ],
    ['two directives not done', { directives: [notDone, notDone] }, ['02 yêu cầu trước đó chưa thực hiện']],
    ['one directive not done', { directives: [notDone] }, []],
    ['an average rating', { scores: {} }, ['xếp loại Trung bình']],
  ] as const)('shows it by %s', (_, changes, signs) => {
    const scored = 'scores' in changes ? { scores: weak } : {};
    expect(signsOf({ ...changes, ...scored })).toEqual(signs);
  });

  it('shows it by a fall of ten points since the month before, not by less', () => {
    const input = monthOf({ ...attended, present: 42, absentExcused: 0, selfTotal: null });
    const { figures, totals } = compileBriefing(input);
    const [[branchId, total] = ['', 0]] = Object.entries(totals);
    const since = (before: number) => ({ month: month('2020-11'), figures, totals: { [branchId]: before } });
    const signs = (before: number) =>
      compileBriefing({ ...input, previous: since(before) }).attention.flatMap((each) => each.signs);
    expect(signs(total + 999)).toEqual([]);
    expect(signs(total + 1_000)).toEqual(['giảm 10 điểm so với tháng 11/2020']);
  });

  it('shows it by a self-score ten points above the observer’s, not by less', () => {
    const total =
      Object.values(compileBriefing(monthOf({ ...attended, present: 42, absentExcused: 0, speakers: 30 })).totals)[0] ??
      0;
    expect(signsOf({ selfTotal: (total + 999) / 100 })).toEqual([]);
    expect(signsOf({ selfTotal: (total + 1_000) / 100 })).toEqual(['tự chấm cao hơn 10 điểm']);
  });

  const weak = Object.fromEntries(
    Object.entries(
      someVisit(
        { id: newId(), branchId: newId(), day: day('2020-12-03'), startsAt: '19:30', kind: 'regular', held: true },
        0,
      ).form?.answers.scores ?? {},
    ).map(([id, value]) => [id, typeof value === 'number' ? 1 : value === 'full' ? 'none' : value]),
  );
});

describe('a frozen briefing', () => {
  const content = compileBriefing(someMonth(10));
  const close = (draft: MonthBriefing) =>
    frozenAs(draft, contentToFreeze(draft), {
      at: new Date('2020-12-15T02:00:00Z'),
      by: newId<'Account'>(),
      documentId: newId<'Document'>(),
      symbol: '01-BC/BTC',
      auditHead: 'c0ffee',
    });
  const compile = (latest: MonthBriefing | null, made: BriefingContent) =>
    compiled(newId(), latest, { content: made, missingForms: 0, at: new Date('2020-12-14T02:00:00Z'), by: null });

  it('is one version as long as nothing changes, and the next one when it does', () => {
    const first = close(compile(null, content));
    expect(says(first, contentToFreeze(compile(first, JSON.parse(JSON.stringify(content)) as BriefingContent)))).toBe(
      true,
    );
    const changed = rewritePart(content, 'proposals.proposed', ['Đề nghị tập trung xử lý rác thải.']);
    const second = close(compile(first, changed));
    expect([first.version, second.version, says(first, second.content)]).toEqual([1, 2, false]);
  });

  it('needs at least one accepted form', () => {
    const empty = compileBriefing({ ...someMonth(3), visits: [] });
    expect(() => contentToFreeze(compile(null, empty))).toThrow('briefing.nothing_to_freeze');
  });

  it('takes the board’s own words and keeps tables and sources', () => {
    const own = rewritePart(content, 'results.ratings', ['  Chất lượng được giữ vững. ', '']);
    const before = part(content, 'results.ratings').blocks;
    expect(wordsOf(own, 'results.ratings')).toBe('Chất lượng được giữ vững.');
    expect(rowsOf(part(own, 'results.ratings').blocks)).toEqual(rowsOf(before));
    expect(statementsOf(part(own, 'results.ratings').blocks)[0]?.sources).toEqual(statementsOf(before)[0]?.sources);
    expect(() => rewritePart(content, 'results.luck', [])).toThrow('briefing.part_not_found');
  });

  it('leaves out a part that the board emptied', () => {
    const own = rewritePart(content, 'proposals.recommended', []);
    expect(own.sections[4]?.parts.map((each) => each.id)).toEqual(['proposals.proposed', 'proposals.next']);
  });
});
