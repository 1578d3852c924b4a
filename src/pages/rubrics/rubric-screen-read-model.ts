import { Injectable } from '@nestjs/common';
import type { Locale } from '../../kernel/actor.ts';
import { formatActing } from '../../kernel/format.ts';
import { HistoryReadModel } from '../../modules/audit/index.ts';
import { PostgresUnitOfWork } from '../../platform/database/postgres-unit-of-work.ts';
import type { TrailLine } from './rubric.view.ts';

const LAST_CHANGES = 20;

/** What pages about rubrics show besides the rubrics: the names of types of branches, and the trail. */
@Injectable()
export class RubricScreenReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly history: HistoryReadModel,
  ) {}

  branchTypes(): Promise<ReadonlyMap<string, string>> {
    return this.work.run(async () => {
      const rows = await this.work.query<{ code: string; name: string }>(
        `select code, name from branch_type_names order by position, code`,
      );
      return new Map(rows.map(({ code, name }) => [code, name]));
    });
  }

  async trail(
    kind: 'rubric' | 'rubric_draft' | 'template' | 'template_draft',
    id: string,
    locale: Locale,
  ): Promise<TrailLine[]> {
    const entries = await this.history.list({ kind, id }, LAST_CHANGES);
    return entries.map(({ at, by, onBehalfOf, action }) => ({
      at,
      by: by && formatActing(locale, by, onBehalfOf),
      action,
    }));
  }
}
