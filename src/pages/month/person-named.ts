import type { MonthScreen } from './month-screen-read-model.ts';

export function personNamed(
  { people }: Pick<MonthScreen, 'people'>,
  specialistId: string,
): { readonly name: string; readonly department: string } {
  const person = people.find(({ id }) => id === specialistId);
  return { name: person?.name ?? '', department: person?.department ?? '' };
}
