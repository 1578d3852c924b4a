import { formatMonth, formatNumber, formatSigned } from '../../kernel/format.ts';
import type { Month } from '../../kernel/month.ts';
import { defineMessages } from '../../platform/i18n/messages.ts';

interface OfMonth {
  readonly month: Month;
  readonly visits: number;
  readonly share: number;
  readonly difference: number;
}

const vi = (value: number): string => formatNumber('vi', value);
const en = (value: number): string => formatNumber('en', value);
const visits = (count: number): string => `${en(count)} ${count === 1 ? 'visit' : 'visits'}`;

/** What somebody reads of their own share and balance. */
export const balanceMessages = defineMessages(
  {
    'own_balance.title': 'Phần việc của bạn',
    'own_balance.month': (p: OfMonth) =>
      `Tháng ${formatMonth('vi', p.month)}: phần của bạn là ${vi(p.share)} lượt, bạn có ${vi(p.visits)} lượt${
        p.difference === 0
          ? ', vừa đúng phần'
          : p.difference > 0
            ? `, hơn ${vi(p.difference)}`
            : `, kém ${vi(-p.difference)}`
      }.`,
    'own_balance.month_without_share': (p: { month: Month; visits: number }) =>
      `Tháng ${formatMonth('vi', p.month)} không giao phần cho bạn; bạn có ${vi(p.visits)} lượt.`,
    'own_balance.above': (p: { total: number }) =>
      `Cộng mọi tháng đến hết tháng này, bạn hơn phần của mình ${vi(p.total)} lượt. Khi lập kế hoạch các tháng sau, số này được trừ vào phần của bạn.`,
    'own_balance.below': (p: { total: number }) =>
      `Cộng mọi tháng đến hết tháng này, bạn kém phần của mình ${vi(p.total)} lượt. Khi lập kế hoạch các tháng sau, số này được cộng vào phần của bạn.`,
    'own_balance.even': 'Cộng mọi tháng đến hết tháng này, bạn có vừa đúng phần của mình.',
    'own_balance.how': 'Các con số này từ đâu ra',
    'own_balance.rule':
      'Phần của một tháng là số lượt đặt ra cho bạn mỗi tháng, tính theo số ngày bạn có mặt tháng đó; nghỉ cả tháng thì phần bằng 0. Chỉ tính những lượt đã dự hoặc sắp dự. Chỉ những tháng đã công bố kế hoạch mới được tính.',
    'own_balance.line': (p: OfMonth) =>
      `${vi(p.visits)} lượt, phần ${vi(p.share)}: ${formatSigned('vi', p.difference)}`,
    'own_balance.carried': 'Chuyển sang từ trước',
    'own_balance.total': 'Cộng lại',
  },
  {
    'own_balance.title': 'Your share of the work',
    'own_balance.month': (p) =>
      `${formatMonth('en', p.month)}: your share is ${visits(p.share)}, and you have ${visits(p.visits)}${
        p.difference === 0
          ? ', just your share'
          : `, ${en(Math.abs(p.difference))} ${p.difference > 0 ? 'more' : 'less'}`
      }.`,
    'own_balance.month_without_share': (p) =>
      `${formatMonth('en', p.month)} asked nothing of you; you have ${visits(p.visits)}.`,
    'own_balance.above': (p) =>
      `Over all months up to this one, you are ${visits(p.total)} above your share. Planning takes that off your share of the coming months.`,
    'own_balance.below': (p) =>
      `Over all months up to this one, you are ${visits(p.total)} below your share. Planning adds that to your share of the coming months.`,
    'own_balance.even': 'Over all months up to this one, you have had just your share.',
    'own_balance.how': 'Where these figures come from',
    'own_balance.rule':
      'The share of a month is the number of visits that is set for you, in proportion to the days on which you are there; it is 0 for a month away. Visits count that you made or are going to make. Only months whose plan is published count.',
    'own_balance.line': (p) => `${visits(p.visits)}, share ${en(p.share)}: ${formatSigned('en', p.difference)}`,
    'own_balance.carried': 'Carried over from before',
    'own_balance.total': 'In all',
  },
);
