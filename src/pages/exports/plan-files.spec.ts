import { unzipSync } from 'fflate';
import { catalogues } from '../../app/texts.ts';
import { day, month } from '../../kernel/month.ts';
import { readWorkbook } from '../../platform/xlsx/read-workbook.ts';
import { writeWorkbook } from '../../platform/xlsx/write-workbook.ts';
import type { ExportedMeeting, ExportedPerson, MonthExport } from './month-export.ts';
import { monthPlanReply } from './month-plan.dto.ts';
import { CSV_COLUMNS, csvRows, planCsv } from './plan-csv.ts';
import { planWorkbook } from './plan-workbook.ts';
import { wallPlan } from './wall-plan.ts';

const lan = { id: 's1', code: 'CV1', name: 'Nguyễn Thị Lan', department: 'Ban Tổ chức' };
const meeting: ExportedMeeting = {
  id: 'm1',
  day: day('2020-12-03'),
  from: '19:30',
  to: '21:00',
  branchCode: '001',
  branch: '=Chi bộ 1, "A"',
  short: 'P8.1',
  organisation: 'Đảng bộ Phường 8',
  kind: 'regular',
  place: 'Nhà văn hóa',
  wanted: { min: 1, max: 2 },
  lastVisit: month('2020-09'),
  coverage: 'covered',
  reason: null,
  people: [{ ...lan, state: 'accepted' }],
};
const person: ExportedPerson = {
  ...lan,
  visits: 1,
  target: 3,
  share: 2.25,
  balance: 0.75,
  difference: -1.25,
  min: 0,
  max: 4,
  isAwayAllMonth: false,
  meetingIds: ['m1'],
};
const plan: MonthExport = {
  committee: 'Quận ủy Quận 4',
  board: 'Ban Tổ chức',
  month: month('2020-12'),
  state: 'published',
  isOutdated: false,
  planId: 'p1',
  revision: 3,
  publishedAt: new Date('2020-11-25T01:00:00Z'),
  takenAt: new Date('2020-11-26T01:00:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
  daysOff: new Set([day('2020-12-05')]),
  meetings: [
    meeting,
    {
      ...meeting,
      id: 'm2',
      day: day('2020-12-05'),
      short: 'P8.2',
      branch: 'Chi bộ 2',
      lastVisit: null,
      coverage: 'uncovered',
      reason: { key: 'uncovered.no_people' },
      people: [],
    },
  ],
  people: [person, { ...person, id: 's2', name: 'Lê Văn Minh', visits: 0, meetingIds: [], isAwayAllMonth: true }],
};
const draft: MonthExport = { ...plan, state: 'draft', publishedAt: null };
const { vi } = catalogues;

describe('a plan as CSV', () => {
  it('has a row for each visit, and one for a meeting to which nobody goes', () => {
    const lines = planCsv(plan).slice(1).split('\r\n');
    expect(lines[0]).toBe(CSV_COLUMNS.join(','));
    expect(lines[1]).toBe(
      `2020-12,published,m1,2020-12-03,19:30,21:00,001,"'=Chi bộ 1, ""A""",Đảng bộ Phường 8,regular,Nhà văn hóa,covered,CV1,Nguyễn Thị Lan,Ban Tổ chức,accepted`,
    );
    expect(lines[2]).toMatch(/,uncovered,,,,$/);
    expect(lines).toHaveLength(csvRows(plan) + 2);
  });
});

describe('a plan as a workbook', () => {
  it('holds true dates and numbers, and reads back as it was laid', async () => {
    const [days, people, loads, coverage] = await readWorkbook(await writeWorkbook(planWorkbook(plan, vi, 'vi')));
    expect([days?.name, people?.name, loads?.name, coverage?.name]).toEqual([
      'Theo ngày',
      'Theo người',
      'Số lượt và phần',
      'Có và chưa có người dự',
    ]);
    expect(days?.rows[2]?.[0]).toEqual({ day: '2020-12-03', time: null });
    expect(days?.rows[2]?.[4]).toBe('001');
    expect(days?.rows[2]?.[9]).toBe('Nguyễn Thị Lan');
    expect(days?.rows[3]?.at(-1)).toBe('Chưa có người dự');
    expect(people?.rows).toHaveLength(3);
    expect(loads?.rows[2]?.[3]).toBe(1);
    expect(loads?.rows[2]?.[4]).toMatchObject({ number: 2.25 });
    expect(loads?.rows[3]?.at(-1)).toBe('nghỉ cả tháng');
    expect(coverage?.rows[3]?.at(-1)).toBe(vi['uncovered.no_people']);
  });

  it('says on each sheet, also in print, that a draft is one', async () => {
    const sheets = planWorkbook(draft, vi, 'vi');
    for (const { rows, print } of sheets) {
      expect(rows[0]?.[0]?.value).toContain('BẢN NHÁP');
      expect(print?.top).toContain('BẢN NHÁP');
    }
    expect(JSON.stringify(planWorkbook(plan, vi, 'vi'))).not.toContain('NHÁP');
    const parts = unzipSync(await writeWorkbook(sheets));
    const text = (name: string) => new TextDecoder().decode(parts[name]);
    expect(text('xl/worksheets/sheet1.xml')).toMatch(/<oddHeader>&amp;L.*BẢN NHÁP/);
    expect(text('xl/worksheets/sheet1.xml')).toContain('fitToPage="1"');
    expect(text('xl/workbook.xml')).toContain("'Theo ngày'!$1:$2");
  });

  it('never has a cell that a spreadsheet could take for a formula', async () => {
    const parts = unzipSync(await writeWorkbook(planWorkbook(plan, vi, 'vi')));
    const strings = new TextDecoder().decode(parts['xl/sharedStrings.xml']);
    expect(strings).toMatch(/>(?:'|&apos;|&#0?39;)=Chi bộ 1/);
    expect(strings).not.toMatch(/>=/);
  });
});

describe('a plan as JSON', () => {
  it('names its form and its version, and the reason where nobody goes', () => {
    const reply = monthPlanReply(plan, vi);
    expect(reply).toMatchObject({ format: 'giaoban-month-plan', version: 1, state: 'published' });
    expect(reply.meetings[1]).toMatchObject({ coverage: 'uncovered', reason: vi['uncovered.no_people'], people: [] });
    expect(reply.people[1]).toMatchObject({ awayAllMonth: true });
  });
});

describe('a plan for the wall', () => {
  it('has a row for whoever goes, a column for each day, and the meetings that nobody visits', () => {
    const { groups, days, isDraft } = wallPlan(plan);
    expect(days).toHaveLength(31);
    expect(days[4]).toEqual({ weekday: 'T7', number: '05', isOff: true, isEmpty: false });
    expect(days[5]?.isEmpty).toBe(true);
    expect(groups.map(({ name, rows }) => [name, rows.map(({ label }) => label)])).toEqual([
      ['Ban Tổ chức', ['Nguyễn Thị Lan']],
      ['Chưa có hoặc thiếu người dự', ['Còn thiếu người dự']],
    ]);
    expect(groups[0]?.rows[0]?.cells[2]).toEqual([{ text: 'P8.1', time: '19:30' }]);
    expect(isDraft).toBe(false);
    expect(wallPlan(draft)).toMatchObject({ isDraft: true, note: expect.stringContaining('Bản nháp') as unknown });
  });
});
