import type { SpecialistId, VisitId } from '../../../kernel/id.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, dayIn, monthOf, timeIn } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { VisitState } from '../../visits/index.ts';
import type { VisitFacts } from '../application/ports.ts';
import type { Answers } from '../domain/answers.ts';

interface FieldRow {
  readonly code: string;
  readonly name: string;
}

interface FactsRow {
  specialistId: SpecialistId;
  standInId: SpecialistId | null;
  heldOn: Day;
  state: VisitState;
  month: Day;
  kind: MeetingKind;
  startsAt: Date;
  endsAt: Date;
  place: string;
  zone: string;
  branch: string;
  branchType: string | null;
  organisation: string;
  members: number;
  lastAnswers: Answers | null;
  fields: FieldRow[] | null;
}

function fieldsOn(day: string): string {
  return `(select json_agg(json_build_object('code', f.code, 'name', f.name) order by f.position, f.code)
          from field_names f where f.retired_on is null or f.retired_on > ${day})`;
}

function fieldsOf(rows: readonly FieldRow[] | null): VisitFacts['fields'] {
  return (rows ?? []).map(({ code, name }) => ({ code, name: { vi: name, en: name } }));
}

const LONGEST_PLACE = 200;

@Injectable()
export class VisitFactsReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The day in the committee's zone, and the fields that its forms offer then. */
  async today(now: Date): Promise<Pick<VisitFacts, 'today' | 'fields'>> {
    const [row] = await this.work.query<{ zone: string; fields: FieldRow[] | null }>(
      `select c.time_zone as zone, ${fieldsOn('(now_at.at at time zone c.time_zone)::date')} as fields
       from acting_committee c cross join (select $1::timestamptz as at) now_at`,
      [now],
    );
    if (!row) throw new Error('nobody acts for a committee');
    return { today: dayIn(row.zone, now), fields: fieldsOf(row.fields) };
  }

  /** @throws DomainError visit.not_found */
  async of(visitId: VisitId): Promise<VisitFacts> {
    const [row] = await this.work.query<FactsRow>(
      `select v.specialist_id as "specialistId", u.stand_in_id as "standInId", v.held_on as "heldOn", v.state, v.month, m.kind, m.starts_at as "startsAt",
         m.ends_at as "endsAt", m.place, c.time_zone as zone,
         b.name as branch, b.type as "branchType", coalesce(o.name, '') as organisation, b.members,
         (select s.answers from submissions s join month_visits w on w.id = s.visit_id
          where w.branch_id = v.branch_id and s.state = 'accepted' and w.held_on < v.held_on
          order by w.held_on desc, s.id limit 1) as "lastAnswers",
         ${fieldsOn('v.held_on')} as fields
       from month_visits v cross join acting_committee c join month_meetings m on m.id = v.meeting_id
       join visit_outcomes u on u.visit_id = v.id join branch_profiles b on b.id = v.branch_id
       left join lateral organisations_on(v.held_on) o on o.id = b.organisation_id
       where v.id = $1`,
      [visitId],
    );
    if (!row) throw new DomainError('visit.not_found', { visitId });
    return {
      visitId,
      specialistId: row.specialistId,
      standInId: row.standInId,
      branch: row.branch,
      branchType: row.branchType,
      organisation: row.organisation,
      heldOn: row.heldOn,
      state: row.state,
      month: monthOf(row.month),
      today: dayIn(row.zone, this.clock.now()),
      now: timeIn(row.zone, this.clock.now()),
      fields: fieldsOf(row.fields),
      directives: [],
      planned: {
        kind: row.kind,
        day: dayIn(row.zone, row.startsAt),
        startsAt: timeIn(row.zone, row.startsAt),
        place: row.place.slice(0, LONGEST_PLACE),
      },
      endsAt: timeIn(row.zone, row.endsAt),
      lastCounts: countsOf(row),
    };
  }
}

/** The branch's numbers from its last form, else from its register entry. */
function countsOf({ members, lastAnswers: last }: FactsRow): NonNullable<VisitFacts['lastCounts']> {
  if (!last) return members > 0 ? { membersTotal: members } : {};
  const { membersTotal, membersTemporary, exempted, onSpecialDuty } = last;
  return { membersTotal, membersTemporary, exempted, onSpecialDuty };
}
