import { Injectable } from '@nestjs/common';
import type { Day } from '../../../kernel/month.ts';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import {
  type BranchId,
  type BranchRef,
  type DepartmentRef,
  type Ref,
  type SpecialistId,
  type SpecialistRef,
  isId,
} from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../errors.ts';
import { organisationsNamed } from './organisation-names.ts';

export interface RegisteredDepartment {
  readonly id: DepartmentRef;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly isInUse: boolean;
  readonly people: number;
}

export interface RegisteredOrganisation {
  readonly id: Ref<'Organisation'>;
  readonly code: string;
  /** Today's name; for one that has ended or begins later, the last name. */
  readonly name: string;
  readonly kind: string;
  readonly parentId: Ref<'Organisation'> | null;
  /** Whether it has a name today. */
  readonly isInUse: boolean;
  readonly branches: number;
}

export interface OrganisationVersion {
  readonly name: string;
  readonly parent: string | null;
  /** Null: always. */
  readonly from: Day | null;
  /** The first day after this name; null: it still applies. */
  readonly before: Day | null;
}

export interface RegisteredConflict {
  readonly specialistId: SpecialistId;
  readonly specialist: string;
  readonly department: string;
  readonly branchId: BranchId;
  readonly branch: string;
  readonly reason: string;
  /** The last day on which it counts; null: for as long as it is registered. */
  readonly until: Day | null;
}

/** A person and a branch, in use or not, that are or were kept apart. */
export interface RegisteredPair extends Omit<RegisteredConflict, 'reason'> {
  readonly specialistCode: string;
  readonly branchCode: string;
  /** Null where they are kept apart no more. */
  readonly reason: string | null;
}

/** What names a field or a branch type. */
export interface TermUse {
  readonly id: BranchRef | SpecialistRef;
  readonly name: string;
  /** Of a branch its code, of a person the department. */
  readonly code: string;
  /** Of a field, how weak or strong. */
  readonly weight: number | null;
}

export type TermRegister = 'fields' | 'branchTypes';

export interface RegisteredTerm {
  readonly code: string;
  readonly name: string;
  readonly isInUse: boolean;
  /** Branches and people in use that name it. */
  readonly uses: number;
}

