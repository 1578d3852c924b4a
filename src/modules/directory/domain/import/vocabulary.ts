import type { Choices } from './cell-readers.ts';

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

export const ABSENCE_KINDS = {
  leave: ['Nghỉ phép', 'Leave', 'Phép'],
  sick: ['Nghỉ ốm', 'Sick leave', 'Ốm'],
  study: ['Đi học', 'Study', 'Học tập'],
  mission: ['Đi công tác', 'Mission', 'Công tác'],
  maternity: ['Nghỉ thai sản', 'Maternity leave', 'Thai sản'],
  other: ['Lý do khác', 'Other', 'Khác'],
} as const satisfies Choices<string>;
export type AbsenceKind = keyof typeof ABSENCE_KINDS;

export const CONFLICT_REASONS = {
  relative: ['Người thân', 'Relative', 'Có người thân'],
  former_member: ['Từng sinh hoạt tại chi bộ', 'Former member', 'Từng sinh hoạt'],
  duty: ['Đang xử lý vụ việc của chi bộ', 'Handles a case of the branch', 'Xử lý vụ việc'],
  other: ['Lý do khác', 'Other', 'Khác'],
} as const satisfies Choices<string>;
export type ConflictReason = keyof typeof CONFLICT_REASONS;

export const MEETING_KINDS = {
  regular: ['Thường kỳ', 'Regular'],
  thematic: ['Chuyên đề', 'Thematic'],
  combined: ['Thường kỳ kết hợp chuyên đề', 'Combined', 'Kết hợp'],
} as const satisfies Choices<string>;

export const FINDING_KINDS = {
  strength: ['Ưu điểm', 'Strength'],
  shortcoming: ['Hạn chế', 'Shortcoming', 'Tồn tại'],
  good_practice: ['Cách làm hay', 'Good practice', 'Mô hình hay'],
  reflection: ['Phản ánh', 'Reflection', 'Phản ánh, kiến nghị', 'Kiến nghị'],
  recommendation: ['Đề xuất', 'Recommendation'],
} as const satisfies Choices<string>;
export type FindingKind = keyof typeof FINDING_KINDS;
