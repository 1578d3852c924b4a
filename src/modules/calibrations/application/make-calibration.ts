import { Injectable } from '@nestjs/common';
import { calibrateInWorker } from '../../../calibration/index.ts';
import { Clock } from '../../../kernel/clock.ts';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { Jobs } from '../../../kernel/jobs.ts';
import { UnitOfWork } from '../../../kernel/unit-of-work.ts';
import { AuditTrail } from '../../audit/index.ts';
import { formRatings } from '../domain/form-ratings.ts';
import type { CalibrationId } from '../domain/kept-calibration.ts';
import { AcceptedFormsReadModel } from '../infra/accepted-forms-read-model.ts';
import { Calibrations } from '../infra/repositories/calibrations.ts';

declare module '../../../kernel/jobs.ts' {
  interface JobPayloads {
    'calibration.make': { readonly calibrationId: CalibrationId };
  }
}

/** Jobs of one key never run at the same time, so that a committee has one at a time. */
const KEY = 'calibration';

/** Compares those who filled in the accepted forms: asked for on a page, made by a job. */
@Injectable()
export class MakeCalibration {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calibrations: Calibrations,
    private readonly forms: AcceptedFormsReadModel,
    private readonly jobs: Jobs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Does nothing while one is under way. */
  ask(): Promise<void> {
    return this.work.run(async () => {
      await this.calibrations.lock();
      const open = await this.calibrations.findOpen();
      if (open && !(await this.jobs.isAbandoned('calibration.make', KEY))) return;
      // Its job was abandoned when its process died, and no other process has taken it over.
      if (open) await this.calibrations.fail(open.id as CalibrationId);
      const id = newId<'Calibration'>();
      await this.calibrations.insert(id, this.clock.now(), this.work.actor.accountId);
      await this.jobs.enqueue('calibration.make', { calibrationId: id }, { key: KEY });
      this.audit.record({ action: 'calibration.asked_for', subject: { kind: 'calibration', id } });
    });
  }

  /** The job: reads in one transaction, computes outside of any, stores in another. */
  async execute(id: CalibrationId, stopping: AbortSignal): Promise<void> {
    const asked = await this.work.run(async () => {
      if (!(await this.calibrations.begin(id))) return null; // repeated after it was over
      return {
        ground: await this.forms.ground(),
        forms: await this.forms.list(),
        impossible: await this.forms.impossibleNextMonth(),
      };
    });
    if (!asked) return;
    try {
      const result = await calibrateInWorker(formRatings(asked.forms), { impossible: asked.impossible }, stopping);
      await this.work.run(() => this.calibrations.finish(id, asked.ground, result));
    } catch (error) {
      // The process ends, or the database is away: the job comes again and begins anew.
      if (stopping.aborted || isDomainError(error, 'database.unavailable')) throw error;
      await this.work.run(() => this.calibrations.fail(id));
      throw error;
    }
  }
}
