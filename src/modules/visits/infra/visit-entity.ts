import type {
  AmendmentId,
  BranchId,
  CommitteeId,
  MeetingId,
  PlanId,
  SpecialistId,
  VisitId,
} from '../../../kernel/id.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../../kernel/month.ts';
import type { Visit } from '../domain/visit.ts';

/** A visit of this service's own plan, or an imported earlier one, which has neither meeting nor plan. */
@Entity('visits')
export class VisitEntity {
  @PrimaryColumn('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @PrimaryColumn('uuid') id!: VisitId;
  @Column('uuid', { name: 'branch_id' }) branchId!: BranchId;
  @Column('uuid', { name: 'specialist_id' }) specialistId!: SpecialistId;
  /** The first day of the month. */
  @Column('date') month!: Day;
  @Column('date', { name: 'held_on' }) heldOn!: Day;
  @Column('text') kind!: Visit['kind'];
  @Column('text') state!: Visit['state'];
  @Column('uuid', { name: 'meeting_id', nullable: true }) meetingId!: MeetingId | null;
  @Column('uuid', { name: 'plan_id', nullable: true }) planId!: PlanId | null;
  /** Prepared for plans that name the leader of a team; always false today. */
  @Column('boolean', { default: false }) leads!: boolean;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: string | null;
  @Column('text', { name: 'decline_kind', nullable: true }) declineKind!: DeclineKind | null;
  @Column('uuid', { name: 'stand_in_id', nullable: true }) standInId!: SpecialistId | null;
  @Column('uuid', { name: 'replaced_by_id', nullable: true }) replacedById!: VisitId | null;
  @Column('uuid', { name: 'amendment_id', nullable: true }) amendmentId!: AmendmentId | null;
  @Column('boolean', { name: 'is_outside_plan', default: false }) isOutsidePlan!: boolean;
  @Column('boolean', { name: 'counts_as_share', default: true }) countsAsShare!: boolean;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  /** When the person was asked for an answer, and reminded of that question. */
  @Column('timestamptz', { name: 'asked_at', nullable: true }) askedAt!: Date | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  /** When its meeting last moved after the publication. */
  @Column('timestamptz', { name: 'moved_at', nullable: true }) movedAt!: Date | null;
  @Column('integer', { name: 'attendance_present', nullable: true }) attendancePresent!: number | null;
  @Column('integer', { name: 'attendance_of', nullable: true }) attendanceOf!: number | null;
  @Column('integer', { nullable: true }) speakers!: number | null;
  /** In hundredths of a point. */
  @Column('integer', { nullable: true }) score!: number | null;
  @Column('integer', { name: 'calendar_sequence', default: 0 }) calendarSequence!: number;
  @Column('integer', { default: 1 }) revision!: number;
}
