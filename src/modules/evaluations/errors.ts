import { formatDate } from '../../kernel/format.ts';
import type { Day } from '../../kernel/month.ts';
import type { Ref } from '../../kernel/id.ts';
import { defineErrors } from '../../platform/i18n/errors.ts';
import type {} from './domain/submission.ts';

declare module '../../kernel/domain-error.ts' {
  interface ErrorParams {
    'evaluation.no_submission': { submissionId: Ref<'Submission'> };
    'evaluation.no_rubric': { day: Day };
  }
}

export const evaluationErrors = defineErrors<'evaluation'>({
  'evaluation.no_submission': {
    status: 404,
    vi: () => 'Không có phiếu này. Mở lại danh sách phiếu trong tháng để chọn đúng phiếu.',
    en: () => 'There is no such form. Open the forms of the month again and choose it there.',
  },
  'evaluation.no_rubric': {
    status: 409,
    vi: ({ day }) =>
      `Chưa có khung chấm điểm nào áp dụng cho ngày ${formatDate('vi', day)}. Khung chấm điểm có từ ngày tạo cấp ủy; hãy kiểm tra lại ngày của lượt dự.`,
    en: ({ day }) =>
      `No rubric is in force on ${formatDate('en', day)}. There is one from the day the committee was set up; check the day of the visit.`,
  },
  'evaluation.not_found': {
    status: 404,
    vi: () => 'Lượt dự này chưa có phiếu. Nhắc người được phân công gửi phiếu trước.',
    en: () => 'No form has been sent for this visit yet. Ask the person assigned to send it first.',
  },
  'evaluation.not_yours': {
    status: 403,
    vi: () =>
      'Phiếu này thuộc lượt dự của người khác. Mở “Lượt dự của tôi” để chọn đúng buổi; nếu dự thay, gửi nội dung cho người được phân công để họ điền.',
    en: () =>
      'This form belongs to somebody else’s visit. Open “My visits” to choose the right meeting; if you stood in, give what you noted to whom the visit is assigned.',
  },
  'evaluation.differs': {
    status: 409,
    vi: () =>
      'Phiếu này đã gửi trước đó với nội dung khác, bản đã gửi được giữ nguyên. Mở phiếu để xem bản đã gửi; muốn sửa khi phiếu còn chờ duyệt thì rút lại, không thì nhờ ban chủ trì trả lại.',
    en: () =>
      'This form was already sent with other content, and what was sent stays as it is. Open it to see what was sent; withdraw it there while it waits, or ask the organisation board to return it.',
  },
  'evaluation.stale': {
    status: 409,
    vi: (p) =>
      `Phiếu đã có bản mới hơn (bản ${p.current}, đang xem bản ${p.basedOn}). Tải lại trang, xem bản mới rồi làm tiếp; nội dung vừa nhập vẫn còn trên máy.`,
    en: (p) =>
      `There is a newer version of this form (version ${p.current}; you have ${p.basedOn}). Reload, look at it and go on; what you typed is still on your device.`,
  },
  'evaluation.waiting': {
    status: 409,
    vi: (p) => `Bản ${p.version} của phiếu đang chờ duyệt. Muốn sửa, mở phiếu đã gửi và rút lại trước.`,
    en: (p) =>
      `Version ${p.version} of this form is waiting for review. To change it, open the form that was sent and withdraw it first.`,
  },
  'evaluation.withdrawn': {
    status: 409,
    vi: (p) => `Người dự đã rút lại bản ${p.version} để sửa. Chờ bản mới rồi duyệt bản đó.`,
    en: (p) =>
      `Version ${p.version} was withdrawn by its author to be changed. Wait for the new version and review that.`,
  },
  'evaluation.unchanged': {
    status: 422,
    vi: (p) =>
      `Phiếu chưa khác bản ${p.version} đã bị trả lại. Sửa chỗ được nêu; nếu không có gì phải sửa, viết trả lời cho người duyệt rồi gửi.`,
    en: (p) =>
      `The form is the same as version ${p.version}, which was returned. Mend what was named; if nothing is to be mended, write a reply to the reviewer and send it.`,
  },
  'evaluation.reason_missing': {
    status: 422,
    vi: () => 'Ghi lý do rút lại phiếu; lý do được giữ cùng bản đã gửi.',
    en: () => 'Say why you withdraw the form; the reason is kept with the version that was sent.',
  },
  'evaluation.own_form': {
    status: 403,
    vi: () =>
      'Đây là phiếu do chính đồng chí gửi nên đồng chí không tự duyệt được. Đề nghị một thành viên khác của ban chủ trì duyệt phiếu này.',
    en: () =>
      'You sent this form yourself, so you cannot review it. Please ask another member of the board to review it.',
  },
  'evaluation.hidden': {
    status: 403,
    vi: () =>
      'Đồng chí cùng dự buổi này và chưa gửi phiếu của mình nên chưa xem hay duyệt được phiếu của người cùng dự. Gửi phiếu trước; nếu không dự được thì báo vắng.',
    en: () =>
      'You observe the same meeting and have not sent your own form, so the other observer’s form stays hidden from you. Send yours first, or say that you could not attend.',
  },
  'evaluation.nothing_corrected': {
    status: 422,
    vi: (p) => `Chưa có câu trả lời nào khác bản ${p.version}. Sửa chỗ sai rồi ghi; hoặc chấp nhận hay trả lại phiếu.`,
    en: (p) => `No answer differs from version ${p.version}. Correct the slip, or accept or return the form.`,
  },
  'evaluation.already_accepted': {
    status: 409,
    vi: (p) =>
      `Phiếu đã được chấp nhận (bản ${p.version}) nên không đổi được nữa. Không cần làm gì thêm; nếu có chỗ sai, ban chủ trì mở lại được phiếu.`,
    en: (p) =>
      `This form has been accepted (version ${p.version}) and can no longer change. Nothing more is needed; if something in it is wrong, the organisation board can open it again.`,
  },
  'evaluation.already_returned': {
    status: 409,
    vi: (p) => `Bản ${p.version} đã được trả lại trước đó. Chờ người dự gửi bản mới rồi duyệt.`,
    en: (p) => `Version ${p.version} was already returned. Wait for the new version and review that.`,
  },
  'evaluation.not_accepted': {
    status: 409,
    vi: () =>
      'Phiếu này hiện không ở trạng thái đã chấp nhận nên không cần mở lại. Tải lại trang để xem trạng thái mới.',
    en: () => 'This form is not accepted now, so there is nothing to open again. Reload the page to see how it stands.',
  },
  'evaluation.comments_missing': {
    status: 422,
    vi: () => 'Ghi rõ cần sửa gì, chung cho cả phiếu hoặc tại câu hỏi, trước khi trả lại hoặc mở lại phiếu.',
    en: () => 'Say what should be mended, of the whole form or of a question, before you return it or open it again.',
  },
  'evaluation.comments_long': {
    status: 422,
    vi: (p) => `Nội dung dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại rồi gửi; chưa có gì bị cắt bỏ.`,
    en: (p) => `The text has ${p.length} characters, at most ${p.longest}. Shorten them; nothing was cut off.`,
  },
  'evaluation.remark_unknown': {
    status: 422,
    vi: (p) => `Phiếu này không có câu hỏi “${p.question}”. Tải lại trang rồi ghi nhận xét tại câu hỏi đang hiện.`,
    en: (p) => `This form has no question “${p.question}”. Reload the page and remark on a question that it shows.`,
  },
  'evaluation.remark_long': {
    status: 422,
    vi: (p) =>
      `Nhận xét tại một câu hỏi dài ${p.length} ký tự, tối đa ${p.longest}. Viết gọn lại, hoặc ghi phần dài vào nhận xét chung; chưa có gì bị cắt bỏ.`,
    en: (p) =>
      `The remark on a question has ${p.length} characters, at most ${p.longest}. Shorten it, or write the long part as a comment on the whole form; nothing was cut off.`,
  },
});
