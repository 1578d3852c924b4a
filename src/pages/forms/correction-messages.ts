import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts of the correction of an obvious slip. */
export const correctionMessages = defineMessages(
  {
    'correction.link': 'Sửa lỗi rõ ràng…',
    'correction.title': 'Sửa lỗi rõ ràng trong phiếu',
    'correction.back': 'Phiếu đang duyệt',
    'correction.what':
      'Chỉ sửa lỗi ghi nhầm rõ ràng. Bản của người dự được giữ nguyên; bản sửa là bản tiếp theo, ghi tên đồng chí và lý do, người dự đọc được. Chỗ cần người dự cho ý kiến thì trả lại phiếu.',
    'correction.reason': 'Lỗi gì, căn cứ vào đâu',
    'correction.save': 'Ghi bản sửa',
    'correction.done': 'Đã ghi bản sửa; phiếu vẫn chờ duyệt.',
    'correction.by': (p: { by: string; version: number }) => `${p.by} đã sửa bản ${p.version} của người dự, vì:`,
    'form.state.corrected': 'Đã sửa thay',
  },
  {
    'correction.link': 'Correct an obvious slip…',
    'correction.title': 'Correct an obvious slip of the form',
    'correction.back': 'Form under review',
    'correction.what':
      'Correct only what was obviously written by mistake. The observer’s version stays; yours is the next one, with your name and the reason, and the observer reads it. Where the observer has to be asked, return the form.',
    'correction.reason': 'What was wrong, and how you know',
    'correction.save': 'Record the correction',
    'correction.done': 'The correction is recorded; the form still waits for review.',
    'correction.by': (p) => `${p.by} corrected version ${p.version} of the observer, because:`,
    'form.state.corrected': 'Corrected',
  },
);
