import type { Calibration } from './calibrate.ts';
import type { Reason } from './verdict.ts';

/** What observers and branches are called where they are read by people. */
export interface CalibratedNames {
  readonly observer: (id: string) => string;
  readonly branch: (id: string) => string;
}

/** The reasons of a verdict with names instead of ids, for sentences. */
export function namedReasons(
  { verdict }: Pick<Calibration, 'verdict'>,
  { observer, branch }: CalibratedNames,
): Reason[] {
  return verdict.reasons.map((reason): Reason => {
    switch (reason.code) {
      case 'islands':
        return { ...reason, islands: reason.islands.map((island) => island.map(observer)) };
      case 'apart':
      case 'always_extreme':
        return { ...reason, observers: reason.observers.map(observer) };
      case 'weak_link':
        return {
          ...reason,
          observers: reason.observers.map(observer),
          observer: observer(reason.observer),
          branch: branch(reason.branch),
        };
      default:
        return reason;
    }
  });
}
