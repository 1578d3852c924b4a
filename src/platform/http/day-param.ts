import { DomainError } from '../../kernel/domain-error.ts';
import { type Day, day } from '../../kernel/month.ts';

/** A day of a request. @throws DomainError input.invalid at this place, for the 31st of a shorter month */
export function dayParam(text: string, pointer: string): Day {
  try {
    return day(text);
  } catch {
    throw new DomainError('input.invalid', { count: 1 }, [{ pointer, code: 'isDay' }]);
  }
}
