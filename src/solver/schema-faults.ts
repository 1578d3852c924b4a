import type { ErrorObject } from 'ajv';
import type { Fault } from '../kernel/domain-error.ts';

/** A hostile file may have a million faults; this many tell enough. */
export const MOST_FAULTS = 200;

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
