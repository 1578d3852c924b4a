import type { DutiesPage, DutyMailPage, PersonDuties } from '../../../src/pages/month/duties.view.ts';
import { DUTY_COLUMNS } from '../../../src/pages/month/duties.view.ts';
import { mailPieces } from '../../../src/pages/mails/mail-pieces.ts';
import { MONTH, people } from './district.ts';
import { type GalleryPage, galleryPage } from './gallery-page.ts';

const PAGE = '/months/2020-12/duties';

const heads = Object.fromEntries(
  DUTY_COLUMNS.map((key) => [key, { href: `${PAGE}?sort=${key}`, isUp: key === 'name', isDown: false }]),
) as DutiesPage['heads'];

const rows: readonly PersonDuties[] = people.slice(0, 40).map(({ id, name, department }, i) => ({
  specialistId: id,
  name,
  department,
  address: `nguoi.so.${i + 1}@quan4.mau.example`,
  visits: 2 + (i % 3),
  mailHref: `${PAGE}/${id}`,
  sent: null,
}));

const draft: DutiesPage = {
  month: MONTH,
  backHref: '/months/2020-12/publish',
  isPublished: false,
  visits: 118,
  outdated: null,
  notice: { pdfHref: `${PAGE}/notice/pdf`, docxHref: `${PAGE}/notice/docx` },
  delivery: null,
  mailsLeaveHouse: false,
  heads,
  people: rows,
};

const sent = (i: number): NonNullable<PersonDuties['sent']> => ({
  state: i === 0 ? 'failed' : i === 1 ? 'queued' : i === 2 ? null : 'sent',
  at: i > 2 ? new Date('2020-11-25T01:12:00Z') : null,
  reason: i === 0 ? { key: 'mails.reason.recipient' } : null,
  answered: i % 3,
  declined: i % 5 === 1 ? 1 : 0,
  published: 3,
});

const TEXT = `Kính gửi đồng chí Trần Quốc Dũng,

Đồng chí được phân công dự 2 buổi sinh hoạt chi bộ trong tháng 12/2020, theo Thông báo số …-TB/BTCQU ngày 25/11/2020.

Mở lịch của tôi <https://giaoban.example/months/2020-12/duties/s1>

– Thứ Năm, 03/12/2020, 19:30–21:00 · Chi bộ Khu phố 3, Phường 8
<https://giaoban.example/meetings/m12>, Trụ sở Ban điều hành Khu phố 3, Thường kỳ; dự một mình
`;

const mail: DutyMailPage = {
  month: MONTH,
  backHref: PAGE,
  isPublished: false,
  name: 'Trần Quốc Dũng',
  address: 'dung.tq@quan4.mau.example',
  subject: 'Lịch dự sinh hoạt chi bộ tháng 12/2020: 2 buổi',
  text: mailPieces(TEXT),
  invitations: 2,
  trial: { action: `${PAGE}/s1/trial`, trialId: 't1', address: 'ngoc@quan4.mau.example', outcome: null },
};

export const dutyPages: readonly GalleryPage[] = [
  galleryPage('duties.draft', 'board', PAGE, draft satisfies DutiesPage),
  galleryPage('duties.published', 'board', `${PAGE}?sort=mail`, {
    ...draft,
    backHref: '/months/2020-12',
    isPublished: true,
    notice: null,
    mailsLeaveHouse: true,
    delivery: {
      kind: 'warning',
      sentence: {
        key: 'mails.some_taken',
        params: { total: 39, sent: 37, waiting: 1, failed: 1, replaced: 0, cameBack: 0 },
      },
      hold: null,
      troubles: [],
      more: 1,
      again: { action: '/mails/again?month=2020-12', count: 1 },
      month: MONTH,
    },
    people: rows.map((person, i) => ({ ...person, mailHref: i === 2 ? null : person.mailHref, sent: sent(i) })),
  } satisfies DutiesPage),
  galleryPage('duties.nobody', 'board', PAGE, { ...draft, visits: 0, people: [] } satisfies DutiesPage),
  galleryPage('duty-mail.draft', 'board', `${PAGE}/s1`, mail satisfies DutyMailPage),
  galleryPage('duty-mail.tried', 'board', `${PAGE}/s1?trial=t1`, {
    ...mail,
    trial: mail.trial && {
      ...mail.trial,
      outcome: {
        kind: 'warning',
        sentence: { key: 'mails.reason.recipient' },
        reply: 'EENVELOPE 550: no such user',
        lookHref: null,
      },
    },
  } satisfies DutyMailPage),
  galleryPage('duty-mail.waiting', 'board', `${PAGE}/s1?trial=t1`, {
    ...mail,
    trial: mail.trial && {
      ...mail.trial,
      outcome: {
        kind: 'note',
        sentence: { key: 'duties.trial_waiting', params: { address: mail.trial.address } },
        reply: null,
        lookHref: `${PAGE}/s1?trial=t1`,
      },
    },
  } satisfies DutyMailPage),
  galleryPage('duty-mail.sent', 'board', `${PAGE}/s1`, {
    ...mail,
    isPublished: true,
    trial: null,
  } satisfies DutyMailPage),
];
