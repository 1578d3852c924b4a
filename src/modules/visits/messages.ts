import { defineMessages } from '../../platform/i18n/messages.ts';

export const visitsMessages = defineMessages(
  {
    'visit.state.offered': 'Chờ trả lời',
    'visit.state.accepted': 'Đã nhận',
    'visit.state.declined': 'Đã từ chối',
    'visit.state.swapped': 'Đã đổi người',
    'visit.state.done': 'Đã dự',
    'visit.state.missed': 'Không dự',
    'visit.state.cancelled': 'Đã hủy',
  },
  {
    'visit.state.offered': 'No reply yet',
    'visit.state.accepted': 'Accepted',
    'visit.state.declined': 'Declined',
    'visit.state.swapped': 'Swapped',
    'visit.state.done': 'Attended',
    'visit.state.missed': 'Missed',
    'visit.state.cancelled': 'Cancelled',
  },
);
