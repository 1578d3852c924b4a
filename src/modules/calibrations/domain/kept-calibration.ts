import type { Calibration, LinkageWish } from '../../../calibration/index.ts';
import type { AccountId, Id } from '../../../kernel/id.ts';
import type { Month } from '../../../kernel/month.ts';

export type CalibrationId = Id<'Calibration'>;

/** The accepted forms on which a calibration rests. */
export interface CalibrationGround {
  readonly forms: number;
  /** Null without a form. */
  readonly firstMonth: Month | null;
  readonly lastMonth: Month | null;
  /** Equal for the same forms only. */
  readonly digest: string;
}

export interface KeptCalibration extends CalibrationGround {
  readonly id: CalibrationId;
  readonly askedAt: Date;
  readonly askedBy: AccountId | null;
  readonly result: Calibration;
}

/** Older forms are left out: people change, and so do rubrics. */
export const MONTHS_BACK = 24;

/** Each pair of a person and a branch once, at its greatest worth. */
export function wishesOf({ doubleVisits }: Pick<Calibration, 'doubleVisits'>): LinkageWish[] {
  const best = new Map<string, LinkageWish>();
  for (const wish of doubleVisits.flatMap(({ wishes }) => wishes)) {
    const key = `${wish.specialistId} ${wish.branchId}`;
    if ((best.get(key)?.worth ?? 0) < wish.worth) best.set(key, wish);
  }
  return [...best.values()];
}
