import type { PlanHeader } from '../../modules/planning/index.ts';
import type { MonthScreen } from './month-screen-read-model.ts';
import type { DifferenceView } from './month.view.ts';

/** Who goes where in one plan and not in another, in order of time; null where nothing differs. */
export function differenceView(
  { meetings, people }: Pick<MonthScreen, 'meetings' | 'people'>,
  difference: PlanHeader['difference'],
): DifferenceView | null {
  if (!difference || difference.meetings.length === 0) return null;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '');
  const changed = new Map(difference.meetings.map((one) => [one.meetingId, one]));
  return {
    visitsBefore: difference.visitsBefore,
    visitsAfter: difference.visitsAfter,
    meetings: meetings.flatMap(({ id, branch, day }) => {
      const one = changed.get(id);
      return one ? [{ meetingId: id, branch, day, before: named(one.before), after: named(one.after) }] : [];
    }),
  };
}
