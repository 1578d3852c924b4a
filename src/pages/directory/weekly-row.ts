import { addDays } from '../../kernel/month.ts';
import type { WeeklyAbsence } from '../../modules/directory/index.ts';
import type { WeeklyRow } from './absences.view.ts';

export function weeklyRow(
  { weekday, startsOn, endsBefore, hours, kind }: WeeklyAbsence,
  removeAction: string | null,
): WeeklyRow {
  return { weekday, from: startsOn, to: addDays(endsBefore, -1), hours, kind, removeAction };
}
