import { canonicalZone } from '../../../../kernel/zone.ts';
import { optional, required, withDefault, type Columns } from './column.ts';
import { latitude, longitude } from './common-columns.ts';
import { day } from './day-time-readers.ts';
import type { CellReader } from './reading.ts';
import { code, text } from './text-readers.ts';

/** A time zone of the IANA list, such as Asia/Ho_Chi_Minh. */
const zone: CellReader<string> = (cell) => {
  const reading = text(60)(cell);
  if ('misread' in reading) return reading;
  const value = canonicalZone(reading.value);
  return value === null ? { misread: { code: 'zone_unknown', params: {} } } : { value };
};

const fact = (vi: string, en: string, helpVi: string, helpEn: string, ...aliases: string[]) => ({
  header: { vi, en },
  aliases,
  help: { vi: helpVi, en: helpEn },
});

const label = (vi: string, en: string, standard: string) =>
  withDefault(
    text(80),
    standard,
    fact(`Cách gọi: ${vi}`, `Word for: ${en}`, `Để trống là “${standard}”.`, `“${standard}” when empty.`),
  );

/** The items of the committee's sheet, one per row. */
export const COMMITTEE_ITEMS = {
  code: required(code, fact('Mã cấp ủy', 'Committee code', 'Ví dụ Q4.', 'Such as Q4.', 'Mã')),
  name: required(
    text(),
    fact('Tên cấp ủy', 'Committee name', 'Ví dụ Quận ủy Quận 4.', 'Such as Quận ủy Quận 4.', 'Tên'),
  ),
  superiorName: required(
    text(),
    fact('Cấp ủy cấp trên', 'Superior committee', 'Ghi ở dòng đầu của văn bản.', 'The first line of a document.'),
  ),
  boardName: required(
    text(),
    fact(
      'Ban chủ trì',
      'Chairing board',
      'Ví dụ Ban Tổ chức Quận ủy.',
      'Such as Ban Tổ chức Quận ủy.',
      'Tên ban chủ trì',
    ),
  ),
  boardSymbol: required(
    text(20),
    fact(
      'Ký hiệu ban',
      'Board symbol',
      'Dùng trong số văn bản, ví dụ BTCQU.',
      'In document numbers, such as BTCQU.',
      'Ký hiệu văn bản',
    ),
  ),
  place: required(
    text(80),
    fact('Địa danh', 'Place', 'Ghi trước ngày tháng của văn bản.', 'Stands before a document’s date.', 'Nơi ban hành'),
  ),
  signatoryTitle: optional(
    text(120),
    fact('Chức vụ người ký', 'Signatory title', 'Ví dụ TRƯỞNG BAN.', 'Such as TRƯỞNG BAN.'),
  ),
  signatoryName: optional(
    text(120),
    fact('Người ký', 'Signatory', 'Họ và tên người ký văn bản.', 'Who signs documents.', 'Họ tên người ký'),
  ),
  term: optional(text(40), fact('Nhiệm kỳ', 'Term', 'Ví dụ 2020–2025.', 'Such as 2020–2025.')),
  termFrom: optional(day, {
    ...fact(
      'Nhiệm kỳ từ ngày',
      'Term from',
      'Số văn bản đếm lại từ đầu nhiệm kỳ.',
      'Document numbers start anew with a term.',
      'Ngày bắt đầu nhiệm kỳ',
    ),
    format: 'day',
  }),
  zone: withDefault(
    zone,
    'Asia/Ho_Chi_Minh',
    fact('Múi giờ', 'Time zone', 'Để trống là Asia/Ho_Chi_Minh.', 'Asia/Ho_Chi_Minh when empty.'),
  ),
  lat: optional(
    latitude,
    fact('Vĩ độ trụ sở', 'Latitude of the office', 'Ví dụ 10,7601.', 'Such as 10.7601.', 'Vĩ độ'),
  ),
  lng: optional(
    longitude,
    fact('Kinh độ trụ sở', 'Longitude of the office', 'Ví dụ 106,7042.', 'Such as 106.7042.', 'Kinh độ'),
  ),
  labelCommittee: label('cấp ủy', 'committee', 'Quận ủy'),
  labelStandingCommittee: label('ban thường vụ', 'standing committee', 'Ban Thường vụ'),
  labelBoard: label('ban chủ trì', 'organisation board', 'Ban Tổ chức'),
  labelDepartment: label('cơ quan cử người', 'department', 'Ban, cơ quan'),
  labelGrassroots: label('tổ chức cơ sở đảng', 'grassroots organisation', 'Tổ chức cơ sở đảng'),
  labelBranch: label('chi bộ', 'branch', 'Chi bộ'),
  labelSpecialist: label('người được phân công', 'specialist', 'Chuyên viên'),
  labelQuarter: label('khu phố, ấp', 'quarter', 'Khu phố'),
} satisfies Columns;
