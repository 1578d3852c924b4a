import type { PartOfDay } from '../../../../kernel/hours.ts';
import type { MeetingKind } from '../../../../kernel/meeting-kind.ts';
import {
  ABSENCE_KIND_TERMS,
  type AbsenceKind,
  capitalised,
  FINDING_KIND_TERMS,
  HOLIDAY_KIND_TERMS,
  type HolidayKind,
  MEETING_KIND_TERMS,
  type Term,
} from '../../../../kernel/vocabulary.ts';
import type { Choices } from './text-readers.ts';

export const ORGANISATION_KINDS = {
  committee: [
    'Đảng bộ cấp trên trực tiếp',
    'Superior committee',
    'Đảng bộ quận',
    'Đảng bộ huyện',
    'Đảng bộ phường, xã',
  ],
  grassroots: ['Đảng bộ cơ sở', 'Grassroots organisation'],
  grassroots_branch: ['Chi bộ cơ sở', 'Grassroots branch'],
  part: ['Đảng bộ bộ phận', 'Part-level organisation'],
} as const satisfies Choices<string>;
export type OrganisationKind = keyof typeof ORGANISATION_KINDS;

/** The term in both languages, and other words that people use for it. */
const called = ({ vi, en }: Term, ...others: string[]) => [capitalised(vi), capitalised(en), ...others] as const;

export const ABSENCE_KINDS = {
  leave: called(ABSENCE_KIND_TERMS.leave, 'Phép'),
  sick: called(ABSENCE_KIND_TERMS.sick, 'Ốm'),
  study: called(ABSENCE_KIND_TERMS.study, 'Học tập'),
  mission: called(ABSENCE_KIND_TERMS.mission, 'Công tác'),
  maternity: called(ABSENCE_KIND_TERMS.maternity, 'Thai sản'),
  other: called(ABSENCE_KIND_TERMS.other, 'Other', 'Khác'),
} as const satisfies Choices<AbsenceKind>;

export const CONFLICT_REASONS = {
  relative: ['Người thân', 'Relative', 'Có người thân'],
  former_member: ['Từng sinh hoạt tại chi bộ', 'Former member', 'Từng sinh hoạt'],
  duty: ['Đang xử lý vụ việc của chi bộ', 'Handles a case of the branch', 'Xử lý vụ việc'],
  other: ['Lý do khác', 'Other', 'Khác'],
} as const satisfies Choices<string>;
export type ConflictReason = keyof typeof CONFLICT_REASONS;

/** Parts of a day that somebody may be away for; `whole` is what an empty cell means too. */
export const ABSENCE_PARTS = {
  whole: ['Cả ngày', 'All day', 'Nguyên ngày', 'Whole day'],
  morning: ['Sáng', 'Morning', 'Buổi sáng'],
  afternoon: ['Chiều', 'Afternoon', 'Buổi chiều'],
  evening: ['Tối', 'Evening', 'Buổi tối'],
} as const satisfies Choices<PartOfDay | 'whole'>;

export const HOLIDAY_KINDS = {
  public: called(HOLIDAY_KIND_TERMS.public, 'Ngày lễ', 'Lễ', 'Holiday'),
  in_lieu: called(HOLIDAY_KIND_TERMS.in_lieu, 'Nghỉ hoán đổi', 'In lieu'),
  worked: called(HOLIDAY_KIND_TERMS.worked, 'Làm việc bù', 'Đi làm bù', 'Làm bù thứ Bảy', 'Worked'),
  local: called(HOLIDAY_KIND_TERMS.local, 'Nghỉ riêng', 'Local'),
} as const satisfies Choices<HolidayKind>;

export const MEETING_KINDS = {
  regular: called(MEETING_KIND_TERMS.regular),
  thematic: called(MEETING_KIND_TERMS.thematic),
  combined: called(MEETING_KIND_TERMS.combined, 'Thường kỳ kết hợp chuyên đề', 'Thường kỳ và chuyên đề', 'Cả hai'),
} as const satisfies Choices<MeetingKind>;

export const FINDING_KINDS = {
  strength: called(FINDING_KIND_TERMS.strength),
  shortcoming: called(FINDING_KIND_TERMS.shortcoming, 'Tồn tại'),
  good_practice: called(FINDING_KIND_TERMS.good_practice, 'Mô hình hay'),
  reflection: called(FINDING_KIND_TERMS.reflection, 'Phản ánh, kiến nghị', 'Kiến nghị'),
  recommendation: called(FINDING_KIND_TERMS.recommendation),
} as const satisfies Choices<string>;
export type FindingKind = keyof typeof FINDING_KINDS;
