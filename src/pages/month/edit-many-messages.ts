import type { MeetingKind } from '../../kernel/meeting-kind.ts';
import { MEETING_KIND_TERMS } from '../../kernel/vocabulary.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts of the page that edits many meetings at once, and of what an edit changes about a meeting. */
export const editManyMessages = defineMessages(
  {
    'edit_many.title': 'Sửa nhiều cuộc họp',
    'edit_many.open': 'Sửa nhiều cuộc',
    'edit_many.lead': (p: { count: number }) =>
      `Chọn trong ${p.count} cuộc họp, chọn điều cần sửa, rồi xem trước. Ngày họp giữ nguyên; chưa có gì được lưu trước khi bấm lưu.`,
    'edit_many.what': 'Điều cần sửa',
    'edit_many.as_is': 'Giữ nguyên',
    'edit_many.empty_help': 'Để trống: giữ nguyên.',
    'edit_many.where': 'Nơi họp',
    'edit_many.place': 'Nơi khác',
    'edit_many.place_help': 'Chỉ cần khi chọn nơi khác.',
    'edit_many.place.usual': 'Nơi thường lệ',
    'edit_many.place.other': 'Nơi khác',
    'edit_many.place_missing': 'Hãy ghi nơi họp.',
    'edit_many.nothing_to_change': 'Hãy chọn ít nhất một điều cần sửa.',
    'edit_many.what_changes': 'Sẽ sửa',
    'edit_many.changes': 'Thay đổi',
    'edit_many.now': 'Hiện nay',
    'edit_many.save': (p: { count: number }) => `Lưu: sửa ${p.count} cuộc họp`,
    'edit_many.staying': (p: { count: number }) => `${p.count} cuộc đã chọn vốn như vậy nên giữ nguyên.`,
    'edit_many.nothing_changes': 'Các cuộc đã chọn vốn như vậy, không có gì phải sửa.',
    'edit_many.unchanged': 'Không có gì thay đổi: các cuộc họp đã được sửa như vậy.',
    'edit_many.done': (p: { count: number }) => `Đã sửa ${p.count} cuộc họp. Dưới đây là lời báo cho từng chi bộ.`,
    'difference.hour': (p: { from: string; to: string }) => `bắt đầu lúc ${p.to} thay vì ${p.from}`,
    'difference.minutes': (p: { from: number; to: number }) => `họp ${p.to} phút thay vì ${p.from} phút`,
    'difference.kind': (p: { from: MeetingKind; to: MeetingKind }) =>
      `sinh hoạt ${MEETING_KIND_TERMS[p.to].vi} thay vì ${MEETING_KIND_TERMS[p.from].vi}`,
    'difference.place': (p: { to: string }) => (p.to === '' ? 'họp ở nơi thường lệ' : `họp tại ${p.to}`),
    'difference.cancelled': 'không họp nữa',
    'difference.scheduled': 'vẫn họp',
  },
  {
    'edit_many.title': 'Edit many meetings',
    'edit_many.open': 'Edit many',
    'edit_many.lead': (p) =>
      `Choose among ${p.count === 1 ? '1 meeting' : `${p.count} meetings`}, say what changes, and look before you save. Days stay; nothing is saved before.`,
    'edit_many.what': 'What changes',
    'edit_many.as_is': 'As it is',
    'edit_many.empty_help': 'Empty: as it is.',
    'edit_many.where': 'Place',
    'edit_many.place': 'Other place',
    'edit_many.place_help': 'For another place only.',
    'edit_many.place.usual': 'The usual one',
    'edit_many.place.other': 'Another one',
    'edit_many.place_missing': 'Write the place.',
    'edit_many.nothing_to_change': 'Choose at least one thing to change.',
    'edit_many.what_changes': 'What will change',
    'edit_many.changes': 'Change',
    'edit_many.now': 'Meets now',
    'edit_many.save': (p) => `Save: edit ${p.count === 1 ? '1 meeting' : `${p.count} meetings`}`,
    'edit_many.staying': (p) => `${p.count} of those chosen ${p.count === 1 ? 'is' : 'are'} so already.`,
    'edit_many.nothing_changes': 'The chosen meetings are so already; nothing has to change.',
    'edit_many.unchanged': 'Nothing changes: the meetings are so already.',
    'edit_many.done': (p) =>
      `${p.count === 1 ? '1 meeting is' : `${p.count} meetings are`} changed. Below are the words for each branch.`,
    'difference.hour': (p) => `begins at ${p.to} instead of ${p.from}`,
    'difference.minutes': (p) => `lasts ${p.to} minutes instead of ${p.from}`,
    'difference.kind': (p) => `is ${MEETING_KIND_TERMS[p.to].en} instead of ${MEETING_KIND_TERMS[p.from].en}`,
    'difference.place': (p) => (p.to === '' ? 'is at the usual place' : `is at ${p.to}`),
    'difference.cancelled': 'is not held',
    'difference.scheduled': 'is held after all',
  },
);
