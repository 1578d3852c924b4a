import type { MailDelivery, MailStatus } from '../../modules/notifications/index.ts';
import { month } from '../../kernel/month.ts';
import { buildDelivery } from './build-delivery.ts';

const NOW = new Date('2020-11-25T02:00:00Z');
const counted = (over: Partial<MailDelivery>): MailDelivery => ({
  leavesHouse: true,
  total: 44,
  sent: 44,
  waiting: 0,
  failed: 0,
  hold: null,
  troubles: [],
  ...over,
});
const aMail = (over: Partial<MailStatus> = {}): MailStatus => ({
  mailId: 'm1',
  template: 'visits-published',
  toName: 'Lê Thị Nga',
  toAddress: 'nga@mau.example',
  subject: 'Lịch',
  state: 'failed',
  attempts: 1,
  lastError: '550',
  fault: 'recipient',
  madeAt: NOW,
  sentAt: null,
  nextAt: null,
  canBeSentAgain: true,
  ...over,
});
const built = (over: Partial<MailDelivery>, maySendAgain = true) =>
  buildDelivery({ counted: counted(over), month: month('2020-12'), maySendAgain });

describe('what is said of mails', () => {
  it.each([
    ['all taken', {}, 'done', 'mails.all_taken'],
    ['none yet', { total: 0, sent: 0 }, 'done', 'mails.none'],
    ['some on their way', { sent: 40, waiting: 4 }, 'note', 'mails.some_taken'],
    ['one failed', { sent: 43, failed: 1 }, 'warning', 'mails.some_taken'],
    ['no mail server', { leavesHouse: false }, 'note', 'mails.stay_here'],
    [
      'all held',
      { sent: 0, waiting: 44, hold: { since: NOW, until: NOW, lastError: '550' } },
      'warning',
      'mails.some_taken',
    ],
  ] as const)('%s', (_name, over, kind, key) => {
    expect(built(over)).toMatchObject({ kind, sentence: { key } });
  });

  it.each([
    [{}, 'mails.reason.recipient'],
    [{ fault: 'message' }, 'mails.reason.message'],
    [{ fault: 'service', state: 'queued' }, 'mails.reason.service'],
    [{ fault: null, state: 'queued' }, 'mails.reason.postponed'],
    [{ fault: null }, 'mails.reason.given_up'],
    [{ canBeSentAgain: false }, 'mails.reason.link'],
  ] as const)('why one does not go out: %j', (over, key) => {
    const { troubles } = built({ failed: 1, troubles: [aMail(over)] });
    expect(troubles[0]?.reason.key).toBe(key);
  });

  it('offers to send again what may be sent, to those who may', () => {
    const failing = { failed: 3, troubles: [aMail(), aMail({ mailId: 'm2', canBeSentAgain: false })] };
    expect(built(failing)).toMatchObject({ againAction: '/mails/again?month=2020-12', more: 1 });
    expect(built(failing).troubles.map(({ againAction }) => againAction)).toEqual([
      '/mails/m1/again?month=2020-12',
      null,
    ]);
    expect(built(failing, false)).toMatchObject({ againAction: null, troubles: [{ againAction: null }, {}] });
    expect(built({}).againAction).toBeNull();
  });
});
