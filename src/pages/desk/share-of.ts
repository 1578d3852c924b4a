import { fairShares } from '../month/fair-share.ts';
import type { DeskScreen } from './desk-screen-read-model.ts';

/** What the month asks of each person, in hundredths of a visit. */
export function shareOf(screen: DeskScreen): (specialistId: string) => number {
  const shares = fairShares(screen);
  return (id) => Math.round(100 * (shares.get(id)?.share ?? 0));
}
