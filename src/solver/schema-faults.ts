import type { ErrorObject } from 'ajv';
import { DomainError, type Fault } from '../kernel/domain-error.ts';

/** A hostile file may have a million faults; this many are reported. */
export const MOST_FAULTS = 200;

/** Reading recurses as deep as its input; a file nested thousands of levels deep is refused. */
export function orTooDeep<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name !== 'RangeError') throw error;
    throw new DomainError('input.invalid', { count: 1 }, [{ pointer: '', code: 'schema.too_deep', params: {} }]);
  }
}

/**
 * What a JSON Schema refused, as faults: the code is `schema.` and the keyword, the pointer leads to the wrong place.
 */
export function faultsOf(errors: readonly ErrorObject[]): Fault[] {
  return errors.map(({ instancePath, keyword, params }) => ({
    pointer: instancePath + place(keyword, params),
    code: `schema.${keyword}`,
    params: params as Record<string, unknown>,
  }));
}

/**
 * For a missing or unknown property, and for one that selects a variant, the pointer leads to that property, not to its
 * object.
 */
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
