import { Amendments0031 } from './0031-amendments.ts';
import { Swaps0037 } from './0037-swaps.ts';
import { AuditAndIdentity0003 } from './0003-audit-and-identity.ts';
import { Backtests0035 } from './0035-backtests.ts';
import { CalendarReplies0039 } from './0039-calendar-replies.ts';
import { Calibrations0110 } from './0110-calibrations.ts';
import { ChangesOnPages0020 } from './0020-changes-on-pages.ts';
import { CalendarChanges0024 } from './0024-calendar-changes.ts';
import { ConflictsTouchVisits0044 } from './0044-conflicts-touch-visits.ts';
import { WeekdayRules0047 } from './0047-weekday-rules.ts';
import { AuditHead0088 } from './0088-audit-head.ts';
import { WhenPairingsWereEntered0095 } from './0095-when-pairings-were-entered.ts';
import { FormTemplates0096 } from './0096-form-templates.ts';
import { OfficialRatings0105 } from './0105-official-ratings.ts';
import { DeviceSecrets0100 } from './0100-device-secrets.ts';
import { FormsBeside0106 } from './0106-forms-beside.ts';
import { FormsCorrected0107 } from './0107-forms-corrected.ts';
import { WhenVisitsWereAsked0048 } from './0048-when-visits-were-asked.ts';
import { Replans0053 } from './0053-replans.ts';
import { MeetingsEditedAtOnce0056 } from './0056-meetings-edited-at-once.ts';
import { MessagesInsteadOfMails0057 } from './0057-messages-instead-of-mails.ts';
import { TelephoneNumbers0058 } from './0058-telephone-numbers.ts';
import { DutiesLeftOut0070 } from './0070-duties-left-out.ts';
import { Pairings0086 } from './0086-pairings.ts';
import { VisitsThatAreOpen0059 } from './0059-visits-that-are-open.ts';
import { RubricsThatArePublished0060 } from './0060-rubrics-that-are-published.ts';
import { WhatSwapsWereTold0075 } from './0075-what-swaps-were-told.ts';
import { KindsThatWereTold0076 } from './0076-kinds-that-were-told.ts';
import { RemarksOnQuestions0080 } from './0080-remarks-on-questions.ts';
import { BranchesToldOfChanges0081 } from './0081-branches-told-of-changes.ts';
import { VisitsThatAreKept0085 } from './0085-visits-that-are-kept.ts';
import { WeeklyAbsences0087 } from './0087-weekly-absences.ts';
import { WhyVisitsAreKept0054 } from './0054-why-visits-are-kept.ts';
import { VisitsSayOutsidePlan0055 } from './0055-visits-say-outside-plan.ts';
import { Days0018 } from './0018-days.ts';
import { Deputies0021 } from './0021-deputies.ts';
import { Directory0004 } from './0004-directory.ts';
import { EngineSolves0006 } from './0006-engine-solves.ts';
import { FindingsAndRubrics0010 } from './0010-findings-and-rubrics.ts';
import { FirstHour0007 } from './0007-first-hour.ts';
import { FormsOpenedAgain0023 } from './0023-forms-opened-again.ts';
import { FormsWithdrawn0025 } from './0025-forms-withdrawn.ts';
import { Foundations0001 } from './0001-foundations.ts';
import { ImportQuestions0015 } from './0015-import-questions.ts';
import { Jobs0002 } from './0002-jobs.ts';
import { JobsAndEvents0009 } from './0009-jobs-and-events.ts';
import { MailsAndVisits0017 } from './0017-mails-and-visits.ts';
import { MailsThatCameBack0038 } from './0038-mails-that-came-back.ts';
import { Month0005 } from './0005-month.ts';
import { PlanReviews0029 } from './0029-plan-reviews.ts';
import { PolicyTrials0041 } from './0041-policy-trials.ts';
import { PlansByHand0027 } from './0027-plans-by-hand.ts';
import { Profiles0019 } from './0019-profiles.ts';
import { PublishedMeetingsMove0032 } from './0032-published-meetings-move.ts';
import { SearchWithoutIndex0012 } from './0012-search-without-index.ts';
import { SharesOfMonths0016 } from './0016-shares-of-months.ts';
import { SignedCopies0030 } from './0030-signed-copies.ts';
import { TermsOutOfUse0028 } from './0028-terms-out-of-use.ts';
import { Availability0034 } from './0034-availability.ts';
import { MeetingInquiries0033 } from './0033-meeting-inquiries.ts';
import { Variants0036 } from './0036-variants.ts';
import { ViewsOfThePlatform0011 } from './0011-views-of-the-platform.ts';
import { Webhooks0040 } from './0040-webhooks.ts';
import { VisitsOutsidePlan0043 } from './0043-visits-outside-plan.ts';
import { VisitsAndPlans0008 } from './0008-visits-and-plans.ts';
import { WhoMadeEditsAgain0052 } from './0052-who-made-edits-again.ts';
import { MonthAvailability0092 } from './0092-month-availability.ts';

/** Every migration, oldest first. */
export const migrations = [
  Foundations0001,
  Jobs0002,
  AuditAndIdentity0003,
  Directory0004,
  Month0005,
  EngineSolves0006,
  FirstHour0007,
  VisitsAndPlans0008,
  JobsAndEvents0009,
  FindingsAndRubrics0010,
  ViewsOfThePlatform0011,
  SearchWithoutIndex0012,
  ImportQuestions0015,
  SharesOfMonths0016,
  MailsAndVisits0017,
  Days0018,
  Profiles0019,
  ChangesOnPages0020,
  Deputies0021,
  FormsOpenedAgain0023,
  CalendarChanges0024,
  FormsWithdrawn0025,
  PlansByHand0027,
  TermsOutOfUse0028,
  PlanReviews0029,
  SignedCopies0030,
  Amendments0031,
  PublishedMeetingsMove0032,
  MeetingInquiries0033,
  Availability0034,
  Backtests0035,
  Variants0036,
  Swaps0037,
  MailsThatCameBack0038,
  CalendarReplies0039,
  Webhooks0040,
  PolicyTrials0041,
  VisitsOutsidePlan0043,
  ConflictsTouchVisits0044,
  WeekdayRules0047,
  WhenVisitsWereAsked0048,
  WhoMadeEditsAgain0052,
  Replans0053,
  WhyVisitsAreKept0054,
  VisitsSayOutsidePlan0055,
  MeetingsEditedAtOnce0056,
  MessagesInsteadOfMails0057,
  TelephoneNumbers0058,
  VisitsThatAreOpen0059,
  RubricsThatArePublished0060,
  DutiesLeftOut0070,
  WhatSwapsWereTold0075,
  KindsThatWereTold0076,
  RemarksOnQuestions0080,
  BranchesToldOfChanges0081,
  VisitsThatAreKept0085,
  Pairings0086,
  WeeklyAbsences0087,
  AuditHead0088,
  WhenPairingsWereEntered0095,
  FormTemplates0096,
  OfficialRatings0105,
  DeviceSecrets0100,
  FormsBeside0106,
  Calibrations0110,
  FormsCorrected0107,
  MonthAvailability0092,
];
