import { month } from '../../../src/kernel/month.ts';
import { listAddress, sortHeads } from '../../../src/pages/directory/page-rows.ts';
import type { ImportPage } from '../../../src/pages/directory/import.view.ts';
import type { ImportsPage } from '../../../src/pages/directory/imports.view.ts';
import type { Sentence } from '../../../src/platform/i18n/messages.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const imports: ImportsPage = {
  action: '/imports',
  templateHref: '/imports/template.xlsx',
  minimum: [
    { sheet: 'Lĩnh vực', columns: ['Mã lĩnh vực', 'Tên lĩnh vực'] },
    { sheet: 'Chi bộ', columns: ['Mã chi bộ', 'Tên chi bộ', 'Ký hiệu ngắn', 'Số đảng viên', 'Giờ sinh hoạt'] },
  ],
  currentHref: '/imports/current.xlsx',
  scope: 'whole',
  error: null,
  total: 4,
  heads: sortHeads(listAddress('/imports', {}, ['sort']), ['file', 'state', 'made', 'by'], ['made']),
  pagination: null,
  history: [
    ['Quận 4 - danh sách tháng 12 (sửa lần 2, có bổ sung chi bộ trường học và doanh nghiệp).xlsx', 'checked', 0, 12],
    ['Quận 4 - danh sách tháng 12.xlsx', 'refused', 3, 0],
    ['quan-4-2020-11.xlsx', 'committed', 0, 1_984],
    ['quan-4-nhap-nham.xlsx', 'taken_back', 0, 240],
  ].map(([fileName, state, faults, changes], i) => ({
    importId: `i${i}`,
    fileName: fileName as string,
    state: state as ImportsPage['history'][number]['state'],
    madeAt: new Date(Date.UTC(2020, 10, 20 - i, 2, 14 + i)),
    madeBy: i === 2 ? null : 'Lê Thị Bích Ngọc',
    madeFor: i === 3 ? 'Trần Văn Trưởng' : null,
    rows: 1_984,
    faults: faults as number,
    changes: changes as number,
  })),
};

const counts: NonNullable<ImportPage['counts']> = [
  { kind: 'organisations', added: 0, changed: 0, unchanged: 15, removed: 0 },
  { kind: 'branches', added: 6, changed: 3, unchanged: 171, removed: 1 },
  { kind: 'specialists', added: 2, changed: 0, unchanged: 44, removed: 0 },
  { kind: 'visits', added: 0, changed: 0, unchanged: 1_736, removed: 0 },
];

const checked: ImportPage = {
  fileName: 'Quận 4 - danh sách tháng 12.xlsx',
  error: null,
  state: 'checked',
  madeAt: new Date('2020-11-20T02:14:00Z'),
  madeBy: 'Lê Thị Bích Ngọc',
  madeFor: null,
  committedAt: null,
  takenBackAt: null,
  counts,
  changes: 12,
  told: [
    {
      kind: 'branches',
      outcome: 'removed',
      total: 175,
      isOpen: true,
      items: [{ subject: 'Q4.CKH', name: 'Chi bộ Công ty Cổ phần Cảng Khánh Hội', fields: [] }],
    },
    {
      kind: 'branches',
      outcome: 'changed',
      total: 3,
      isOpen: true,
      items: [
        {
          subject: 'Q4.P8.5',
          name: 'Chi bộ Khu phố 5, Phường 8',
          fields: [
            { label: 'Giờ sinh hoạt', from: '19:30', to: '07:30' },
            { label: 'Thư điện tử bí thư', from: null, to: 'bithu.p8kp5@mau.example' },
          ],
        },
      ],
    },
    {
      kind: 'specialists',
      outcome: 'added',
      total: 2,
      isOpen: true,
      items: [{ subject: 'CV47', name: 'Công Tằng Tôn Nữ Hoàng Thị Phương Thảo Nguyên', fields: [] }],
    },
  ],
  months: [{ month: month('2020-12'), href: '/months/2020-12/calendar' }],
  faultCount: 0,
  faults: [],
  questions: [],
  hasReadings: false,
  csv: null,
  examples: ['Chi bộ 2', 'Chuyên viên 1'],
  scope: 'whole',
  scopeAction: '/imports/i0/check',
  annotatedHref: null,
  warning: [
    { kind: 'branches', count: 175 },
    { kind: 'specialists', count: 2 },
  ],
  commitAction: '/imports/i0/commit',
  recheckAction: null,
  takeBackAction: null,
};

