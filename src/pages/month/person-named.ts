import type { SpecialistRef } from '../../kernel/id.ts';
import type { MonthScreen } from './month-screen-read-model.ts';

export function personNamed(
  { people }: Pick<MonthScreen, 'people'>,
  specialistId: SpecialistRef,
): { readonly name: string; readonly department: string } {
  const person = people.find(({ id }) => id === specialistId);
  return { name: person?.name ?? '', department: person?.department ?? '' };
}
