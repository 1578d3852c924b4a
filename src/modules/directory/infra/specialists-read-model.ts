import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type DepartmentRef, type SpecialistId, type SpecialistRef, isId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../errors.ts';
import type { Choice } from './branches-read-model.ts';
import { holdsAllWords, orderedBy, searchRank } from './word-search.ts';

export interface RegisteredSpecialist {
  readonly id: SpecialistRef;
  readonly code: string;
  readonly name: string;
  readonly givenName: string;
  readonly title: string | null;
  readonly department: {
    readonly id: DepartmentRef;
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
  };
  /** Empty for none, as is the telephone number. */
  readonly email: string;
  readonly phone: string;
  /** By strength, strongest first. */
  readonly fields: readonly { readonly code: string; readonly name: string; readonly strength: number }[];
  readonly minVisits: number;
  readonly maxVisits: number;
  readonly targetVisits: number | null;
  readonly carriedBalance: number;
  readonly mayLead: boolean;
  /** Branches that this person never visits, with the reason. */
  readonly neverVisits: readonly {
    readonly code: string;
    readonly shortName: string;
    readonly because: 'own' | 'residence' | 'conflict';
  }[];
  readonly isInUse: boolean;
}

export interface SpecialistSearch {
  /** Parts of a name, code or mail address; diacritics are ignored. */
  readonly q: string;
  /** A code; empty for all. */
  readonly department: string;
  /** Those out of use instead of those in use. */
  readonly retired?: boolean;
}

const FOUND = `
  found as (
    select s.*, d.code as department_code, d.name as department_name, d.short_name as department_short,
      ${searchRank(`s.name`, `s.code`, `s.given_name`, '$1')} as rank
    from specialists s join departments d on d.committee_id = s.committee_id and d.id = s.department_id
    where (s.archived_at is not null) = $3 and ($2 = '' or d.code = $2)
      and ${holdsAllWords(`s.name || ' ' || s.code || ' ' || s.email`, '$1')})`;

/** @param now the parameter with the instant at which conflicts of interest must not have ended */
const columns = (now: string) => `s.id, s.code, s.name, s.given_name as "givenName", s.title, s.email, s.phone,
  json_build_object('id', s.department_id, 'code', s.department_code, 'name', s.department_name, 'shortName', s.department_short) as department,
  coalesce((select json_agg(json_build_object('code', w.key, 'name', f.name, 'strength', w.value) order by w.value desc, f.position)
    from jsonb_each(s.fields) w join fields f on f.code = w.key), '[]') as fields,
  s.min_visits as "minVisits", s.max_visits as "maxVisits", s.target_visits as "targetVisits",
  s.carried_balance as "carriedBalance", s.may_lead as "mayLead",
  coalesce((select json_agg(json_build_object('code', b.code, 'shortName', b.short_name, 'because', n.because) order by n.position, b.code collate vi_natural)
    from (select s.own_branch_id, 'own', 1 union all select s.residence_branch_id, 'residence', 2
      union all select c.branch_id, 'conflict', 3 from conflicts_of_interest c where c.specialist_id = s.id
        and (c.until is null or c.until >= (${now}::timestamptz at time zone committee_zone())::date)) n (branch_id, because, position)
    join branches b on b.id = n.branch_id), '[]') as "neverVisits", s.archived_at is null as "isInUse"`;

/** By given name first, as Vietnamese lists are sorted. */
const ORDER = `s.given_name collate "vi-x-icu", s.name collate "vi-x-icu", s.code`;

export const SPECIALIST_ORDERS = ['name', 'department', 'visits', 'lead'] as const;

/** Reads specialists, by given name unless another order is given. */
@Injectable()
export class SpecialistsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * `limit` specialists after a given name, name and code, or from an offset. @param order one of SPECIALIST_ORDERS,
   * reversed with `-` before it; `found` sorts by how well they match the search, the empty order by given name
   */
  list(
    { q, department, retired = false }: SpecialistSearch,
    {
      limit,
      after = null,
      offset = 0,
      order = '',
    }: { limit: number; after?: readonly string[] | null; offset?: number; order?: string },
  ): Promise<RegisteredSpecialist[]> {
    const [givenName = null, name = null, code = null] = after ?? [];
    return this.work.run(() =>
      this.work.query<RegisteredSpecialist>(
        `with ${FOUND}
         select ${columns('$10')} from found s where $4::text is null or (${ORDER}) > ($4, $5::text, $6::text)
         order by case when $9 = 'found' then s.rank end,
           ${orderedBy('name', 's.given_name collate "vi-x-icu"', '$9')},
           ${orderedBy('department', 's.department_short collate "vi-x-icu"', '$9')},
           ${orderedBy('visits', 'coalesce(s.target_visits, s.max_visits)', '$9')},
           ${orderedBy('lead', 's.may_lead', '$9')},
           ${ORDER} limit $7 offset $8`,
        [q.trim(), department, retired, givenName, name, code, limit, offset, order, this.clock.now()],
      ),
    );
  }

  async count({ q, department, retired = false }: SpecialistSearch): Promise<number> {
    const [row] = await this.work.run(() =>
      this.work.query<{ count: number }>(`with ${FOUND} select count(*) as count from found`, [
        q.trim(),
        department,
        retired,
      ]),
    );
    return row?.count ?? 0;
  }

  /** Whether or not they are in use. @throws DomainError directory.not_found */
  async get(id: SpecialistRef): Promise<RegisteredSpecialist> {
    const [row] = isId(id)
      ? await this.work.run(() =>
          this.work.query<RegisteredSpecialist>(
            `with here as (
               select s.*, d.code as department_code, d.name as department_name, d.short_name as department_short
               from specialists s join departments d on d.committee_id = s.committee_id and d.id = s.department_id
               where s.id = $1)
             select ${columns('$2')} from here s`,
            [id, this.clock.now()],
          ),
        )
      : [];
    if (!row) throw new DomainError('directory.not_found', { register: 'specialists' });
    return row;
  }

  /** All of them, for a choice. */
  names(): Promise<{ id: SpecialistId; name: string; department: string }[]> {
    return this.work.run(() =>
      this.work.query(
        `select s.id, s.name, d.short_name as department
         from specialists s join departments d on d.committee_id = s.committee_id and d.id = s.department_id
         where s.archived_at is null order by ${ORDER}`,
      ),
    );
  }

  departments(): Promise<Choice[]> {
    return this.work.run(() =>
      this.work.query<Choice>(`select code, name from departments where archived_at is null order by position, code`),
    );
  }
}