const asking: ImportPage = {
  ...checked,
  questions: [
    {
      name: 'answers[a]',
      sheet: 'Lịch bận',
      place: 'B14',
      header: 'Từ ngày',
      value: '03/12/2062',
      sentence:
        'Cột “Từ ngày” có năm khó tin (B14: 03/12/2062). Nếu xác nhận, các ngày này được nhập như đã ghi. Nếu gõ nhầm năm, hãy sửa trong tệp rồi tải lên lại.',
      kind: 'confirm',
      options: [],
      readings: null,
      answer: null,
    },
    {
      name: 'answers[b]',
      sheet: 'Lượt dự trước',
      place: 'C2',
      header: 'Ngày dự',
      value: '02/03/2016',
      sentence: 'Ngày trong cột “Ngày dự” có thể hiểu hai cách: ngày trước hay tháng trước.',
      kind: 'readings',
      options: [],
      readings: { asRead: 'Ngày trước, tháng sau', other: 'Tháng trước, ngày sau' },
      answer: null,
    },
    {
      name: 'answers[c]',
      sheet: 'Chi bộ',
      place: null,
      header: null,
      value: null,
      sentence: 'Tệp không còn 175 chi bộ đang dùng. Nếu nhập, các chi bộ này ngừng dùng. Gõ 175 nếu đúng ý.',
      kind: 'typed',
      options: [],
      readings: null,
      answer: null,
    },
  ],
  hasReadings: true,
  annotatedHref: '/imports/i0/annotated.xlsx',
  recheckAction: '/imports/i0/check',
};

const list: ImportPage = {
  ...checked,
  fileName: 'danh-sach.csv',
  scope: 'additions',
  scopeAction: null,
  warning: null,
  examples: [],
  questions: [
    {
      name: 'answers[csv.table]',
      sheet: 'Lĩnh vực',
      place: null,
      header: null,
      value: null,
      sentence:
        'Tiêu đề cột của tệp CSV hợp với nhiều trang: “Lĩnh vực”, “Loại chi bộ”. Hãy chọn trang của danh sách này.',
      kind: 'choice',
      options: [
        { value: 'fields', label: 'Lĩnh vực', isChosen: false },
        { value: 'branchTypes', label: 'Loại chi bộ', isChosen: false },
      ],
      readings: null,
      answer: null,
    },
  ],
  hasReadings: true,
  recheckAction: '/imports/i0/check',
  csv: {
    action: '/imports/i0/check',
    encoding: 'Windows-1258 (tiếng Việt)',
    separator: 'semicolon',
    table: 'Lĩnh vực',
    rows: 13,
    head: ['Mã', 'Tên', 'Ghi chú'],
    firstRows: [
      ['MT', 'Vệ sinh môi trường, quản lý chất thải, mỹ quan đô thị', ''],
      ['007', 'Trật tự đô thị', 'mới'],
    ],
    names: {
      table: 'answers[csv.table]',
      encoding: 'answers[csv.encoding]',
      separator: 'answers[csv.separator]',
    },
    tables: [
      { value: 'fields', label: 'Lĩnh vực', isChosen: true },
      { value: 'branchTypes', label: 'Loại chi bộ', isChosen: false },
    ],
    encodings: [
      { value: 'windows-1258', label: 'Windows-1258 (tiếng Việt)', isChosen: true },
      { value: 'tcvn3', label: 'phông cũ TCVN3 (ABC)', isChosen: false },
    ],
    separators: [
      { value: 'comma', isChosen: false },
      { value: 'semicolon', isChosen: true },
    ],
  },
};

const refused: ImportPage = {
  ...checked,
  state: 'refused',
  counts: null,
  changes: 0,
  told: [],
  months: [],
  faultCount: 612,
  faults: [
    ['Chi bộ', 'B14', 'Mã chi bộ', 'Q4.P8.5', 'duplicate', { otherRow: 9 }],
    ['Chi bộ', 'D31', 'Mã tổ chức', 'P19', 'reference_unknown', { item: 'P19', target: 'Tổ chức', near: 'P18' }],
    ['Lịch bận', 'C4', 'Từ ngày', '31/02/2020', 'day_impossible', {}],
    ['Chuyên viên', null, 'Thư điện tử', null, 'column_missing', {}],
    ['Chuyên viên', 'F8', 'Số lượt tối đa', '3,5', 'not_whole', {}],
  ].map(([sheet, place, header, value, code, params]) => ({
    sheet: sheet as string,
    place: place as string | null,
    header: header as string | null,
    value: value as string | null,
    sentence: {
      key: `import.fault.${code as string}`,
      params: { sheet, header, value, ...(params as object) },
    } as Sentence,
  })),
  annotatedHref: '/imports/i1/annotated.xlsx',
  scopeAction: null,
  warning: null,
  commitAction: null,
};

export const importPages: readonly GalleryPage[] = [
  galleryPage('imports.full', 'board', '/imports', imports satisfies ImportsPage),
  galleryPage('imports.first', 'board', '/imports', {
    ...imports,
    error: 'Chưa chọn tệp. Hãy chọn tệp Excel (.xlsx) đã điền theo mẫu rồi tải lên.',
    history: [],
  } satisfies ImportsPage),
  galleryPage('import.checked', 'board', '/imports/i0', checked satisfies ImportPage),
  galleryPage('import.questions', 'board', '/imports/i0', asking satisfies ImportPage),
  galleryPage('import.list', 'board', '/imports/i0', list satisfies ImportPage),
  galleryPage('import.refused', 'board', '/imports/i1', refused satisfies ImportPage),
  galleryPage('import.committed', 'board', '/imports/i2', {
    ...checked,
    state: 'committed',
    committedAt: new Date('2020-11-20T02:16:00Z'),
    commitAction: null,
    takeBackAction: '/imports/i2/take-back',
  } satisfies ImportPage),
];