/** Reads the shorter registers as a whole. */
@Injectable()
export class RegisterEntriesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Those in use first. */
  departments(): Promise<RegisteredDepartment[]> {
    return this.work.run(() =>
      this.work.query<RegisteredDepartment>(
        `select d.id, d.code, d.name, d.short_name as "shortName", d.archived_at is null as "isInUse",
           (select count(*)::integer from specialists s where s.department_id = d.id and s.archived_at is null) as people
         from departments d order by d.archived_at is not null, d.position, d.code`,
      ),
    );
  }

  /** @throws DomainError directory.not_found */
  async department(id: DepartmentRef): Promise<RegisteredDepartment> {
    const found = isId(id) ? (await this.departments()).find((department) => department.id === id) : undefined;
    if (!found) throw new DomainError('directory.not_found', { register: 'departments' });
    return found;
  }

  organisations(): Promise<RegisteredOrganisation[]> {
    return this.work.run(() =>
      this.work.query<RegisteredOrganisation>(
        `select o.id, o.code, o.kind, o.parent_id as "parentId", o.name, o.is_in_use as "isInUse",
           (select count(*)::integer from branches b where b.organisation_id = o.id and b.archived_at is null) as branches
         from ${organisationsNamed('$1')} o order by o.code collate vi_natural`,
        [this.clock.now()],
      ),
    );
  }

  /** @throws DomainError directory.not_found */
  async organisation(id: Ref<'Organisation'>): Promise<RegisteredOrganisation> {
    const found = isId(id) ? (await this.organisations()).find((organisation) => organisation.id === id) : undefined;
    if (!found) throw new DomainError('directory.not_found', { register: 'organisations' });
    return found;
  }

  /** The names of an organisation, oldest first. */
  versions(organisationId: Ref<'Organisation'>): Promise<OrganisationVersion[]> {
    return this.work.run(() =>
      this.work.query<OrganisationVersion>(
        `select v.name, coalesce((select p.name from organisation_versions p where p.committee_id = v.committee_id
             and p.organisation_id = v.parent_id and p.valid_from <= coalesce(v.valid_before - 1, 'infinity')
             order by p.valid_from desc limit 1), (select o.code from organisations o where o.id = v.parent_id)) as parent,
           nullif(v.valid_from, '0001-01-01') as "from", v.valid_before as before
         from organisation_versions v where v.organisation_id = $1 order by v.valid_from`,
        [organisationId],
      ),
    );
  }

  branchesOf(organisationId: Ref<'Organisation'>): Promise<{ id: BranchId; code: string; name: string }[]> {
    return this.work.run(() =>
      this.work.query<{ id: BranchId; code: string; name: string }>(
        `select id, code, name from branches where organisation_id = $1 and archived_at is null
         order by code collate vi_natural`,
        [organisationId],
      ),
    );
  }

  /** Those between people and branches in use. */
  conflicts(): Promise<RegisteredConflict[]> {
    return this.work.run(() =>
      this.work.query<RegisteredConflict>(
        `select c.specialist_id as "specialistId", s.name as specialist, d.short_name as department,
           c.branch_id as "branchId", b.name as branch, c.reason, c.until
         from conflicts_of_interest c join specialists s on s.id = c.specialist_id
         join departments d on d.id = s.department_id join branches b on b.id = c.branch_id
         where s.archived_at is null and b.archived_at is null
         order by s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", b.code collate vi_natural`,
      ),
    );
  }

  /** By the ids of both. @throws DomainError directory.not_found */
  async pair(address: string): Promise<RegisteredPair> {
    const [specialistId = '', branchId = '', ...rest] = address.split('.');
    const [pair] =
      isId(specialistId) && isId(branchId) && rest.length === 0
        ? await this.work.run(() =>
            this.work.query<RegisteredPair>(
              `select s.id as "specialistId", s.code as "specialistCode", s.name as specialist, d.name as department,
                 b.id as "branchId", b.code as "branchCode", b.name as branch, c.reason, c.until
               from specialists s join departments d on d.id = s.department_id cross join branches b
               left join conflicts_of_interest c on c.specialist_id = s.id and c.branch_id = b.id
               where s.id = $1 and b.id = $2`,
              [specialistId, branchId],
            ),
          )
        : [];
    if (!pair) throw new DomainError('directory.not_found', { register: 'conflicts' });
    return pair;
  }

  /** @throws DomainError directory.not_found */
  async term(of: TermRegister, code: string): Promise<RegisteredTerm> {
    const found = (await this.terms(of)).find((term) => term.code === code);
    if (!found) throw new DomainError('directory.not_found', { register: of });
    return found;
  }

  /** Branches in use that are weak in a field, or of a type, with how weak they are. */
  branchesNaming(of: TermRegister, code: string): Promise<TermUse[]> {
    return this.work.run(() =>
      this.work.query<TermUse>(
        of === 'fields'
          ? `select id, name, code, (weak_fields ->> $1)::float as weight from branches
             where archived_at is null and weak_fields ? $1 order by weight desc, code collate vi_natural`
          : `select id, name, code, null::float as weight from branches
             where archived_at is null and type = $1 order by code collate vi_natural`,
        [code],
      ),
    );
  }

  /** People in use who are strong in a field, and how strong. */
  peopleStrongIn(field: string): Promise<TermUse[]> {
    return this.work.run(() =>
      this.work.query<TermUse>(
        `select s.id, s.name, d.short_name as code, (s.fields ->> $1)::float as weight
         from specialists s join departments d on d.id = s.department_id where s.archived_at is null and s.fields ? $1
         order by weight desc, s.given_name collate "vi-x-icu", s.name collate "vi-x-icu"`,
        [field],
      ),
    );
  }

  /** Those in use first. */
  terms(of: TermRegister): Promise<RegisteredTerm[]> {
    return this.work.run(() =>
      of === 'fields'
        ? this.work.query<RegisteredTerm>(
            `select f.code, f.name, f.archived_at is null as "isInUse",
               ((select count(*) from branches b where b.archived_at is null and b.weak_fields ? f.code)
                 + (select count(*) from specialists s where s.archived_at is null and s.fields ? f.code))::integer as uses
             from fields f order by f.archived_at is not null, f.position, f.code`,
          )
        : this.work.query<RegisteredTerm>(
            `select t.code, t.name, t.archived_at is null as "isInUse", (select count(*)::integer from branches b
               where b.archived_at is null and b.type = t.code) as uses
             from branch_types t order by t.archived_at is not null, t.position, t.code`,
          ),
    );
  }
}
