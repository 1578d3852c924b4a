import { Injectable } from '@nestjs/common';
import type { Month } from '../../kernel/month.ts';
import { UnitOfWork } from '../../kernel/unit-of-work.ts';
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
  ) {}

  read(month: Month): Promise<FormsScreen> {
    return this.work.run(async () => ({
      monthProgress: await this.progress.of(month, '/forms'),
      forms: await this.forms.month(month),
      owed: await this.owed.list(),
      off: (await this.visits.listOfMonth(month)).filter(({ state }) => !takesPlace(state)),
    }));
  }
}
