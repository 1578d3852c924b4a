import { formatNumber } from '../../kernel/format.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

const count = (locale: 'vi' | 'en', value: number, digits?: number) => formatNumber(locale, value, digits);
const plural = (value: number, one: string, many: string) => `${formatNumber('en', value)} ${value === 1 ? one : many}`;

/** The variants of a month. */
export const variantMessages = defineMessages(
  {
    'variants.title': (p: { month: string }) => `Các phương án tháng ${p.month}`,
    'variants.open': 'Các phương án',
    'variants.lead':
      'Chỉ phương án đang chọn được công bố; các phương án khác mất đi khi công bố. Mọi số liệu dưới đây tính theo chính sách của cấp ủy và dữ liệu hôm nay, để so được với nhau.',
    'variants.side_by_side': 'Đặt cạnh nhau',
    'variants.figure': 'Số liệu',
    'variants.none': 'Tháng này chưa có phương án nào',
    'variants.none_text': 'Hãy lập kế hoạch của tháng trước; sau đó tạo được các phương án khác để so sánh.',
    'variants.name.own': (p: { name: string }) => p.name,
    'variants.name.main': 'Bản chính',
    'variants.name.former': (p: { number: number }) => `Bản trước đề nghị của máy (${p.number})`,
    'variants.chosen': 'đang chọn',
    'variants.outdated': 'dữ liệu đã đổi sau khi lập',
    'variants.outdated_help': 'Chưa công bố được như vậy. Hãy chọn phương án này rồi bấm “Lập lại kế hoạch”.',
    'variants.figure.covered': 'Cuộc đến lượt có đủ người dự',
    'variants.figure.visits': 'Lượt dự',
    'variants.figure.spread': 'Lệch so với phần của từng người',
    'variants.help.spread': 'Trung bình (toàn phương), trong ngoặc là người lệch nhiều nhất; tính bằng lượt.',
    'variants.figure.kilometres': 'Quãng đường đến nơi họp',
    'variants.figure.hand_made': 'Thay đổi bằng tay',
    'variants.figure.proof': 'Mức chứng minh, theo lựa chọn của chính phương án',
    'variants.figure.differs': 'Khác phương án đang chọn',
    'variants.figure.choices': 'Lập theo',
    'variants.figure.uncovered': 'Cuộc đến lượt còn thiếu người',
    'variants.cost.coverage': 'Điểm mất vì thiếu người dự',
    'variants.cost.fairness': 'Điểm lệch công bằng',
    'variants.cost.quality': 'Điểm chưa hợp người – chi bộ',
    'variants.cost.stability': 'Điểm thay đổi so với bản đã công bố',
    'variants.cost.linkage': 'Lượt giúp so sánh phiếu giữa các người dự',
    'variants.value.covered': (p: { part: number; whole: number }) =>
      `${count('vi', p.part)} / ${count('vi', p.whole)}`,
    'variants.value.number': (p: { number: number }) => count('vi', p.number),
    'variants.value.spread': (p: { spread: number; furthest: number }) =>
      `${count('vi', p.spread, 2)} (${count('vi', p.furthest, 2)})`,
    'variants.value.kilometres': (p: { kilometres: number; unknown: number }) =>
      `${count('vi', p.kilometres)} km${p.unknown > 0 ? `, chưa tính ${count('vi', p.unknown)} lượt chưa rõ đường` : ''}`,
    'variants.value.unknown': 'chưa rõ',
    'variants.value.chosen': '–',
    'variants.value.differs': (p: { people: number; meetings: number }) =>
      p.meetings === 0 ? 'giống hệt' : `${count('vi', p.people)} người, ${count('vi', p.meetings)} cuộc`,
    'variants.by_policy': 'chính sách của cấp ủy',
    'variants.otherwise': (p: { label: string; value: string; policy: string }) =>
      `${p.label}: ${p.value} (chính sách: ${p.policy})`,
    'variants.no_uncovered': 'không có',
    'variants.meetings': (p: { count: number }) => `${count('vi', p.count)} cuộc`,
    'variants.desk': 'Mở trên bàn điều phối',
    'variants.see_difference': 'Xem khác nhau ở đâu',
    'variants.choose': 'Chọn phương án này',
    'variants.rename': 'Đổi tên',
    'variants.rename_do': 'Lưu tên',
    'variants.remove': 'Bỏ phương án',
    'variants.remove_ask': 'Bỏ hẳn phương án này, cả các thay đổi bằng tay trong đó? Không lấy lại được.',
    'variants.copy': 'Sao chép để sửa tay',
    'variants.copy_text': 'Bản sao bắt đầu như phương án gốc hiện nay, kể cả chỗ ghim, lý do và phần hoàn tác.',
    'variants.copy_do': 'Tạo bản sao',
    'variants.make': 'Để máy lập theo lựa chọn khác',
    'variants.make_text':
      'Chỉ phương án này lập theo các lựa chọn dưới đây; chính sách của cấp ủy không đổi. Mọi chỗ đã ghim và đã bỏ tay trong phương án gốc được giữ.',
    'variants.make_do': 'Lập phương án',
    'variants.name': 'Tên phương án',
    'variants.from': 'Bắt đầu từ',
    'variants.policy_has': (p: { value: string }) => `Chính sách: ${p.value}.`,
    'variants.range': (p: { least: number; most: number }) => `Từ ${count('vi', p.least)} đến ${count('vi', p.most)}.`,
    'variants.wrong_value': (p: { least: number; most: number }) =>
      `Hãy ghi một số từ ${count('vi', p.least)} đến ${count('vi', p.most)}.`,
    'variants.wrong_choice': 'Hãy chọn một trong các mục.',
    'variants.full': (p: { most: number }) =>
      `Tháng này đã có ${p.most} phương án, là nhiều nhất. Muốn thêm thì bỏ bớt một phương án.`,
    'variants.copied': 'Đã tạo bản sao. Sửa được trên bàn điều phối.',
    'variants.asked': 'Máy đang lập phương án mới; phương án đang chọn giữ nguyên.',
    'variants.renamed': 'Đã đổi tên phương án.',
    'variants.removed': 'Đã bỏ phương án.',
    'variants.chosen_now': 'Đã chọn phương án này làm kế hoạch của tháng. Phương án trước vẫn còn trong danh sách.',
    'variants.not_made':
      'Lần lập phương án vừa rồi không có kết quả: với các lựa chọn đó máy không lập được kế hoạch nào, hoặc gặp lỗi. Các phương án khác giữ nguyên.',
    'variants.late':
      'Phương án được yêu cầu lần cuối chưa lập được: hết thời gian mà máy chưa tìm được kế hoạch nào. Các phương án khác giữ nguyên; hãy tăng thời gian tìm ở trang Chính sách rồi lập lại.',
    'variants.difference_title': (p: { name: string }) => `${p.name}: khác phương án đang chọn`,
    'variants.difference': (p: { name: string; people: number; meetings: number }) =>
      p.meetings === 0
        ? `Hai phương án cử người giống hệt nhau (phương án đang chọn: ${p.name}).`
        : `So với “${p.name}”: ${count('vi', p.people)} người và ${count('vi', p.meetings)} cuộc họp có thay đổi.`,
    'variants.back': 'Các phương án',
  },
  {
    'variants.title': (p: { month: string }) => `Variants of ${p.month}`,
    'variants.open': 'Variants',
    'variants.lead':
      'Only the chosen variant is published, and the others go then. All figures are by the committee’s policy and the facts of today, so that they can be compared.',
    'variants.side_by_side': 'Side by side',
    'variants.figure': 'Figure',
    'variants.none': 'This month has no variant yet',
    'variants.none_text': 'Make the plan of the month first; then others can be made beside it.',
    'variants.name.own': (p) => p.name,
    'variants.name.main': 'Main plan',
    'variants.name.former': (p) => `Before the engine’s proposal (${p.number})`,
    'variants.chosen': 'chosen',
    'variants.outdated': 'facts have changed since',
    'variants.outdated_help': 'It cannot be published like this. Choose it, then plan again.',
    'variants.figure.covered': 'Meetings due with enough people',
    'variants.figure.visits': 'Visits',
    'variants.figure.spread': 'Distance from the share of each person',
    'variants.help.spread': 'Root mean square, and in brackets the largest; in visits.',
    'variants.figure.kilometres': 'Ways to the meetings',
    'variants.figure.hand_made': 'Changed by hand',
    'variants.figure.proof': 'Proof, by the variant’s own choices',
    'variants.figure.differs': 'Against the chosen variant',
    'variants.figure.choices': 'Planned by',
    'variants.figure.uncovered': 'Meetings due that lack somebody',
    'variants.cost.coverage': 'Points lost by empty seats',
    'variants.cost.fairness': 'Points of unfairness',
    'variants.cost.quality': 'Points of unfit people',
    'variants.cost.stability': 'Points of change against the published plan',
    'variants.cost.linkage': 'Visits that make forms comparable',
    'variants.value.covered': (p) => `${count('en', p.part)} / ${count('en', p.whole)}`,
    'variants.value.number': (p) => count('en', p.number),
    'variants.value.spread': (p) => `${count('en', p.spread, 2)} (${count('en', p.furthest, 2)})`,
    'variants.value.kilometres': (p) =>
      `${count('en', p.kilometres)} km${p.unknown > 0 ? `, without ${plural(p.unknown, 'visit', 'visits')} of unknown way` : ''}`,
    'variants.value.unknown': 'unknown',
    'variants.value.chosen': '–',
    'variants.value.differs': (p) =>
      p.meetings === 0
        ? 'the same'
        : `${plural(p.people, 'person', 'people')}, ${plural(p.meetings, 'meeting', 'meetings')}`,
    'variants.by_policy': 'the committee’s policy',
    'variants.otherwise': (p) => `${p.label}: ${p.value} (policy: ${p.policy})`,
    'variants.no_uncovered': 'none',
    'variants.meetings': (p) => plural(p.count, 'meeting', 'meetings'),
    'variants.desk': 'Open on the desk',
    'variants.see_difference': 'See where it differs',
    'variants.choose': 'Choose this variant',
    'variants.rename': 'Rename',
    'variants.rename_do': 'Save the name',
    'variants.remove': 'Remove',
    'variants.remove_ask':
      'Remove this variant for good, with what was changed by hand in it? It cannot be brought back.',
    'variants.copy': 'Copy, to change it by hand',
    'variants.copy_text': 'It begins as the other stands now, with pins, reasons, and what can be undone.',
    'variants.copy_do': 'Make the copy',
    'variants.make': 'Let the engine plan by other choices',
    'variants.make_text':
      'Only this variant is planned by them; the committee’s policy stays. Everything that was pinned or ruled out in the other is kept.',
    'variants.make_do': 'Make the variant',
    'variants.name': 'Name of the variant',
    'variants.from': 'Begins as',
    'variants.policy_has': (p) => `Policy: ${p.value}.`,
    'variants.range': (p) => `From ${count('en', p.least)} to ${count('en', p.most)}.`,
    'variants.wrong_value': (p) => `Write a number from ${count('en', p.least)} to ${count('en', p.most)}.`,
    'variants.wrong_choice': 'Choose one of the list.',
    'variants.full': (p) => `This month has ${p.most} variants, which is the most. Remove one to add another.`,
    'variants.copied': 'The copy is made. It can be changed on the desk.',
    'variants.asked': 'The engine makes the new variant; the chosen one stays as it is.',
    'variants.renamed': 'The variant has its new name.',
    'variants.removed': 'The variant is removed.',
    'variants.chosen_now': 'This variant is the plan of the month now. The one before is still in the list.',
    'variants.not_made':
      'The variant that was asked for last was not made: by those choices the engine found no plan, or it failed. The others are as they were.',
    'variants.late':
      'The variant that was asked for last was not made: time was up before the engine found any plan. The others are as they were; give the search more time on the policy page and ask again.',
    'variants.difference_title': (p) => `${p.name}: against the chosen variant`,
    'variants.difference': (p) =>
      p.meetings === 0
        ? `Both variants send the same people (chosen: ${p.name}).`
        : `Against “${p.name}”: ${plural(p.people, 'person', 'people')} and ${plural(p.meetings, 'meeting', 'meetings')} differ.`,
    'variants.back': 'Variants',
  },
);
