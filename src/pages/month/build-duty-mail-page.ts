import type { Month } from '../../kernel/month.ts';
import type { MailStatus, ShownMail } from '../../modules/notifications/index.ts';
import { reasonOf } from '../mails/build-delivery.ts';
import { mailPieces } from '../mails/mail-pieces.ts';
import type { DutyMailPage, TrialOutcome } from './duties.view.ts';

interface Facts {
  readonly month: Month;
  readonly mail: ShownMail;
  readonly isPublished: boolean;
  readonly trial: DutyMailPage['trial'];
}

export function buildDutyMailPage({ month, mail, isPublished, trial }: Facts): DutyMailPage {
  return {
    month,
    backHref: `/months/${month}/duties`,
    isPublished,
    name: mail.to.name,
    address: mail.to.address,
    subject: mail.subject,
    text: mailPieces(mail.text),
    invitations: mail.invitations,
    trial,
  };
}

/** The outcome of a trial mail. `lookHref`: the page that shows it. */
export function trialOutcome(mail: MailStatus, leavesHouse: boolean, lookHref: string): TrialOutcome {
  const params = { address: mail.toAddress };
  if (mail.state === 'sent') {
    const key = leavesHouse ? 'duties.trial_taken' : 'duties.trial_kept';
    return { kind: leavesHouse ? 'done' : 'note', sentence: { key, params }, reply: null, lookHref: null };
  }
  if (mail.state === 'queued' && mail.lastError === null) {
    return { kind: 'note', sentence: { key: 'duties.trial_waiting', params }, reply: null, lookHref };
  }
  return { kind: 'warning', sentence: reasonOf(mail), reply: mail.lastError, lookHref: null };
}
