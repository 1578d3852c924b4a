import { joinTexts } from '../platform/i18n/texts.ts';
import { amendMessages } from './amend/amend-messages.ts';
import { handoverMessages } from './amend/handover-messages.ts';
import { availabilityMessages } from './availability/messages.ts';
import { accountMessages } from './account/messages.ts';
import { backtestMessages } from './backtests/messages.ts';
import { briefingMessages } from './briefing/messages.ts';
import { accountsMessages } from './accounts/messages.ts';
import { calibrationMessages } from './calibration/messages.ts';
import { importPageMessages } from './directory/import-messages.ts';
import { deskActionMessages } from './desk/action-messages.ts';
import { deskCostMessages } from './desk/cost-messages.ts';
import { deskProposalMessages } from './desk/proposal-messages.ts';
import { deskEditMessages } from './desk/edit-messages.ts';
import { deskMessages, deskPageMessages } from './desk/desk-messages.ts';
import { directoryMessages } from './directory/messages.ts';
import { exportMessages } from './exports/messages.ts';
import { formPageMessages } from './forms/form-messages.ts';
import { formMessages } from './forms/messages.ts';
import { correctionMessages } from './forms/correction-messages.ts';
import { formFileMessages } from './forms/form-file-messages.ts';
import { ratingMessages } from './forms/rating-messages.ts';
import { frameMessages } from './frame-messages.ts';
import { holidayMessages } from './holidays/messages.ts';
import { meetingDateMessages } from './meeting-date/messages.ts';
import { mailMessages } from './mails/messages.ts';
import { webhookMessages } from './mails/webhook-messages.ts';
import { replyMessages } from './mails/reply-messages.ts';
import { mailboxMessages } from './mailbox/messages.ts';
import { answerMessages } from './month/answer-messages.ts';
import { conflictMessages } from './month/conflict-messages.ts';
import { calendarMessages } from './month/calendar-messages.ts';
import { dutyMessages } from './month/duty-messages.ts';
import { calendarFileMessages } from './month/calendar-file-messages.ts';
import { contactMessages } from './month/contact-messages.ts';
import { editManyMessages } from './month/edit-many-messages.ts';
import { moveMessages } from './month/move-messages.ts';
import { monthMessages } from './month/messages.ts';
import { noticeMessages } from './month/notice-messages.ts';
import { planMessages } from './month/plan-messages.ts';
import { whyMessages } from './month/why-messages.ts';
import { outsideMessages } from './outside/messages.ts';
import { pairingMessages } from './pairings/messages.ts';
import { planReviewMessages } from './plan-review/messages.ts';
import { policyMessages } from './policy/messages.ts';
import { templatePageMessages } from './form-templates/messages.ts';
import { rubricEditMessages } from './rubrics/edit-messages.ts';
import { rubricPageMessages } from './rubrics/messages.ts';
import { policyTrialMessages } from './policy/policy-trial-messages.ts';
import { labelsMessages } from './policy/labels-messages.ts';
import { otherPolicyMessages } from './policy/other-messages.ts';
import { planningPolicyMessages } from './policy/planning-messages.ts';
import { registerEntryMessages } from './register/entry-messages.ts';
import { registerPageMessages } from './register/messages.ts';
import { branchRuleMessages } from './register/rule-messages.ts';
import { replanMessages } from './replan/messages.ts';
import { repairsMessages } from './repairs/repairs-messages.ts';
import { serviceMessages } from './service/messages.ts';
import { setupMessages } from './setup/messages.ts';
import { swapMessages } from './swaps/messages.ts';
import { balanceMessages } from './visits/balance-messages.ts';
import { variantMessages } from './variants/messages.ts';
import { outboxMessages } from './visits/outbox-messages.ts';
import { visitMessages } from './visits/messages.ts';
import { waitingMessages } from './waiting/messages.ts';
import { yearMessages } from './year/messages.ts';
import { vocabularyTexts } from './vocabulary-messages.ts';

/** All texts of the pages. */
export const pageTexts = joinTexts(
  vocabularyTexts,
  { messages: frameMessages },
  { messages: setupMessages },
  { messages: accountMessages },
  { messages: accountsMessages },
  { messages: directoryMessages },
  { messages: importPageMessages },
  { messages: availabilityMessages },
  { messages: registerPageMessages },
  { messages: registerEntryMessages },
  { messages: branchRuleMessages },
  { messages: repairsMessages },
  { messages: replanMessages },
  { messages: holidayMessages },
  { messages: deskActionMessages },
  { messages: deskCostMessages },
  { messages: deskEditMessages },
  { messages: deskProposalMessages },
  { messages: amendMessages },
  { messages: handoverMessages },
  { messages: monthMessages },
  { messages: calendarMessages },
  { messages: moveMessages },
  { messages: editManyMessages },
  { messages: contactMessages },
  { messages: calendarFileMessages },
  { messages: meetingDateMessages },
  { messages: dutyMessages },
  { messages: answerMessages },
  { messages: conflictMessages },
  { messages: noticeMessages },
  { messages: planMessages },
  { messages: whyMessages },
  { messages: outsideMessages },
  { messages: pairingMessages },
  { messages: planReviewMessages },
  { messages: deskMessages },
  { messages: deskPageMessages },
  { messages: exportMessages },
  { messages: yearMessages },
  { messages: backtestMessages },
  { messages: variantMessages },
  { messages: waitingMessages },
  { messages: visitMessages },
  { messages: outboxMessages },
  { messages: swapMessages },
  { messages: balanceMessages },
  { messages: formPageMessages },
  { messages: formMessages },
  { messages: ratingMessages },
  { messages: formFileMessages },
  { messages: calibrationMessages },
  { messages: correctionMessages },
  { messages: briefingMessages },
  { messages: policyMessages },
  { messages: policyTrialMessages },
  { messages: rubricPageMessages },
  { messages: rubricEditMessages },
  { messages: templatePageMessages },
  { messages: serviceMessages },
  { messages: planningPolicyMessages },
  { messages: otherPolicyMessages },
  { messages: labelsMessages },
  { messages: mailMessages },
  { messages: replyMessages },
  { messages: webhookMessages },
  { messages: mailboxMessages },
);
