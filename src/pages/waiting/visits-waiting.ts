import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import type { MeetingId, VisitId } from '../../kernel/id.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { type TouchedVisit, TouchedVisitsReadModel } from '../../modules/visits/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import { repairsHref } from '../repairs/repairs-href.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

interface Declined {
  readonly visitId: VisitId;
  readonly meetingId: MeetingId;
  readonly month: Month;
  readonly startsAt: Date;
  readonly name: string;
  readonly branch: string;
  readonly reason: string;
}

type Dated = WaitingItem & { readonly at: Date };

/** Published visits ahead that need a decision: declined ones, and those with which a later fact conflicts. */
@Injectable()
export class VisitsWaiting extends WaitingSource {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly touched: TouchedVisitsReadModel,
  ) {
    super();
  }

  async list(reader: Actor, now: Date): Promise<WaitingItem[]> {
    if (!may(reader, 'plan.make')) return [];
    const items = [...(await this.declined(now)), ...touchedItems(await this.touched.list())];
    return items.sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ at: _, ...item }) => item);
  }

  private async declined(now: Date): Promise<Dated[]> {
    const rows = await this.work.query<Declined>(
      `select v.id as "visitId", v.meeting_id as "meetingId", to_char(v.month, 'YYYY-MM') as month, m.starts_at as "startsAt", s.name,
         b.name as branch, left(coalesce(v.decline_reason, ''), 120) as reason
       from month_visits v join visit_outcomes u on u.visit_id = v.id join month_meetings m on m.id = v.meeting_id
       join specialist_profiles s on s.id = v.specialist_id join branch_profiles b on b.id = v.branch_id
       where m.state = 'scheduled' and m.starts_at > $1 and v.state = 'declined' and u.replaced_by_id is null
       order by m.starts_at, s.name, v.meeting_id`,
      [now],
    );
    return rows.map(({ visitId, meetingId, month, startsAt, ...params }) => ({
      ...itemOf(month, startsAt, repairsHref(month, meetingId, visitId)),
      sentence: { key: 'waiting.declined', params },
    }));
  }
}

/** One item for each visit, but a single one for all visits on a day off, and for all of a month without an answer. */
function touchedItems(visits: readonly TouchedVisit[]): Dated[] {
  const days = new Map<string, TouchedVisit[]>();
  for (const visit of visits) {
    if (visit.cause === 'holiday') days.set(visit.fact, [...(days.get(visit.fact) ?? []), visit]);
  }
  const onHolidays = [...days.values()].flatMap(([first, ...more]): Dated[] => {
    if (!first) return [];
    const params = { count: 1 + more.length, day: first.day, holiday: first.holiday ?? '' };
    const item = itemOf(first.month, first.startsAt, '/touched-visits');
    return [{ ...item, sentence: { key: 'waiting.holiday', params }, count: params.count }];
  });
  const unanswered = visits.filter(({ cause }) => cause === 'unanswered');
  const months = new Map(unanswered.map((visit) => [visit.month, visit]).reverse() as [Month, TouchedVisit][]);
  const withoutAnswer = [...months.values()].map(({ month, startsAt }): Dated => {
    const late = unanswered.filter((visit) => visit.month === month);
    const people = new Set(late.map(({ specialistId }) => specialistId)).size;
    const item = itemOf(month, startsAt, '/touched-visits');
    const sentence = { key: 'waiting.unanswered' as const, params: { visits: late.length, people } };
    return { ...item, sentence, count: late.length };
  });
  const others = visits.flatMap(({ cause, name, branch, month, startsAt, meetingId }): Dated[] => {
    if (cause === 'holiday' || cause === 'unanswered') return [];
    return [
      {
        ...itemOf(month, startsAt, `/meetings/${meetingId}`),
        sentence: { key: KEYS[cause], params: { name, branch } },
      },
    ];
  });
  return [...others, ...onHolidays, ...withoutAnswer];
}

const KEYS = {
  absence: 'waiting.away',
  conflict: 'waiting.conflict',
  specialist: 'waiting.left',
  branch: 'waiting.branch_gone',
  collision: 'waiting.collision',
} as const;

function itemOf(month: Month, at: Date, href: string): Omit<Dated, 'sentence'> {
  return { month, at, href, under: 'plan', count: 1 };
}
