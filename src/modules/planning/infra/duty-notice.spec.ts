import type { Day, Month } from '../../../kernel/month.ts';
import type { Letterhead, OfficialDocument, Table } from '../../documents/index.ts';
import type { DutyRow } from './duty-lists.ts';
import { dutyNotice } from './duty-notice.ts';
import { dutyPages } from './duty-pages.ts';

const MONTH = '2020-12' as Month;
const letterhead: Letterhead = {
  committee: 'Quận ủy',
  superior: 'Thành ủy',
  board: 'Ban Tổ chức Quận ủy',
  boardSymbol: 'BTCQU',
  place: 'Quận 4',
  term: '2020–2025',
  timeZone: 'Asia/Ho_Chi_Minh',
  signature: { position: 'Trưởng ban', name: 'Nguyễn Văn Mẫu' },
};
const duty = (specialistId: string, specialist: string, department: string, day: string, branch: string): DutyRow => ({
  day: day as Day,
  from: '19:30',
  branch,
  place: 'Hội trường',
  specialistId,
  specialist,
  title: specialistId === '1' ? 'Phó Trưởng ban' : '',
  department,
});
const ROWS = [
  duty('2', 'Trần Thị Ái', 'Ủy ban Kiểm tra', '2020-12-01', 'Chi bộ 1'),
  duty('1', 'Lê Văn Bình', 'Ban Tuyên giáo', '2020-12-01', 'Chi bộ 2'),
  duty('3', 'Trần Thị Ái', 'Ban Tuyên giáo', '2020-12-02', 'Chi bộ 3'),
  duty('1', 'Lê Văn Bình', 'Ban Tuyên giáo', '2020-12-03', 'Chi bộ 4'),
];
const notice = dutyNotice(
  letterhead,
  { kind: 'numbered', number: 5, symbol: 'TB/BTCQU' },
  '2020-11-28' as Day,
  MONTH,
  { rows: ROWS, leftOut: 0 },
  { answerWorkdays: 2, formWorkdays: 2 },
);
const tables = (document: OfficialDocument): Table[] =>
  (document.annexes ?? []).flatMap(({ blocks }) => blocks.filter((block): block is Table => block.kind === 'table'));
const lines = ({ rows }: Table): unknown[] => rows.map((row) => (row.kind === 'heading' ? row.text : row.cells));

describe('a duty notice', () => {
  it('says that it does not cover what had begun before it was issued, where something had', () => {
    const late = dutyNotice(
      letterhead,
      { kind: 'numbered', number: 5, symbol: 'TB/BTCQU' },
      '2020-12-02' as Day,
      MONTH,
      { rows: ROWS, leftOut: 1 },
      { answerWorkdays: 2, formWorkdays: 2 },
    );
    const sentence = 'không phân công các cuộc họp đã bắt đầu trước khi ban hành';
    expect(JSON.stringify(late.body)).toContain(sentence);
    expect(JSON.stringify(notice.body)).not.toContain(sentence);
  });

  it('counts people, not names, with two digits as official documents do', () => {
    expect(JSON.stringify(notice.body)).toContain('03 cán bộ, chuyên viên');
    expect(JSON.stringify(notice.body)).toContain('của 02 ban, cơ quan');
    expect(JSON.stringify(notice.body)).toContain('04 lượt sinh hoạt');
    expect(JSON.stringify(notice.body)).toContain('tại 04 chi bộ');
  });

  it('lists the visits by day, with the office that each person holds', () => {
    expect(lines(tables(notice)[0] as Table)).toEqual([
      'Thứ Ba, ngày 01/12/2020',
      ['1', '19:30', 'Chi bộ 1', 'Hội trường', 'Trần Thị Ái', '', 'Ủy ban Kiểm tra'],
      ['2', '19:30', 'Chi bộ 2', 'Hội trường', 'Lê Văn Bình', 'Phó Trưởng ban', 'Ban Tuyên giáo'],
      'Thứ Tư, ngày 02/12/2020',
      ['3', '19:30', 'Chi bộ 3', 'Hội trường', 'Trần Thị Ái', '', 'Ban Tuyên giáo'],
      'Thứ Năm, ngày 03/12/2020',
      ['4', '19:30', 'Chi bộ 4', 'Hội trường', 'Lê Văn Bình', 'Phó Trưởng ban', 'Ban Tuyên giáo'],
    ]);
  });

  it('and by department, each person with all of theirs, in the order of given names', () => {
    expect(lines(tables(notice)[1] as Table)).toEqual([
      'Ban Tuyên giáo',
      ['1', 'Trần Thị Ái', '', '19:30, Thứ Tư 02/12/2020', 'Chi bộ 3', 'Hội trường'],
      ['2', 'Lê Văn Bình', 'Phó Trưởng ban', '19:30, Thứ Ba 01/12/2020', 'Chi bộ 2', 'Hội trường'],
      ['3', '', '', '19:30, Thứ Năm 03/12/2020', 'Chi bộ 4', 'Hội trường'],
      'Ủy ban Kiểm tra',
      ['4', 'Trần Thị Ái', '', '19:30, Thứ Ba 01/12/2020', 'Chi bộ 1', 'Hội trường'],
    ]);
  });

  it('gives each person a page of their own, under the number of the notice', () => {
    const pages = dutyPages(notice, { month: MONTH, today: '2020-11-30' as Day, rows: ROWS });
    expect(pages.head).toEqual(notice.head);
    expect(pages.annexes?.map(({ title }) => title)).toEqual([
      'Trần Thị Ái\nBan Tuyên giáo',
      'Lê Văn Bình\nPhó Trưởng ban, Ban Tuyên giáo',
      'Trần Thị Ái\nỦy ban Kiểm tra',
    ]);
    expect(tables(pages).map(({ rows }) => rows.length)).toEqual([1, 2, 1]);
    expect(JSON.stringify(pages.body)).toContain('theo lịch đến ngày 30/11/2020');
  });
});
