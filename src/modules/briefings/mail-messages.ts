import { defineMessages } from '../../platform/i18n/messages.ts';

/** The month in a few figures and sentences, for the top of its page and the leaders' mail. */
export const briefingMailMessages = defineMessages(
  {
    'briefing.figure.attended': 'Lượt đã dự',
    'briefing.figure.of_assigned': 'trên lượt phân công',
    'briefing.figure.forms': 'Phiếu đã duyệt',
    'briefing.figure.of_attended': 'trên lượt đã dự',
    'briefing.figure.attendance': 'Đảng viên dự sinh hoạt',
    'briefing.figure.speaking': 'Người có mặt đã phát biểu',
    'briefing.figure.average': 'Điểm bình quân',
    'briefing.figure.attention': 'Chi bộ cần quan tâm',
    'briefing.figure.of': (p: { count: string }) => `${p.count} buổi được chấm`,
    'briefing.highlight.ratings': (p: { ratings: string }) => `Xếp loại buổi sinh hoạt: ${p.ratings}.`,
    'briefing.highlight.rating': (p: { rating: string; count: string }) => `${p.rating} ${p.count}`,
    'briefing.highlight.attention': (p: { count: string; branches: string; more: number }) =>
      `${p.count} chi bộ cần quan tâm: ${p.branches}${p.more > 0 ? ` và ${p.more} chi bộ khác` : ''}.`,
    'briefing.highlight.no_attention': 'Không có chi bộ nào thuộc diện cần quan tâm.',
    'briefing.highlight.reflections': (p: { count: string; open: string }) =>
      `${p.count} phản ánh, kiến nghị, trong đó ${p.open} chưa được trả lời tại chỗ.`,
  },
  {
    'briefing.figure.attended': 'Visits made',
    'briefing.figure.of_assigned': 'of those assigned',
    'briefing.figure.forms': 'Forms accepted',
    'briefing.figure.of_attended': 'of visits made',
    'briefing.figure.attendance': 'Members who attended',
    'briefing.figure.speaking': 'Of those present, who spoke',
    'briefing.figure.average': 'Mean score',
    'briefing.figure.attention': 'Branches that need attention',
    'briefing.figure.of': (p: { count: string }) => `${p.count} scored meetings`,
    'briefing.highlight.ratings': (p: { ratings: string }) => `Ratings of the meetings: ${p.ratings}.`,
    'briefing.highlight.rating': (p: { rating: string; count: string }) => `${p.rating} ${p.count}`,
    'briefing.highlight.attention': (p: { count: string; branches: string; more: number }) =>
      `${p.count} need attention: ${p.branches}${p.more > 0 ? ` and ${p.more} more` : ''}.`,
    'briefing.highlight.no_attention': 'No branch needs attention.',
    'briefing.highlight.reflections': (p: { count: string; open: string }) =>
      `${p.count} reflections, of which ${p.open} were not answered on the spot.`,
  },
);
