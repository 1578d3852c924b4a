import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { type Day, dayIn, monthOf, timeIn } from '../../../kernel/month.ts';
import { Work } from '../../../platform/database/work.ts';
import type { VisitId } from '../../visits/index.ts';
import { FormFacts, type VisitFacts } from '../application/ports.ts';
import type { Answers, MeetingKind } from '../domain/answers.ts';

interface FactsRow {
  specialist_id: string;
  held_on: Day;
  month: Day;
  kind: MeetingKind;
  starts_at: Date;
  ends_at: Date;
  place: string;
  zone: string;
  branch: string;
  organisation: string;
  members: number;
  last_answers: Answers | null;
}

const LONGEST_PLACE = 200;

@Injectable()
export class SqlFormFacts extends FormFacts {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {
    super();
  }

  async of(visitId: VisitId): Promise<VisitFacts> {
    const [row] = await this.work.query<FactsRow>(
      `select v.specialist_id, v.held_on, m.month, m.kind, m.starts_at, m.ends_at, coalesce(nullif(m.place, ''), b.address) as place,
         c.time_zone as zone, b.name as branch, coalesce(o.name, '') as organisation, b.members,
         (select s.answers from submissions s join visits w on w.id = s.visit_id
          where w.branch_id = v.branch_id and s.state = 'accepted' and w.held_on < v.held_on
          order by w.held_on desc, s.id limit 1) as last_answers
       from visits v join meetings m on m.id = v.meeting_id join branches b on b.id = v.branch_id
       join committees c on c.id = v.committee_id
       left join organisation_versions o on o.organisation_id = b.organisation_id
         and o.valid_from <= v.held_on and (o.valid_before is null or o.valid_before > v.held_on)
       where v.id = $1`,
      [visitId],
    );
    if (!row) throw new DomainError('visit.not_found', { visitId });
    const fields = await this.work.query<{ code: string; name: string }>(
      `select code, name from fields order by position, code`,
    );
    return {
      visitId,
      specialistId: row.specialist_id,
      branch: row.branch,
      organisation: row.organisation,
      heldOn: row.held_on,
      month: monthOf(row.month),
      today: dayIn(row.zone, this.clock.now()),
      fields: fields.map(({ code, name }) => ({ code, name: { vi: name, en: name } })),
      directives: [],
      planned: {
        kind: row.kind,
        day: dayIn(row.zone, row.starts_at),
        startsAt: timeIn(row.zone, row.starts_at),
        place: row.place.slice(0, LONGEST_PLACE),
      },
      endsAt: timeIn(row.zone, row.ends_at),
      lastCounts: countsOf(row),
    };
  }
}

/** The branch's numbers as its last form had them, else as its register has them. */
function countsOf({ members, last_answers: last }: FactsRow): NonNullable<VisitFacts['lastCounts']> {
  if (!last) return members > 0 ? { membersTotal: members } : {};
  const { membersTotal, membersTemporary, exempted, onSpecialDuty } = last;
  return { membersTotal, membersTemporary, exempted, onSpecialDuty };
}
