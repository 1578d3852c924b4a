import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import { OwedFormsReadModel } from '../../modules/evaluations/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

/** For a specialist: visits to answer, and owed forms. */
@Injectable()
export class OwnVisitsWaiting extends WaitingSource {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly owed: OwedFormsReadModel,
  ) {
    super();
  }

  async list({ specialistId }: Actor, now: Date): Promise<WaitingItem[]> {
    if (specialistId === null) return [];
    const [row] = await this.work.query<{ count: number }>(
      `select count(*)::integer as count from month_visits v join month_meetings m on m.id = v.meeting_id
       where v.specialist_id = $1 and v.state = 'offered' and m.state = 'scheduled' and m.starts_at > $2`,
      [specialistId, now],
    );
    const toAnswer = row?.count ?? 0;
    const forms = (await this.owed.list({ specialistId })).length;
    const of = { href: '/my/visits', month: null, under: 'visits' as const };
    return [
      ...(forms > 0
        ? [{ ...of, sentence: { key: 'waiting.own_forms' as const, params: { count: forms } }, count: forms }]
        : []),
      ...(toAnswer > 0
        ? [{ ...of, sentence: { key: 'waiting.own_answers' as const, params: { count: toAnswer } }, count: toAnswer }]
        : []),
    ];
  }
}
