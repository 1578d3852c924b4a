import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { mustHaveSeen } from '../../../kernel/edit.ts';
import { Events } from '../../../kernel/events.ts';
import type { Month } from '../../../kernel/month.ts';
import { plainText } from '../../../kernel/plain-text.ts';
import { may } from '../../../kernel/permissions.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail, LastEdit } from '../../audit/index.ts';
import { CallOffPublished } from '../../meetings/index.ts';
import { callOff, mustBelongTo, takeBack, type Visit } from '../domain/visit.ts';
import { holdsSeat } from '../domain/visit-state.ts';
import type {} from '../errors.ts';
import { Visits } from '../infra/repositories/visits.ts';
import { StandIns } from './stand-ins.ts';

declare module '../../../kernel/events.ts' {
  interface EventFacts {
    'visit.cancelled': { readonly visitId: VisitId };
  }
}

const LONGEST_NOTE = 200;

/**
 * Records that a meeting was called off or not held, by a person who was to attend or by the board; it applies to all
 * visits of the meeting.
 */
@Injectable()
export class CallOffMeeting {
  constructor(
    private readonly work: UnitOfWork,
    private readonly visits: Visits,
    private readonly audit: AuditTrail,
    private readonly edits: LastEdit,
    private readonly events: Events,
    private readonly meetings: CallOffPublished,
    private readonly clock: Clock,
    private readonly standIns: StandIns,
  ) {}

  /**
   * The same again does nothing. @throws DomainError visit.not_found, visit.not_yours, edit.stale,
   * visit.reason_missing, visit.was_held
   */
  execute(id: VisitId, seen: number, reason: string): Promise<Visit> {
    return this.work.run(async () => {
      const { said, all } = await this.lock(id);
      if (said.state === 'cancelled') return said;
      await this.mustBeSeen(said, seen);
      await this.callOffAll(all, reason);
      await this.meetings.execute(said.meetingId, noteOf(reason));
      return this.visits.get(id);
    });
  }

  /**
   * The meeting takes place after all: every visit returns to its earlier state. Only the board may say so of what
   * somebody else has called off. @throws DomainError as execute, visit.already_answered, visit.called_off_by_other
   */
  undo(id: VisitId, seen: number): Promise<Visit> {
    return this.work.run(async () => {
      const { said, all } = await this.lock(id);
      if (said.state !== 'cancelled') return said;
      if (!(await this.mayUndo(id))) throw new DomainError('visit.called_off_by_other', { visitId: id });
      await this.mustBeSeen(said, seen);
      await this.takeBackAll(all);
      await this.meetings.undo(said.meetingId);
      return this.visits.get(id);
    });
  }

  /** Whether the actor may take back that the meeting of a cancelled visit was called off. */
  mayUndo(id: VisitId): Promise<boolean> {
    return this.work.run(async () => {
      const { actor } = this.work;
      if (may(actor, 'visit.report_for_others')) return true;
      return actor.accountId !== null && (await this.edits.actorOfLast({ kind: 'visit', id })) === actor.accountId;
    });
  }

  /**
   * The same for a meeting of a published month, whether or not anybody goes there; `seen` is the meeting's revision.
   * @throws DomainError meeting.not_found, edit.stale, visit.called_off_why, visit.was_held
   */
  ofMeeting(month: Month, meetingId: MeetingId, seen: number, reason: string): Promise<void> {
    return this.work.run(async () => {
      await this.visits.lockMonth(month);
      const all = await this.visits.listOfMeetingForUpdate(meetingId);
      if (plainText(reason) === '') throw new DomainError('visit.called_off_why', { meetingId });
      await this.meetings.execute(meetingId, noteOf(reason), seen);
      await this.callOffAll(all, reason);
    });
  }

  /** @throws DomainError meeting.not_found, edit.stale */
  undoOfMeeting(month: Month, meetingId: MeetingId, seen: number): Promise<void> {
    return this.work.run(async () => {
      await this.visits.lockMonth(month);
      const all = await this.visits.listOfMeetingForUpdate(meetingId);
      await this.meetings.undo(meetingId, seen);
      await this.takeBackAll(all);
    });
  }

  /** Whoever had declined would not have gone anyway, and keeps their reason. */
  private async callOffAll(all: readonly Visit[], reason: string): Promise<void> {
    for (const visit of all.filter(({ state }) => state === 'cancelled' || holdsSeat(state))) {
      await this.store(visit, callOff(visit, reason), 'visit.cancelled');
    }
  }

  private async takeBackAll(all: readonly Visit[]): Promise<void> {
    for (const visit of all.filter(({ state }) => state === 'cancelled')) {
      await this.store(visit, takeBack(visit, this.clock.now()), 'visit.taken_back');
    }
  }

  private async lock(id: VisitId): Promise<{ said: Visit; all: readonly Visit[] }> {
    const { meetingId } = await this.visits.get(id);
    const all = await this.visits.listOfMeetingForUpdate(meetingId);
    const said = all.find((visit) => visit.id === id);
    if (!said) throw new DomainError('visit.not_found', { visitId: id });
    if (!may(this.work.actor, 'visit.report_for_others')) mustBelongTo(said, this.work.actor.specialistId);
    return { said, all };
  }

  private async mustBeSeen({ id, revision }: Visit, seen: number): Promise<void> {
    await this.edits.named({ kind: 'visit', id }, () => mustHaveSeen(seen, revision));
  }

  private async store(before: Visit, after: Visit, action: 'visit.cancelled' | 'visit.taken_back'): Promise<void> {
    if (after === before) return;
    await this.visits.update(after);
    await this.standIns.follow(before, after);
    this.audit.record({
      action,
      subject: { kind: 'visit', id: before.id },
      details: { from: before.state, reason: after.declineReason },
    });
    await this.events.publish(action, { visitId: before.id }, { subject: before.id, about: [`month/${before.month}`] });
  }
}

function noteOf(reason: string): string {
  return plainText(reason).slice(0, LONGEST_NOTE);
}
