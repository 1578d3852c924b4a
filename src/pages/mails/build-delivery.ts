import type { Month } from '../../kernel/month.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import { bounceCauseOf, type MailDelivery, type MailStatus } from '../../modules/notifications/index.ts';
import type { DeliveryView, MailTrouble } from './delivery.view.ts';
import { shownMailState } from './shown-mail-state.ts';

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
  const query = month === null ? '' : `?month=${month}`;
  return {
    kind: kindOf(counted, listed),
    sentence: sentenceOf(counted),
    hold: hold && { since: hold.since, until: hold.until, reply: hold.lastError },
    troubles: troubles.map((mail) => troubleOf(mail, maySendAgain ? query : null)),
    more: Math.max(0, listed.failed + listed.cameBack - troubles.filter(isStuck).length),
    again: maySendAgain && listed.again > 0 ? { action: `/mails/again${query}`, count: listed.again } : null,
    month,
  };
}

function kindOf(
  { leavesHouse, total, sent, replaced }: MailDelivery,
  { failed, cameBack, hold }: MailDelivery,
): DeliveryView['kind'] {
  if (failed > 0 || cameBack > 0 || hold) return 'warning';
  return leavesHouse && sent + replaced === total ? 'done' : 'note';
}

function sentenceOf({ leavesHouse, total, sent, waiting, failed, replaced, cameBack }: MailDelivery): Sentence {
  if (total === 0) return { key: 'mails.none' };
  if (!leavesHouse) return { key: 'mails.stay_here', params: { total: total - replaced, sent } };
  if (sent === total && cameBack === 0) return { key: 'mails.all_taken', params: { total } };
  return { key: 'mails.some_taken', params: { total, sent, waiting, failed, replaced, cameBack } };
}

/** `query`: null for readers who may not send mails again. */
function troubleOf(mail: MailStatus, query: string | null): MailTrouble {
  const { mailId, toName, toAddress, subject, state, lastError, bounce, nextAt } = mail;
  const mayBeSent = (isStuck(mail) || state === 'queued') && !mail.isMessaged;
  return {
    mailId,
    to: toName,
    address: toAddress,
    subject,
    state: shownMailState(mail),
    reason: reasonOf(mail),
    reply: state === 'sent' ? replyOf(bounce) : lastError,
    reportedAt: state === 'sent' && bounce ? new Date(bounce.at) : null,
    nextAt: state === 'queued' ? nextAt : null,
    againAction: query !== null && mayBeSent && mail.canBeSentAgain ? `/mails/${mailId}/again${query}` : null,
  };
}

/** It reaches nobody unless somebody does something. */
function isStuck(mail: Pick<MailStatus, 'state' | 'bounce'>): boolean {
  const state = shownMailState(mail);
  return state === 'failed' || state === 'came_back';
}

function replyOf(bounce: MailStatus['bounce']): string | null {
  return bounce && [bounce.status, bounce.reply].filter((part) => part !== '').join(': ');
}

/** Why a mail was not sent or did not arrive, and what to do about it. */
export function reasonOf(mail: MailStatus): Sentence {
  const { state, fault, bounce, canBeSentAgain, toAddress } = mail;
  if (mail.isMessaged && isStuck(mail)) return { key: 'mails.reason.messaged' };
  if (state === 'sent' && bounce && bounce.kind !== 'delivered') {
    if (bounce.kind !== 'returned') return { key: `mails.reason.${bounce.kind}_there` };
    return { key: `mails.reason.returned.${bounceCauseOf(bounce.status)}` };
  }
  if (state === 'failed' && !canBeSentAgain) return { key: 'mails.reason.link' };
  if (state === 'failed' && toAddress === '') return { key: 'mails.reason.no_address' };
  if (fault !== null) return { key: `mails.reason.${fault}` };
  return { key: state === 'queued' ? 'mails.reason.postponed' : 'mails.reason.given_up' };
}
