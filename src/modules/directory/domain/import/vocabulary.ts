import type { WeekdayCode } from '../../../../kernel/day-of-month.ts';
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
import type { PairingKind } from '../pairing.ts';
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

/** Weekdays as iCalendar writes them, Monday first. */
export const WEEKDAYS = {
  MO: ['Thứ Hai', 'Monday', 'Thứ 2', 'T2', 'Mon'],
  TU: ['Thứ Ba', 'Tuesday', 'Thứ 3', 'T3', 'Tue'],
  WE: ['Thứ Tư', 'Wednesday', 'Thứ 4', 'T4', 'Wed'],
  TH: ['Thứ Năm', 'Thursday', 'Thứ 5', 'T5', 'Thu'],
  FR: ['Thứ Sáu', 'Friday', 'Thứ 6', 'T6', 'Fri'],
  SA: ['Thứ Bảy', 'Saturday', 'Thứ 7', 'T7', 'Sat'],
  SU: ['Chủ nhật', 'Sunday', 'CN', 'Sun'],
} as const satisfies Choices<WeekdayCode>;

export const PAIRING_CHOICES = {
  apart: ['Không đi cùng', 'Must not go together', 'Không cùng', 'Apart'],
  together: ['Nên đi cùng', 'Should go together', 'Đi cùng', 'Together'],
} as const satisfies Choices<PairingKind>;

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
