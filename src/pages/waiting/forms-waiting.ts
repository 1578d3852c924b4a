import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.ts';
import type { Month } from '../../kernel/month.ts';
import { may } from '../../kernel/permissions.ts';
import { FormsReadModel, type LateForms, OwedFormsReadModel } from '../../modules/evaluations/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { WaitingItem } from './waiting-item.ts';
import { WaitingSource } from './waiting-source.ts';

interface Row {
  readonly month: Month;
  readonly due: number;
  readonly toReview: number;
  readonly accepted: number;
  readonly isFrozen: boolean;
}

/** Forms to review, late forms, and months whose briefing can be written. */
@Injectable()
export class FormsWaiting extends WaitingSource {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly owed: OwedFormsReadModel,
    private readonly forms: FormsReadModel,
  ) {
    super();
  }

  async list(reader: Actor): Promise<WaitingItem[]> {
    if (!may(reader, 'form.review')) return [];
    const rows = await this.work.query<Row>(
      `select to_char(v.month, 'YYYY-MM') as month, count(*)::integer as due,
         (count(*) filter (where f.state = 'submitted'))::integer as "toReview",
         (count(*) filter (where f.state = 'accepted'))::integer as accepted,
         exists (select from briefing_versions b where b.month = v.month and b.state = 'frozen') as "isFrozen"
       from month_visits v left join visit_forms f on f.visit_id = v.id
       where v.takes_place group by v.month order by v.month`,
      [],
    );
    return [
      ...rows.filter(({ toReview }) => toReview > 0).map(reviewOf),
      ...(await this.owed.late()).map(lateOf),
      ...rows.filter((row) => row.due > 0 && row.accepted === row.due && !row.isFrozen).map(briefingOf),
      ...(await this.opened()),
    ];
  }

  /** Months whose last frozen briefing rests on forms that were opened again since: it wants a next version. */
  private async opened(): Promise<WaitingItem[]> {
    const frozen = await this.work.query<{ month: Month; frozenAt: Date }>(
      `select to_char(month, 'YYYY-MM') as month, max(frozen_at) as "frozenAt" from briefing_versions
       where state = 'frozen' group by month order by month`,
      [],
    );
    if (frozen.length === 0) return [];
    const opened = await this.forms.openedAgain();
    return frozen.flatMap(({ month, frozenAt }): WaitingItem[] => {
      const count = opened.filter(
        (form) => form.month === month && form.acceptedAt <= frozenAt && form.openedAt > frozenAt,
      ).length;
      if (count === 0) return [];
      const sentence = { key: 'waiting.opened_again', params: { count } } as const;
      return [{ sentence, href: `/months/${month}/briefing`, month, under: 'briefing', count: 1 }];
    });
  }
}

function reviewOf({ month, toReview: count }: Row): WaitingItem {
  return {
    sentence: { key: 'waiting.review', params: { count } },
    href: `/months/${month}/forms?state=submitted`,
    month,
    under: 'forms',
    count,
  };
}

function lateOf({ month, forms, people }: LateForms): WaitingItem {
  return {
    sentence: { key: 'waiting.late', params: { forms, people } },
    href: `/months/${month}/forms#missing`,
    month,
    under: 'forms',
    count: forms,
  };
}

function briefingOf({ month }: Row): WaitingItem {
  return {
    sentence: { key: 'waiting.briefing' },
    href: `/months/${month}/briefing`,
    month,
    under: 'briefing',
    count: 1,
  };
}
