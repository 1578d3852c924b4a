import { Injectable } from '@nestjs/common';
import type { Month } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
import { HistoryReadModel } from '../../modules/audit/index.ts';
import { FormsReadModel, type MonthForm, type OwedForm, OwedFormsReadModel } from '../../modules/evaluations/index.ts';
import { takesPlace, type VisitLine, VisitsReadModel } from '../../modules/visits/index.ts';
import type { MonthProgress } from '../month/month-progress.ts';
import { MonthProgressReadModel } from '../month/month-progress-read-model.ts';

/** Everything that the page of a month's forms shows, read in one transaction. */
export interface FormsScreen {
  readonly monthProgress: MonthProgress;
  readonly forms: readonly MonthForm[];
  /** Of all months. */
  readonly owed: readonly OwedForm[];
  /** For whom the last reminder of a visit was sent, where a deputy did so. */
  readonly remindedFor: ReadonlyMap<string, string>;
  /** Visits of the month for which no form is expected. */
  readonly off: readonly VisitLine[];
}

@Injectable()
export class FormsScreenReadModel {
  constructor(
    private readonly work: UnitOfWork,
    private readonly progress: MonthProgressReadModel,
    private readonly forms: FormsReadModel,
    private readonly owed: OwedFormsReadModel,
    private readonly visits: VisitsReadModel,
    private readonly history: HistoryReadModel,
  ) {}

  read(month: Month): Promise<FormsScreen> {
    return this.work.run(async () => {
      const owed = await this.owed.list();
      const byHand = owed.filter(({ remindedBy }) => remindedBy !== null).map(({ visitId }) => visitId);
      return {
        monthProgress: await this.progress.of(month, '/forms'),
        forms: await this.forms.month(month),
        owed,
        remindedFor: await this.history.principals('visit', byHand, 'visit.reminded'),
        off: (await this.visits.listOfMonth(month)).filter(({ state }) => !takesPlace(state)),
      };
    });
  }
}
