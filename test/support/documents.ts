import type { Day, Month } from '../../src/kernel/month.ts';
import type { OfficialDocument, Table, TableRow } from '../../src/modules/documents/domain/official-document.ts';

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const MIDDLE = ['Thị Thanh', 'Văn', 'Ngọc Phương', 'Hoàng Minh', 'Thị Kim', 'Quốc'];
const GIVEN = ['Hằng', 'Tuấn', 'Nghĩa', 'Trường', 'Thuý', 'Quyên', 'Hạnh'];

const visitRow = (index: number): TableRow => ({
  kind: 'cells',
  anchor: `visit-${index}`,
  cells: [
    String(index),
    index % 7 === 0
      ? `Chi bộ Trường Tiểu học Đoàn Thị Điểm, Phường ${index % 15}, số thứ tự mẫu ${index}`
      : `Chi bộ Khu phố ${index}`,
    `${SURNAMES[index % 10] ?? ''} ${MIDDLE[index % 6] ?? ''} ${GIVEN[index % 7] ?? ''}`,
    `0${(index % 5) + 1}/12, 19 giờ 30`,
    `${20 + (index % 9)}/${29 + (index % 3)}`,
    String(80 + (index % 20)),
    String(78 + (index % 21)),
    index % 20 > 9 ? 'Tốt' : 'Khá',
  ],
});

export const visitTable = (rows: number): Table => ({
  kind: 'table',
  columns: [
    { header: 'TT', width: 5, align: 'center' },
    { header: 'Chi bộ', width: 26 },
    { header: 'Người dự', width: 20 },
    { header: 'Ngày, giờ', width: 13, align: 'center' },
    { header: 'Có mặt', width: 9, align: 'center' },
    { header: 'Chi bộ', group: 'Điểm', width: 8, align: 'right' },
    { header: 'Người dự', group: 'Điểm', width: 8, align: 'right' },
    { header: 'Xếp loại', width: 8, align: 'center' },
  ],
  rows: [
    ...(rows > 0 ? [{ kind: 'heading', text: 'Phường 2' } as const] : []),
    ...Array.from({ length: rows }, (_, index) => visitRow(index + 1)),
  ],
  whenEmpty: 'Không có lượt dự nào trong tháng.',
});

const head: OfficialDocument['head'] = {
  superior: 'Quận ủy Quận 4',
  issuer: 'Ban Tổ chức',
  number: { kind: 'numbered', number: 5, symbol: 'BC/BTCQU' },
  place: 'Quận 4',
  date: '2020-12-05' as Day,
};

