import { defineMessages } from '../../platform/i18n/messages.ts';

/** What the engine proposes to a plan that people have changed. */
export const deskProposalMessages = defineMessages(
  {
    'desk_proposal.waits': (p: { at: string }) =>
      `Máy đã lập lại lúc ${p.at}. Bản đã sửa tay giữ nguyên cho đến khi nhận đề nghị.`,
    'desk_proposal.see': 'Xem máy đề nghị gì trên bàn điều phối',
    'desk_proposal.title': 'Máy đề nghị thay đổi',
    'desk_proposal.count': (p: { count: number }) => (p.count === 0 ? 'không có thay đổi' : `${p.count} thay đổi`),
    'desk_proposal.text': (p: { count: number; at: string }) =>
      `Lập lại lúc ${p.at}, giữ mọi chỗ đã ghim và đã bỏ tay: ${p.count} thay đổi so với bản đang có. Mỗi mục nhận được riêng.`,
    'desk_proposal.none': (p: { at: string }) =>
      `Lập lại lúc ${p.at}: máy không tìm được thay đổi nào tốt hơn bản đang có.`,
    'desk_proposal.only_whole':
      'Lịch họp, lịch bận hoặc danh sách đã thay đổi sau khi lập bản đang có, nên đề nghị này chỉ thay được cả bản. Các chỗ đã ghim và đã bỏ tay trước khi lập vẫn được giữ.',
    'desk_proposal.keeps_draft': 'Bản đang có vẫn còn, thành một phương án khác của tháng.',
    'desk_proposal.loses_draft':
      'Tháng này đã đủ số phương án, nên bản đang có sẽ mất; muốn giữ thì bỏ bớt một phương án trước.',
    'desk_proposal.outdated':
      'Sau khi máy lập đề nghị này, kế hoạch đã được đổi tay thêm; dùng nó sẽ mất các thay đổi đó. Hãy lập lại để máy tính cả chúng.',
    'desk_proposal.no_plan': (p: { at: string }) =>
      `Lập lại lúc ${p.at}: với lịch họp, lịch bận và danh sách hiện nay, máy chưa lập được kế hoạch nào giữ được mọi chỗ đã ghim và đã bỏ tay. Hãy xem lại các chỗ đó trên bàn điều phối rồi lập lại; kế hoạch đang có vẫn giữ nguyên.`,
    'desk_proposal.barred': 'Không nhận riêng được:',
    'desk_proposal.contradicts': 'trái với chỗ đã ghim hoặc đã bỏ tay sau khi máy lập',
    'desk_proposal.wants_reason': 'Trái quy định, chỉ nhận được khi ghi lý do:',
    'desk_proposal.reason_help': 'Cần khi nhận mục trái quy định; được lưu cùng thay đổi.',
    'desk_proposal.take': 'Nhận mục đã chọn',
    'desk_proposal.take_all': 'Nhận tất cả',
    'desk_proposal.replace': 'Dùng bản máy đề nghị',
    'desk_proposal.discard': 'Bỏ đề nghị',
    'desk_proposal.taken': 'Đã nhận thay đổi máy đề nghị. Hoàn tác được trên bàn điều phối.',
    'desk_proposal.taken_whole':
      'Đã nhận mọi thay đổi máy đề nghị, nên không còn đề nghị nào. Hoàn tác được trên bàn điều phối; muốn có đề nghị mới thì lập lại.',
    'desk_proposal.replaced': 'Đã dùng bản máy đề nghị thay cho kế hoạch trước.',
    'desk_proposal.replaced_kept': 'Đã dùng bản máy đề nghị. Kế hoạch trước vẫn còn trong các phương án của tháng.',
    'desk_proposal.discarded': 'Đã bỏ đề nghị của máy; kế hoạch giữ nguyên.',
    'desk_proposal.none_chosen': 'Chưa chọn thay đổi nào. Hãy chọn mục muốn nhận.',
  },
  {
    'desk_proposal.waits': (p) =>
      `The engine has planned again at ${p.at}. The plan as changed by hand stays until its proposal is taken.`,
    'desk_proposal.see': 'See on the desk what it proposes',
    'desk_proposal.title': 'The engine proposes',
    'desk_proposal.count': (p) => (p.count === 0 ? 'no change' : p.count === 1 ? '1 change' : `${p.count} changes`),
    'desk_proposal.text': (p) =>
      `Planned again at ${p.at}, with everything kept that was pinned or ruled out: ${p.count} ${p.count === 1 ? 'change' : 'changes'} against the plan as it stands. Each can be taken by itself.`,
    'desk_proposal.none': (p) =>
      `Planned again at ${p.at}: the engine found nothing better than the plan as it stands.`,
    'desk_proposal.only_whole':
      'Meetings, absences or people have changed since the plan was made, so the proposal can only take its place. What was pinned or ruled out before it was asked for is kept.',
    'desk_proposal.keeps_draft': 'The plan as it stands stays, as another variant of the month.',
    'desk_proposal.loses_draft':
      'The month has as many variants as it may, so the plan as it stands would be lost; to keep it, remove a variant first.',
    'desk_proposal.outdated':
      'The plan was changed by hand after this proposal was asked for, and using it would lose those changes. Plan again, so that they are kept.',
    'desk_proposal.no_plan': (p) =>
      `Planned again at ${p.at}: with the meetings, absences and people of today, the engine has found no plan that keeps everything that was pinned or ruled out. Look at those on the desk, then plan again; the plan stays as it is.`,
    'desk_proposal.barred': 'It cannot be taken by itself:',
    'desk_proposal.contradicts': 'it contradicts what was pinned or ruled out since the engine planned',
    'desk_proposal.wants_reason': 'Against the rules; it takes a reason:',
    'desk_proposal.reason_help': 'For what is against the rules; it is kept with the change.',
    'desk_proposal.take': 'Take what is chosen',
    'desk_proposal.take_all': 'Take all',
    'desk_proposal.replace': 'Use the proposed plan',
    'desk_proposal.discard': 'Discard',
    'desk_proposal.taken': 'Taken. It can be undone on the desk.',
    'desk_proposal.taken_whole':
      'All of it is taken, so nothing is proposed any more. It can be undone on the desk; for a new proposal plan again.',
    'desk_proposal.replaced': 'The proposed plan has taken the place of the one before.',
    'desk_proposal.replaced_kept':
      'The proposed plan is used now. The one before is still among the variants of the month.',
    'desk_proposal.discarded': 'The proposal is gone; the plan stays as it is.',
    'desk_proposal.none_chosen': 'Nothing was chosen. Choose what to take.',
  },
);
