import { Injectable } from '@nestjs/common';
import type { MeetingId, VisitId } from '../../../kernel/id.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import { type Meeting, overlaps, type Place } from '../../../solver/index.ts';
import type { Whereabouts } from '../../visits/index.ts';
import { MonthFactsReadModel } from './month-facts-read-model.ts';

/** Of published visits those of which one person can make only one, by the engine's own rule of time and travel. */
@Injectable()
export class VisitCollisionJudge {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly months: MonthFactsReadModel,
  ) {}

  /** Each pair once. Where two months meet, the policy of the earlier visit's month applies. */
  async pairs(visits: readonly Whereabouts[]): Promise<(readonly [VisitId, VisitId])[]> {
    const close = pairsOfOnePerson(visits).filter(([a, b]) => b.startsAt.getTime() - a.endsAt.getTime() < NEAR_MS);
    if (close.length === 0) return [];
    const places = await this.places(close.flatMap((pair) => pair.map(({ meetingId }) => meetingId)));
    const placeOf = ({ meetingId, isElsewhere }: Whereabouts): Place | null => {
      const known = places.get(meetingId);
      if (isElsewhere === undefined) return known?.now ?? null;
      return isElsewhere ? null : (known?.ofBranch ?? null);
    };
    const found: (readonly [VisitId, VisitId])[] = [];
    for (const [a, b] of close) {
      const { engine } = await this.months.policy(a.month);
      if (overlaps(spanned(a, placeOf(a)), spanned(b, placeOf(b)), engine)) found.push([a.visitId, b.visitId]);
    }
    return found;
  }

  /** Where each meeting is, and where it would be at its branch's place; null where that is not known. */
  private async places(ids: readonly MeetingId[]): Promise<ReadonlyMap<MeetingId, Places>> {
    const rows = await this.work.query<Places & { id: MeetingId }>(
      `select m.id,
         case when b.lat is not null then json_build_object('lat', b.lat, 'lng', b.lng) end as "ofBranch",
         case when b.lat is not null and m.place = b.address then json_build_object('lat', b.lat, 'lng', b.lng) end as now
       from month_meetings m join branch_profiles b on b.id = m.branch_id where m.id = any($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

interface Places {
  readonly ofBranch: Place | null;
  readonly now: Place | null;
}

/** No way within a committee takes longer, so visits further apart need not be looked at. */
const NEAR_MS = 12 * 3_600_000;

const MINUTE_MS = 60_000;

/** Each pair in the order of time. */
function pairsOfOnePerson(visits: readonly Whereabouts[]): (readonly [Whereabouts, Whereabouts])[] {
  const inOrder = visits.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const people = new Map<string, Whereabouts[]>();
  for (const visit of inOrder) people.set(visit.specialistId, [...(people.get(visit.specialistId) ?? []), visit]);
  return [...people.values()].flatMap((own) => own.flatMap((b, at) => own.slice(0, at).map((a) => [a, b] as const)));
}

function spanned({ startsAt, endsAt }: Whereabouts, place: Place | null): Pick<Meeting, 'start' | 'end' | 'place'> {
  return { start: startsAt.getTime() / MINUTE_MS, end: endsAt.getTime() / MINUTE_MS, place };
}
