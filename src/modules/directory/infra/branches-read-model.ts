import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import type { NthWeekday } from '../../../kernel/day-of-month.ts';
import { type BranchRef, type Ref, isId } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type {} from '../errors.ts';
import { organisationsNamed } from './organisation-names.ts';
import { holdsAllWords, orderedBy, searchRank } from './word-search.ts';

export interface RegisteredBranch {
  readonly id: BranchRef;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly organisation: {
    readonly id: Ref<'Organisation'>;
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
  };
  readonly type: { readonly code: string; readonly name: string };
  readonly address: string;
  readonly coordinates: { readonly lat: number; readonly lng: number } | null;
  readonly members: number;
  readonly officialMembers: number | null;
  readonly probationaryMembers: number | null;
  readonly committeeSeats: number | null;
  readonly vacantSeats: number | null;
  readonly secretary: { readonly name: string | null; readonly email: string | null };
  /** By weight, heaviest first. */
  readonly weakFields: readonly { readonly code: string; readonly name: string; readonly weight: number }[];
  readonly rule: {
    readonly time: string;
    readonly minutes: number;
    readonly rollsForward: boolean;
    readonly thematicMonths: readonly number[];
    readonly thematicDay: number | null;
    readonly thematicWeekday: NthWeekday | null;
  } & ({ readonly day: number; readonly weekday: null } | { readonly day: null; readonly weekday: NthWeekday });
  readonly lastVisit: Month | null;
  readonly isInUse: boolean;
}

export interface BranchSearch {
  /** Parts of a name, code, place or organisation; diacritics are ignored. */
  readonly q: string;
  /** A code; empty for all. */
  readonly type: string;
  readonly organisation: string;
  /** Those out of use instead of those in use. */
  readonly retired?: boolean;
}

export interface Choice {
  readonly code: string;
  readonly name: string;
}

/** The choices by which a list of branches can be filtered. */
export interface BranchChoices {
  readonly types: readonly Choice[];
  /** Organisations with several branches. */
  readonly organisations: readonly Choice[];
}

/** @param now the parameter with the present instant */
const found = (now: string) => `
  found as (
    select b.*, o.code as organisation_code, o.name as organisation_name, o.short_name as organisation_short,
      t.name as type_name,
      ${searchRank(`b.name`, `b.code`, `b.short_name`, '$1')} as rank
    from branches b
    join branch_types t on t.committee_id = b.committee_id and t.code = b.type
    join ${organisationsNamed(now)} o on o.committee_id = b.committee_id and o.id = b.organisation_id
    where (b.archived_at is not null) = $4 and ($2 = '' or b.type = $2) and ($3 = '' or o.code = $3)
      and ${holdsAllWords(`b.name || ' ' || b.code || ' ' || b.short_name || ' ' || b.address || ' ' || o.name`, '$1')})`;

/** By the day of the month and the hour; those that meet on a weekday follow, from Monday on. */
const BY_RULE = `coalesce(b.meeting_day, 31 + position(right(b.meeting_weekday, 2) in 'MOTUWETHFRSASU')) * 10000
  + extract(epoch from b.meeting_time) / 60`;

/** @param now the parameter with the instant until which visits count, such as `$8` */
const lastVisit = (now: string) =>
  `(select max(v.held_on) from visit_history v where v.branch_id = b.id and v.held_on < (${now}::timestamptz at time zone committee_zone())::date)`;

