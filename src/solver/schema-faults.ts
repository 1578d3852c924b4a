import type { ErrorObject } from 'ajv';
import { DomainError, type Fault } from '../kernel/domain-error.ts';

/** A hostile file may have a million faults; this many tell enough. */
export const MOST_FAULTS = 200;

/** Reading recurses as deep as its input; a file that is nested thousands of times is no honest one. */
export function orTooDeep<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name !== 'RangeError') throw error;
    throw new DomainError('input.invalid', { count: 1 }, [{ pointer: '', code: 'schema.too_deep', params: {} }]);
  }
}

/** What a JSON Schema refused, as faults: `schema.` and the keyword, at the place that is wrong. */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  return errors.map(({ instancePath, keyword, params }) => ({
    pointer: instancePath + place(keyword, params),
    code: `schema.${keyword}`,
    params: params as Record<string, unknown>,
  }));
}

/** A missing, unknown or deciding property is pointed at itself, not at what contains it. */
function place(keyword: string, params: Record<string, unknown>): string {
  const property =
    keyword === 'required'
      ? params['missingProperty']
      : keyword === 'additionalProperties'
        ? params['additionalProperty']
        : keyword === 'discriminator'
          ? params['tag']
          : null;
  return typeof property === 'string' ? `/${property.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
}
