import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { MailDelivery, MailStatus } from '../../modules/notifications/index.ts';
import type { DeliveryView, MailTrouble } from './delivery.view.ts';

interface Facts {
  /** The mails that the sentence counts. */
  readonly counted: MailDelivery;
  /** The mails whose troubles are listed, where that list covers more than the sentence. */
  readonly listed?: MailDelivery;
  readonly month: Month | null;
  readonly maySendAgain: boolean;
}

/** The delivery of mails as a sentence and a list. */
export function buildDelivery({ counted, listed = counted, month, maySendAgain }: Facts): DeliveryView {
  const { hold, troubles } = listed;
  const open = listed.failed + (hold ? listed.waiting : 0);
  const query = month === null ? '' : `?month=${month}`;
  return {
    kind: kindOf(counted, listed),
    sentence: sentenceOf(counted),
    hold: hold && { since: hold.since, until: hold.until, reply: hold.lastError },
    troubles: troubles.map((mail) => troubleOf(mail, maySendAgain ? query : null)),
    more: Math.max(0, listed.failed - troubles.filter(({ state }) => state === 'failed').length),
    againAction: maySendAgain && open > 0 ? `/mails/again${query}` : null,
    month,
  };
}

function kindOf({ leavesHouse, total, sent }: MailDelivery, { failed, hold }: MailDelivery): DeliveryView['kind'] {
  if (failed > 0 || hold) return 'warning';
  return leavesHouse && sent === total ? 'done' : 'note';
}

function sentenceOf({ leavesHouse, total, sent, waiting, failed }: MailDelivery): Sentence {
  if (total === 0) return { key: 'mails.none' };
  if (!leavesHouse) return { key: 'mails.stay_here', params: { total, sent } };
  if (sent === total) return { key: 'mails.all_taken', params: { total } };
  return { key: 'mails.some_taken', params: { total, sent, waiting, failed } };
}

/** `query`: null for readers who may not send mails again. */
function troubleOf(mail: MailStatus, query: string | null): MailTrouble {
  const { mailId, toName, toAddress, subject, state, lastError, nextAt, canBeSentAgain } = mail;
  return {
    mailId,
    to: toName,
    address: toAddress,
    subject,
    state,
    reason: reasonOf(mail),
    reply: lastError,
    nextAt: state === 'queued' ? nextAt : null,
    againAction: query !== null && canBeSentAgain ? `/mails/${mailId}/again${query}` : null,
  };
}

/** Why a mail was not sent, and what to do about it. */
export function reasonOf({ state, fault, canBeSentAgain }: MailStatus): Sentence {
  if (state === 'failed' && !canBeSentAgain) return { key: 'mails.reason.link' };
  if (fault !== null) return { key: `mails.reason.${fault}` };
  return { key: state === 'queued' ? 'mails.reason.postponed' : 'mails.reason.given_up' };
}