const columns = (now: string) => `b.id, b.code, b.name, b.short_name as "shortName", b.address, b.members,
  json_build_object('id', b.organisation_id, 'code', b.organisation_code, 'name', b.organisation_name, 'shortName', b.organisation_short) as organisation,
  json_build_object('code', b.type, 'name', b.type_name) as type,
  case when b.lat is not null then json_build_object('lat', b.lat, 'lng', b.lng) end as coordinates,
  b.official_members as "officialMembers", b.probationary_members as "probationaryMembers",
  b.committee_seats as "committeeSeats", b.vacant_seats as "vacantSeats",
  json_build_object('name', b.secretary_name, 'email', b.secretary_email) as secretary,
  coalesce((select json_agg(json_build_object('code', w.key, 'name', f.name, 'weight', w.value) order by w.value desc, f.position)
    from jsonb_each(b.weak_fields) w join fields f on f.code = w.key), '[]') as "weakFields",
  json_build_object('day', b.meeting_day, 'weekday', b.meeting_weekday, 'time', to_char(b.meeting_time, 'HH24:MI'), 'minutes', b.meeting_minutes,
    'rollsForward', b.rolls_forward, 'thematicMonths', b.thematic_months, 'thematicDay', b.thematic_day,
    'thematicWeekday', b.thematic_weekday) as rule,
  to_char(${lastVisit(now)}, 'YYYY-MM') as "lastVisit", b.archived_at is null as "isInUse"`;

export const BRANCH_ORDERS = ['name', 'type', 'rule', 'place', 'members', 'last'] as const;

/** Reads branches, by the natural order of their codes unless another order is given. */
@Injectable()
export class BranchesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * `limit` branches after a code, or from an offset. @param order one of BRANCH_ORDERS, reversed with `-` before it;
   * `found` sorts by how well they match the search, the empty order by code
   */
  list(
    { q, type, organisation, retired = false }: BranchSearch,
    {
      limit,
      after = null,
      offset = 0,
      order = '',
    }: { limit: number; after?: string | null; offset?: number; order?: string },
  ): Promise<RegisteredBranch[]> {
    return this.work.run(() =>
      this.work.query<RegisteredBranch>(
        `with ${found('$8')}
         select ${columns('$8')} from found b where $5::text is null or b.code collate vi_natural > $5
         order by case when $9 = 'found' then b.rank end,
           ${orderedBy('name', 'b.name collate vi_natural', '$9')}, ${orderedBy('type', 'b.type_name collate vi_natural', '$9')},
           ${orderedBy('rule', BY_RULE, '$9')},
           ${orderedBy('place', 'b.address collate vi_natural', '$9')}, ${orderedBy('members', 'b.members', '$9')},
           ${orderedBy('last', `coalesce(${lastVisit('$8')}, '0001-01-01')`, '$9')},
           b.code collate vi_natural limit $6 offset $7`,
        [q.trim(), type, organisation, retired, after, limit, offset, this.clock.now(), order],
      ),
    );
  }

  async count({ q, type, organisation, retired = false }: BranchSearch): Promise<number> {
    const [row] = await this.work.run(() =>
      this.work.query<{ count: number }>(`with ${found('$5')} select count(*) as count from found`, [
        q.trim(),
        type,
        organisation,
        retired,
        this.clock.now(),
      ]),
    );
    return row?.count ?? 0;
  }

  /** Whether or not it is in use. @throws DomainError directory.not_found */
  async get(id: BranchRef): Promise<RegisteredBranch> {
    const [row] = isId(id)
      ? await this.work.run(() =>
          this.work.query<RegisteredBranch>(
            `with here as (
               select b.*, o.code as organisation_code, o.name as organisation_name,
                 o.short_name as organisation_short, t.name as type_name
               from branches b
               join branch_types t on t.committee_id = b.committee_id and t.code = b.type
               join ${organisationsNamed('$2')} o on o.committee_id = b.committee_id and o.id = b.organisation_id
               where b.id = $1)
             select ${columns('$2')} from here b`,
            [id, this.clock.now()],
          ),
        )
      : [];
    if (!row) throw new DomainError('directory.not_found', { register: 'branches' });
    return row;
  }

  choices(): Promise<BranchChoices> {
    return this.work.run(async () => ({
      types: await this.work.query<Choice>(`select code, name from branch_types order by position, code`),
      organisations: await this.work.query<Choice>(
        `select o.code, o.short_name as name from ${organisationsNamed('$1')} o
         where 1 < (select count(*) from branches b
           where b.committee_id = o.committee_id and b.organisation_id = o.id and b.archived_at is null)
         order by o.short_name collate vi_natural`,
        [this.clock.now()],
      ),
    }));
  }
}
