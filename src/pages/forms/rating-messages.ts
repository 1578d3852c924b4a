import { defineMessages } from '../../platform/i18n/messages.ts';

/** Texts of the official rating of a meeting. */
export const ratingMessages = defineMessages(
  {
    'rating.title': 'Xếp loại chính thức',
    'rating.none': 'Chưa quyết định; buổi này đang xếp loại theo điểm.',
    'rating.points': 'theo điểm',
    'rating.others': 'Người khác cùng dự buổi này, theo điểm',
    'rating.own': 'Đồng chí đã dự buổi này nên người khác quyết định xếp loại.',
    'rating.choose': 'Buổi này xếp loại',
    'rating.reason': 'Lý do',
    'rating.reason_help': 'Bắt buộc khi khác xếp loại theo điểm, hoặc khi rút lại. Người dự đọc được.',
    'rating.decide': 'Ghi xếp loại chính thức',
    'rating.take_back': 'Rút lại',
    'rating.taken_back': 'rút lại, xếp theo điểm',
    'rating.earlier': 'Các lần quyết định trước',
    'rating.official_short': 'chính thức',
    'submission.rated_now': (p: { branch: string }) => `Đã ghi xếp loại chính thức của ${p.branch}.`,
  },
  {
    'rating.title': 'Official rating',
    'rating.none': 'Not decided; the points rate this meeting.',
    'rating.points': 'by points',
    'rating.others': 'By the points of others who attended',
    'rating.own': 'You attended this meeting, so somebody else decides its rating.',
    'rating.choose': 'The meeting is rated',
    'rating.reason': 'Reason',
    'rating.reason_help': 'Needed where it is not the rating by points, or is taken back. The observer reads it.',
    'rating.decide': 'Record the official rating',
    'rating.take_back': 'Take back',
    'rating.taken_back': 'taken back, rated by points',
    'rating.earlier': 'Decided before',
    'rating.official_short': 'official',
    'submission.rated_now': (p) => `The official rating of ${p.branch} is recorded.`,
  },
);
