import type { Locale, Role } from './actor.ts';
import type { MeetingKind } from './meeting-kind.ts';

/** A word of the field in each language, as written inside a sentence. */
export type Term = Readonly<Record<Locale, string>>;
/** The words for each value of a fixed list. */
export type Terms<V extends string> = Readonly<Record<V, Term>>;

const term = (vi: string, en: string): Term => ({ vi, en });

/** A combined meeting has the regular part and the thematic one, one after the other. */
export const MEETING_KIND_TERMS: Terms<MeetingKind> = {
  regular: term('thường kỳ', 'regular'),
  thematic: term('chuyên đề', 'thematic'),
  combined: term('kết hợp', 'combined'),
};

/** Why a specialist is away; the times themselves are called `lịch bận`, absences. */
export const ABSENCE_KIND_TERMS = {
  leave: term('nghỉ phép', 'leave'),
  sick: term('nghỉ ốm', 'sick leave'),
  study: term('đi học', 'study'),
  mission: term('đi công tác', 'mission'),
  maternity: term('nghỉ thai sản', 'maternity leave'),
  other: term('lý do khác', 'another reason'),
} as const satisfies Terms<string>;
export type AbsenceKind = keyof typeof ABSENCE_KIND_TERMS;

export const VISIT_STATE_TERMS = {
  offered: term('chờ trả lời', 'no reply yet'),
  accepted: term('đã nhận', 'accepted'),
  declined: term('đã từ chối', 'declined'),
  released: term('được thôi cử', 'released'),
  done: term('đã dự', 'attended'),
  missed: term('không dự', 'missed'),
  cancelled: term('đã hủy', 'cancelled'),
} as const satisfies Terms<string>;

/** `agreed`: both have agreed, and the board still has to confirm; `lapsed`: the visits changed, so it cannot be made. */
export const SWAP_STATE_TERMS = {
  asked: term('chờ người được hỏi', 'no reply yet'),
  agreed: term('chờ ban chủ trì xác nhận', 'waits for the board'),
  made: term('đã đổi', 'made'),
  refused: term('không nhận', 'refused'),
  withdrawn: term('đã rút', 'withdrawn'),
  expired: term('quá hạn trả lời', 'expired'),
  rejected: term('ban chủ trì không xác nhận', 'not confirmed'),
  lapsed: term('không còn hiệu lực', 'no longer possible'),
} as const satisfies Terms<string>;
export type SwapState = keyof typeof SWAP_STATE_TERMS;

/** Why somebody does not go; the words that they add are read by the board only. */
export const DECLINE_KIND_TERMS = {
  ill: term('ốm', 'ill'),
  duty: term('bận công tác khác', 'on duty elsewhere'),
  collision: term('trùng lịch', 'another appointment'),
  family: term('việc gia đình', 'family'),
  other: term('lý do khác', 'another reason'),
} as const satisfies Terms<string>;
export type DeclineKind = keyof typeof DECLINE_KIND_TERMS;
export const DECLINE_KINDS = Object.keys(DECLINE_KIND_TERMS) as DeclineKind[];

export const FINDING_KIND_TERMS = {
  strength: term('ưu điểm', 'strength'),
  shortcoming: term('hạn chế', 'shortcoming'),
  good_practice: term('cách làm hay', 'good practice'),
  reflection: term('phản ánh', 'reflection'),
  recommendation: term('đề xuất', 'recommendation'),
} as const satisfies Terms<string>;

/** What a day of the holiday calendar is; a worked day is a weekly day of rest on which offices work in exchange. */
export const HOLIDAY_KIND_TERMS = {
  public: term('nghỉ lễ', 'public holiday'),
  in_lieu: term('nghỉ bù', 'day off in lieu'),
  worked: term('làm bù', 'worked in exchange'),
  local: term('nghỉ riêng của đơn vị', 'local day off'),
} as const satisfies Terms<string>;
export type HolidayKind = keyof typeof HOLIDAY_KIND_TERMS;

export const ROLE_TERMS: Terms<Role> = {
  board: term('ban chủ trì', 'organisation board'),
  specialist: term('chuyên viên', 'specialist'),
  leader: term('lãnh đạo', 'leader'),
  branch: term('chi bộ', 'branch'),
  front: term('Mặt trận và đoàn thể', 'Front and mass organisations'),
  admin: term('quản trị', 'administrator'),
};

/** With a capital first letter, as used alone or at the beginning of a line. */
export function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

export function headTerm({ vi, en }: Term): Term {
  return { vi: capitalised(vi), en: capitalised(en) };
}

/** `meeting.kind` with its terms as messages in both languages: `meeting.kind.regular` and so on. */
export function termMessages<P extends string, V extends string>(
  prefix: P,
  terms: Terms<V>,
): Readonly<Record<Locale, Readonly<Record<`${P}.${V}`, string>>>> {
  const inLanguage = (locale: Locale) =>
    Object.fromEntries(
      (Object.keys(terms) as V[]).map((value) => [`${prefix}.${value}`, terms[value][locale]]),
    ) as Record<`${P}.${V}`, string>;
  return { vi: inLanguage('vi'), en: inLanguage('en') };
}

/** The same terms, each with a capital first letter. */
export function headTerms<V extends string>(terms: Terms<V>): Terms<V> {
  return Object.fromEntries((Object.keys(terms) as V[]).map((value) => [value, headTerm(terms[value])])) as Record<
    V,
    Term
  >;
}
