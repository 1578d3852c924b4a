import type { SpecialistId } from '../../../src/kernel/id.ts';
import type { MailDraft } from '../../../src/modules/notifications/index.ts';
import { TouchedVisitsReadModel, type VisitLine, VisitsReadModel } from '../../../src/modules/visits/index.ts';
import { WaitingReadModel } from '../../../src/pages/waiting/waiting-read-model.ts';
import { DECEMBER, type PublishedMonthInTest, type PublishedVisitRow } from '../a-published-month.ts';
import type { TestService } from '../service.ts';

export interface StoredMail {
  readonly key: string;
  readonly kind: string;
  readonly specialistId: SpecialistId | null;
  readonly draft: Pick<MailDraft, 'to' | 'invitations'> & { readonly model: object };
}

/** Of a visit what the promises are about. */
export type JudgedLine = Pick<
  VisitLine,
  'id' | 'state' | 'specialistId' | 'specialist' | 'branch' | 'place' | 'startsAt' | 'endsAt'
>;

/** What is true of a month, and what its people and its board were told. */
export interface ReadMonth {
  readonly now: Date;
  readonly lines: readonly JudgedLine[];
  readonly rows: readonly PublishedVisitRow[];
  /** The states of all meetings by their ids. */
  readonly meetings: ReadonlyMap<string, string>;
  /** In the order in which they were posted. */
  readonly mails: readonly StoredMail[];
  /** The visits of which the board is shown that they are at once with another. */
  readonly collisions: ReadonlySet<string>;
  /** The addresses of all that waits for the board. */
  readonly waiting: string;
  readonly trail: readonly { readonly action: string; readonly id: string }[];
  readonly amendments: number;
}

export async function readMonth(service: TestService, month: PublishedMonthInTest): Promise<ReadMonth> {
  const touched = await service.as(month.board.actor, () => service.get(TouchedVisitsReadModel).list());
  const waiting = await service.work.as(month.board.actor, () => service.get(WaitingReadModel).list());
  const meetings = await month.sql<{ id: string; state: string }>(`select id, state from meetings`);
  const [amendments] = await month.sql<{ count: number }>(`select count(*)::int as count from amendments`);
  return {
    now: service.clock.now(),
    lines: await service.as(month.committee, () => service.get(VisitsReadModel).listOfMonth(DECEMBER)),
    rows: await month.visits(),
    meetings: new Map(meetings.map(({ id, state }) => [id, state])),
    mails: await month.sql<StoredMail>(
      `select key, kind, specialist_id as "specialistId", content -> 'draft' as draft from mails order by id`,
    ),
    collisions: new Set(touched.flatMap((one) => (one.cause === 'collision' ? [one.visitId] : []))),
    waiting: waiting.map(({ href }) => href).join(' '),
    trail: await month.sql<{ action: string; id: string }>(
      `select action, subject_id as id from audit_entries order by seq`,
    ),
    amendments: amendments?.count ?? 0,
  };
}
