import { faultLines } from '../sentences/fault-lines.ts';
import { readRatingsJson } from './read-ratings-json.ts';
import { monthOf, readRatingsTable } from './read-ratings-table.ts';

const table = (text: string) => text.split('\n').map((line) => line.split(';'));

describe('a table of ratings', () => {
  it('has a row for each form and a column for each criterion', () => {
    const read = readRatingsTable(
      table(
        'Người dự;Chi bộ;Tháng;Buổi;Loại chi bộ;Điểm;nội dung;mở đầu\nCV07;CB1;05/2026;m1;khu phố;85,5;3;\nCV08;CB1;2026-05-13;m1;;90;2;1',
      ),
    );
    expect(read.faults).toEqual([]);
    expect(read.forms).toEqual([
      {
        observer: 'CV07',
        branch: 'CB1',
        month: '2026-05',
        meeting: 'm1',
        branchType: 'khu phố',
        points: 85.5,
        scores: { 'nội dung': 3 },
      },
      {
        observer: 'CV08',
        branch: 'CB1',
        month: '2026-05',
        meeting: 'm1',
        points: 90,
        scores: { 'nội dung': 2, 'mở đầu': 1 },
      },
    ]);
  });

  it('or a row for each criterion of a form', () => {
    const read = readRatingsTable(table('rater;branch;criterion;score\nA;B;c1;1\nA;B;c2;2\nA;C;c1;0'));
    expect(read.forms.map(({ branch, scores }) => [branch, scores])).toEqual([
      ['B', { c1: 1, c2: 2 }],
      ['C', { c1: 0 }],
    ]);
  });

  it('takes a score of no criterion for the points', () => {
    expect(readRatingsTable(table('judge;branch;rating\nA;B;7')).forms).toEqual([
      { observer: 'A', branch: 'B', points: 7, scores: {} },
    ]);
  });

  it.each([
    ['', [['A1', 'no_forms']]],
    ['observer;branch;points', [['A1', 'no_forms']]],
    ['observer;points\nA;1', [['A1', 'missing_column']]],
    ['observer;branch\nA;B', [['A1', 'no_scores']]],
    ['observer;branch;points;điểm\nA;B;1;1', [['D1', 'column_twice']]],
    [
      'observer;branch;points\n;B;1\nA;;1',
      [
        ['A2', 'empty'],
        ['B3', 'empty'],
      ],
    ],
    [
      'observer;branch;points\nA;B;tốt\nA;B;85%',
      [
        ['C2', 'not_a_number'],
        ['C3', 'not_a_number'],
      ],
    ],
    ['observer;branch;month;points\nA;B;13/2026;1', [['C2', 'not_a_month']]],
    ['observer;branch;points\nA;B;1;x', [['D2', 'cell_without_column']]],
    ['observer;branch;meeting;points\nA;B;m;1\nA;B;m;2', [['A3', 'form_twice']]],
    ['observer;branch;criterion;score\nA;B;c;1\nA;B;c;2', [['D3', 'score_twice']]],
    ['observer;branch;points;criterion;score\nA;B;5;c;1\nA;B;6;d;2', [['C3', 'points_differ']]],
  ])('refuses %j and says where and what to do', (text, places) => {
    const { forms, faults, faultCount } = readRatingsTable(table(text));
    expect([forms, faultCount]).toEqual([[], faults.length]);
    expect(faults.map(({ place, problem }) => [place, problem.code])).toEqual(places);
    for (const locale of ['vi', 'en'] as const) {
      expect(faultLines(faults, locale).every((line) => /^[A-Z]+\d+ {2}.{10}/.test(line))).toBe(true);
    }
  });

  it('reads months as they are written', () => {
    expect(['2026-05', '5/2026', '05.2026', '2026-5-1', '31/12/2026', '2026', 'May 2026'].map(monthOf)).toEqual([
      '2026-05',
      '2026-05',
      '2026-05',
      '2026-05',
      '2026-12',
      null,
      null,
    ]);
  });
});

describe('ratings as JSON', () => {
  it('are a list of forms, or have one', () => {
    const form = { observer: 'A', branch: 'B', month: '2026-05', points: 80, scores: { c: 1 } };
    expect(readRatingsJson([form]).forms).toEqual([form]);
    expect(readRatingsJson({ forms: [{ ...form, note: 'ignored', meeting: null }] }).forms).toEqual([form]);
  });

  it.each([
    [null, [['/forms', 'no_forms']]],
    [[], [['', 'no_forms']]],
    [[1], [['/0', 'not_a_form']]],
    [
      { forms: [{ observer: 7, branch: 'B', points: 'x' }] },
      [
        ['/forms/0/observer', 'not_a_text'],
        ['/forms/0/observer', 'empty'],
        ['/forms/0/points', 'not_a_number'],
      ],
    ],
    [[{ observer: 'A', branch: 'B', scores: { 'a/b': '3' } }], [['/0/scores/a~1b', 'not_a_number']]],
    [[{ observer: 'A', branch: 'B', scores: [], points: 1 }], [['/0/scores', 'not_a_form']]],
    [[{ observer: 'A', branch: 'B' }], [['', 'no_scores']]],
  ])('are refused where they are wrong: %j', (json, places) => {
    expect(readRatingsJson(json).faults.map(({ place, problem }) => [place, problem.code])).toEqual(places);
  });
});
