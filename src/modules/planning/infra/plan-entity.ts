import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountId, CommitteeId } from '../../../kernel/id.ts';
import type { Day } from '../../../kernel/month.ts';
import type { Plan, PlanProblem } from '../../../solver/index.ts';
import type { MonthPlan, PlanId } from '../domain/month-plan.ts';

@Entity('plans')
export class PlanEntity {
  @PrimaryColumn('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @PrimaryColumn('uuid') id!: PlanId;
  @Column('date') month!: Day;
  @Column('text') state!: MonthPlan['state'];
  @Column('text') status!: Plan['status'];
  @Column('text', { name: 'input_hash' }) inputHash!: string;
  @Column('jsonb') problem!: PlanProblem;
  @Column('jsonb') result!: Plan;
  @Column('boolean', { name: 'is_verified' }) isVerified!: boolean;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: AccountId | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  @Column('uuid', { name: 'published_by', nullable: true }) publishedBy!: AccountId | null;
  @Column('uuid', { name: 'notice_id', nullable: true }) noticeId!: string | null;
}
