import type { AccountId, BranchId, CommitteeId, SpecialistId } from '../../../kernel/id.ts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale, Role } from '../../../kernel/actor.ts';

@Entity('accounts')
export class AccountEntity {
  @PrimaryColumn('uuid') id!: AccountId;
  @Column('text', { unique: true }) email!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('text', { default: 'vi' }) locale!: Locale;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt!: Date | null;
  /** Of name and language. */
  @Column('integer', { default: 1 }) revision!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('memberships')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId!: AccountId;
  @PrimaryColumn('text') role!: Role;
  @Column('uuid', { name: 'specialist_id', nullable: true }) specialistId!: SpecialistId | null;
  @Column('uuid', { name: 'branch_id', nullable: true }) branchId!: BranchId | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: AccountId;
  @Column('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @Column('text', { name: 'csrf_token' }) csrfToken!: string;
  @Column('text', { default: '' }) device!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

@Entity('sign_in_links')
export class SignInLinkEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: AccountId;
  @Column('uuid', { name: 'committee_id' }) committeeId!: CommitteeId;
  @Column('text', { name: 'leads_to' }) leadsTo!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