export function aBriefing(rows = 60): OfficialDocument {
  return {
    head,
    typeName: 'Báo cáo',
    abstract: 'giao ban kết quả dự sinh hoạt chi bộ\ntháng 12 năm 2020',
    addressees: ['Thường trực Quận ủy', 'Các ban xây dựng Đảng, Văn phòng Quận ủy'],
    body: [
      {
        kind: 'paragraph',
        text: 'Thực hiện kế hoạch phân công cán bộ dự sinh hoạt chi bộ tháng 12 năm 2020, Ban Tổ chức Quận ủy tổng hợp kết quả như sau:',
      },
      {
        kind: 'section',
        title: 'TÌNH HÌNH DỰ SINH HOẠT',
        blocks: [
          {
            kind: 'section',
            title: 'Số lượt được phân công',
            blocks: [
              {
                kind: 'paragraph',
                text: [
                  'Trong tháng có 143 lượt được phân công; đã dự ',
                  { figure: '98,6%', ground: '141/143', strong: true, source: { anchor: 'visit-1' } },
                  '. Hai lượt không dự được vì ',
                  { text: 'chi bộ dời ngày sinh hoạt', source: { url: 'https://giaoban.example/visits/7' } },
                  '.',
                ],
              },
              {
                kind: 'bars',
                caption: 'Tỷ lệ lượt đã dự theo đơn vị cử người',
                full: 1,
                bars: [
                  { label: 'Ban Tổ chức', value: 1, text: '24/24' },
                  { label: 'Ủy ban Kiểm tra', value: 0.95, text: '19/20' },
                  { label: 'Ủy ban Mặt trận Tổ quốc Việt Nam', value: 0.5, text: '6/12' },
                  { label: 'Liên đoàn Lao động', value: 0, text: '0/3' },
                ],
              },
            ],
          },
          {
            kind: 'section',
            title: 'Theo đơn vị',
            blocks: [
              {
                kind: 'section',
                title: 'Các ban xây dựng Đảng',
                blocks: [
                  {
                    kind: 'list',
                    items: ['Ban Tổ chức: 24 lượt;', 'Ban Tuyên giáo: 18 lượt;', 'Ban Dân vận: 15 lượt.'],
                  },
                ],
              },
              {
                kind: 'section',
                title: 'Văn phòng và Ủy ban Kiểm tra',
                blocks: [{ kind: 'paragraph', text: 'Đều dự đủ số lượt được phân công.' }],
              },
            ],
          },
        ],
      },
      {
        kind: 'section',
        title: 'KẾT QUẢ SINH HOẠT CHI BỘ',
        blocks: [
          {
            kind: 'table',
            caption: 'Xếp loại buổi sinh hoạt',
            columns: [
              { header: 'Loại', width: 3 },
              { header: 'Số chi bộ', width: 2, align: 'right' },
              { header: 'Tỷ lệ', width: 2, align: 'right' },
            ],
            rows: [
              { kind: 'cells', cells: ['Tốt', '96', '68,1%'] },
              { kind: 'cells', cells: ['Khá', '45', '31,9%'] },
              { kind: 'cells', cells: ['Cộng', '141', '100%'], bold: true },
            ],
            whenEmpty: 'Chưa có.',
          },
          {
            kind: 'paragraph',
            text: 'Các chi bộ chuẩn bị nội dung chu đáo, bám sát chuyên đề quý; nhiều nơi phát huy được ý kiến của đảng viên trẻ. Một số chi bộ còn bắt đầu trễ giờ, thời lượng sinh hoạt ngắn, tỷ lệ đảng viên phát biểu chưa đạt một nửa',
          },
        ],
      },
    ],
    signature: { authority: 'K/T Trưởng ban', position: 'Phó Trưởng ban', name: 'Nguyễn Huỳnh Mẫu Thị Phương Thảo' },
    recipients: { to: ['Thường trực Quận ủy', 'Các chi, đảng bộ cơ sở'], archive: 'Ban Tổ chức Quận ủy' },
    annexes: [
      { title: 'DANH SÁCH LƯỢT DỰ SINH HOẠT', landscape: true, blocks: [visitTable(rows)] },
      { title: 'PHẢN ÁNH, KIẾN NGHỊ', blocks: [{ ...visitTable(0), whenEmpty: 'Không có phản ánh nào trong tháng.' }] },
    ],
    marks: { foot: 'Bản chốt số 1 · đầu chuỗi kiểm chứng 9f86d081884c7d659a2feaa0c55ad015' },
  };
}

export function aDutyNotice(): OfficialDocument {
  return {
    head: {
      ...head,
      number: { kind: 'unnumbered', symbol: 'TB/QU' },
      issuer: 'Ban Thường vụ',
      date: '2020-11' as Month,
    },
    typeName: 'Thông báo',
    abstract: 'phân công cán bộ dự sinh hoạt chi bộ tháng 12 năm 2020',
    body: [
      { kind: 'paragraph', text: 'Ban Thường vụ Quận ủy phân công cán bộ dự sinh hoạt chi bộ như sau:' },
      {
        kind: 'table',
        columns: [
          { header: 'Người dự', width: 4 },
          { header: 'Chi bộ', width: 4 },
          { header: 'Ngày, giờ', width: 3, align: 'center' },
        ],
        rows: [
          {
            kind: 'cells',
            cells: ['Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Mẫu', 'Chi bộ Khu phố 1, Phường 2', '01/12, 19 giờ 30'],
          },
          { kind: 'cells', cells: ['Trần Văn Mẫu', 'Chi bộ Trường Tiểu học Đoàn Thị Điểm', '04/12, 16 giờ'] },
        ],
        whenEmpty: 'Không có.',
      },
      { kind: 'paragraph', text: 'Đề nghị các đồng chí thực hiện' },
    ],
    signature: { authority: 'T/M Ban Thường vụ', position: 'Phó Bí thư', name: 'Nguyễn Văn Mẫu' },
    recipients: { to: ['Các đồng chí có tên', 'Các chi bộ có tên'], archive: 'Văn phòng Quận ủy' },
    marks: { draft: true },
  };
}

