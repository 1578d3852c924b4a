import { Module, type OnModuleInit } from '@nestjs/common';
import { PostgresEvents } from '../../platform/events/postgres-events.ts';
import { AuditModule } from '../audit/wiring.ts';
import { IdentityModule } from '../identity/wiring.ts';
import { MeetingsModule } from '../meetings/wiring.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { PolicyParts } from '../policies/index.ts';
import { PoliciesModule } from '../policies/wiring.ts';
import { AmendedVisits } from './application/amended-visits.ts';
import { AnswerVisit } from './application/answer-visit.ts';
import { CallOffMeeting } from './application/call-off-meeting.ts';
import { DecideVisitedWish } from './application/decide-visited-wish.ts';
import { KeepVisit } from './application/keep-visit.ts';
import { ChangeMeeting } from './application/change-meeting.ts';
import { MoveVisitedMeeting } from './application/move-visited-meeting.ts';
import { AnswerMails, RemindOfAnswers } from './application/remind-of-answers.ts';
import { VisitCollisions } from './application/visit-collisions.ts';
import { LockedVisits } from './application/locked-visits.ts';
import { StandIns } from './application/stand-ins.ts';
import { OfferVisits } from './application/offer-visits.ts';
import { Visits } from './infra/repositories/visits.ts';
import { BranchBriefReadModel } from './infra/branch-brief-read-model.ts';
import { ColleaguesReadModel } from './infra/colleagues-read-model.ts';
import { DeadlinesReadModel } from './infra/deadlines-read-model.ts';
import { DutyPolicies } from './infra/repositories/duty-policies.ts';
import { KeptVisits } from './infra/repositories/kept-visits.ts';
import { MorningAnswers } from './infra/morning-answers.ts';
import { OutboxAnswerMails } from './infra/outbox-answer-mails.ts';
import { MovedVisitMails } from './infra/moved-visit-mails.ts';
import { OpenAnswersReadModel } from './infra/open-answers-read-model.ts';
import { SpecialistAccounts } from './infra/specialist-accounts.ts';
import { TouchedVisitMails } from './infra/touched-visit-mails.ts';
import { TouchedVisitsReadModel } from './infra/touched-visits-read-model.ts';
import { VisitHistoryReadModel } from './infra/visit-history-read-model.ts';
import { VisitInvitations } from './infra/repositories/visit-invitations.ts';
import { VisitCalendars } from './infra/visit-calendars.ts';
import { VisitMails } from './infra/visit-mails.ts';
import { VisitsReadModel } from './infra/visits-read-model.ts';
import { CalendarFeedController } from './api/calendar-feed-controller.ts';
import { HolidaysController } from './api/holidays-controller.ts';
import { PublishedMeetingsController } from './api/published-meetings-controller.ts';
import { TouchedVisitsController } from './api/touched-visits-controller.ts';
import { VisitController } from './api/visit-controller.ts';

@Module({
  imports: [AuditModule, IdentityModule, MeetingsModule, NotificationsModule, PoliciesModule],
  controllers: [
    VisitController,
    CalendarFeedController,
    TouchedVisitsController,
    HolidaysController,
    PublishedMeetingsController,
  ],
  providers: [
    StandIns,
    DutyPolicies,
    Visits,
    VisitInvitations,
    VisitCalendars,
    VisitMails,
    TouchedVisitMails,
    SpecialistAccounts,
    CallOffMeeting,
    ChangeMeeting,
    AmendedVisits,
    MoveVisitedMeeting,
    DecideVisitedWish,
    MovedVisitMails,
    RemindOfAnswers,
    MorningAnswers,
    { provide: AnswerMails, useClass: OutboxAnswerMails },
    OpenAnswersReadModel,
    VisitCollisions,
    AnswerVisit,
    KeepVisit,
    KeptVisits,
    TouchedVisitsReadModel,
    LockedVisits,
    OfferVisits,
    VisitsReadModel,
    VisitHistoryReadModel,
    BranchBriefReadModel,
    DeadlinesReadModel,
    ColleaguesReadModel,
  ],
  exports: [
    AmendedVisits,
    AnswerVisit,
    CallOffMeeting,
    ChangeMeeting,
    DecideVisitedWish,
    VisitCollisions,
    BranchBriefReadModel,
    DeadlinesReadModel,
    ColleaguesReadModel,
    KeepVisit,
    TouchedVisitsReadModel,
    LockedVisits,
    OfferVisits,
    VisitCalendars,
    VisitHistoryReadModel,
    VisitInvitations,
    VisitsReadModel,
  ],
})
export class VisitsModule implements OnModuleInit {
  constructor(
    private readonly events: PostgresEvents,
    private readonly mails: VisitMails,
    private readonly touchedMails: TouchedVisitMails,
    private readonly movedMails: MovedVisitMails,
    private readonly parts: PolicyParts,
    private readonly policies: DutyPolicies,
  ) {}

  onModuleInit(): void {
    this.parts.add(this.policies);
    const inOrder = { inOrder: true };
    this.events.on('visit.declined', 'visit.tell_board', (event) => this.mails.mailBoard(event), inOrder);
    this.events.on('visit.declined', 'visit.withdraw', ({ facts }) => this.mails.withdraw(facts.visitId), inOrder);
    this.events.on('visit.cancelled', 'visit.call_off', ({ facts }) => this.mails.withdraw(facts.visitId), inOrder);
    this.events.on('visit.taken_back', 'visit.invite_again', ({ facts }) => this.mails.restore(facts.visitId), inOrder);
    this.events.on('visit.moved', 'visit.tell_move', ({ facts }) => this.movedMails.tell(facts.visitId), inOrder);
    this.events.on('committee.zone_changed', 'visit.tell_zone', ({ facts }) => this.movedMails.tellOfZone(facts.from));
    this.events.on('absence.recorded', 'visit.tell_of_absence', ({ facts }) =>
      this.touchedMails.mailAboutAbsence(facts),
    );
    this.events.on('holiday.entered', 'visit.tell_of_holiday', ({ facts }) =>
      this.touchedMails.mailAboutHoliday(facts),
    );
    this.events.on(
      'visit.stand_in_named',
      'visit.tell_stand_in',
      ({ id, facts }) => this.mails.mailStandIn(id, facts.visitId),
      inOrder,
    );
    this.events.on(
      'visit.stand_in_dropped',
      'visit.tell_dropped_stand_in',
      ({ id, facts }) => this.mails.mailDroppedStandIn(id, facts.visitId, facts.standInId),
      inOrder,
    );
  }
}
