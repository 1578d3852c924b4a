import type { AccountId, CommitteeId, DocumentId, PlanId } from '../../../kernel/id.ts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../../kernel/month.ts';
import type { PolicyValues } from '../../policies/index.ts';
import type { DraftDifference } from '../domain/draft-difference.ts';
import type { PlanHeader } from '../domain/month-plan.ts';

/** The header of a plan. */
@Entity('plans')
export class PlanEntity {
  @PrimaryColumn('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @PrimaryColumn('uuid') id!: PlanId;
  /** The first day of the month. */
  @Column('date') month!: Day;
  @Column('text') name!: string;
  @Column('boolean', { name: 'is_chosen' }) isChosen!: boolean;
  @Column('text') state!: PlanHeader['state'];
  @Column('text') status!: PlanHeader['status'];
  @Column('jsonb', { name: 'own_policy' }) ownPolicy!: PolicyValues;
  @Column('boolean', { name: 'is_verified' }) isVerified!: boolean;
  @Column('text', { name: 'input_hash' }) inputHash!: string;
  @Column('integer', { name: 'hand_made', default: 0 }) handMade!: number;
  @Column('integer') people!: number;
  @Column('integer', { default: 0 }) refilled!: number;
  @Column('jsonb', { nullable: true }) difference!: DraftDifference | null;
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: AccountId | null;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('uuid', { name: 'submitted_by', nullable: true }) submittedBy!: AccountId | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('uuid', { name: 'approved_by', nullable: true }) approvedBy!: AccountId | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: AccountId | null;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId!: DocumentId | null;
}