export const HOSTILE = {
  typst: '#let x = 1 #panic("no") #include "/etc/passwd" *đậm* _nghiêng_ `mã` <nhãn> @nơi = đầu mục',
  math: '$x^2$ \\ \\u{41} // chú thích /* khối */ -- --- "trích"',
  html: '<script>alert("xin chào")</script> &amp; ]]> <w:p/>',
  word: 'r:id="rId1" w:id="7" w:name="row1" <dcterms:created>1999</dcterms:created> PAGE {PAGE}',
  long: 'dài'.repeat(170),
  emoji: 'biểu tượng 👍🏽 👨‍👩‍👧 xong',
  rightToLeft: 'tiếng Do Thái שלום, tiếng Ả Rập سلام',
} as const;

export function aHostileDocument(): OfficialDocument {
  const texts = Object.values(HOSTILE);
  return {
    ...aDutyNotice(),
    abstract: HOSTILE.typst,
    addressees: [HOSTILE.html],
    body: [
      { kind: 'section', title: HOSTILE.math, blocks: texts.map((text) => ({ kind: 'paragraph', text })) },
      { kind: 'list', items: texts },
      {
        kind: 'table',
        columns: texts.map((_, index) => ({ header: texts[index] ?? '', width: 1 })),
        rows: [{ kind: 'cells', cells: texts }],
        whenEmpty: '#x',
      },
    ],
    signature: { position: HOSTILE.typst, name: HOSTILE.emoji },
    recipients: { to: texts, archive: HOSTILE.html },
    marks: { foot: HOSTILE.typst },
  };
}

/**
 * Lists of these lengths under the headings of their days, with columns narrower than their words and a total at the
 * end.
 */
export function aCrowdedList(...lengths: number[]): OfficialDocument {
  return {
    ...aDutyNotice(),
    marks: {},
    annexes: lengths.map((rows) => ({ title: 'Danh sách', landscape: true, blocks: [crowdedTable(rows)] })),
  };
}

function crowdedTable(length: number): Table {
  return {
    kind: 'table',
    columns: [
      { header: 'STT', width: 1, align: 'center' },
      { header: 'Chi bộ', width: 40 },
      { header: 'Không dự', group: 'Lượt dự trong tháng', width: 1, align: 'right' },
      { header: 'Trung bình', group: 'Lượt dự trong tháng', width: 1, align: 'right' },
      { header: 'Tỷ lệ', group: 'Lượt dự trong tháng', width: 1, align: 'right' },
      { header: 'Người dự', width: 20 },
    ],
    rows: [
      ...Array.from({ length }, (_, index): TableRow[] => {
        const person = index % 7 === 0 ? 'Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo' : 'Trần Văn Mẫu';
        const cells = [String(index + 1), `Chi bộ Khu phố ${index + 1}`, '1.000', '88,99', '100,0%', person];
        const heading: TableRow[] = index % 2 === 0 ? [{ kind: 'heading', text: `Ngày thứ ${index / 2 + 1}` }] : [];
        return [...heading, { kind: 'cells', cells }];
      }).flat(),
      { kind: 'cells', cells: ['', 'Cộng', '9.000', '', '', ''], bold: true },
    ],
    whenEmpty: 'Không có.',
  };
}
