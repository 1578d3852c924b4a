import { writtenTime } from '../../../kernel/month.ts';
import type { PolicyField, PolicyValue, PolicyValues } from './policy-field.ts';

/** A fault in a value, for the sentence under its field. */
export interface PolicyFault {
  readonly field: PolicyField;
  readonly code: 'whole' | 'needed' | 'time' | 'choice';
}

export type Reading = { readonly value: PolicyValue } | { readonly code: PolicyFault['code'] };

/** Reads typed or sent values of those fields that are present. */
export function readValues(
  fields: readonly PolicyField[],
  given: Readonly<Record<string, unknown>>,
): { readonly values: PolicyValues; readonly faults: readonly PolicyFault[] } {
  const values: Record<string, PolicyValue> = {};
  const faults: PolicyFault[] = [];
  for (const field of fields) {
    if (!(field.key in given)) continue;
    const reading = readValue(field, given[field.key]);
    if ('code' in reading) faults.push({ field, code: reading.code });
    else values[field.key] = reading.value;
  }
  return { values, faults };
}

export function readValue(field: PolicyField, given: unknown): Reading {
  if (field.kind === 'yes_no') {
    if (given === true || given === 'yes') return { value: true };
    return given === false || given === 'no' ? { value: false } : { code: 'choice' };
  }
  const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : '';
  if (text === '') {
    const isEmpty = given === null || typeof given === 'string';
    const mayBeEmpty = (field.kind === 'whole' || field.kind === 'choice') && field.isOptional === true;
    return isEmpty && mayBeEmpty ? { value: null } : { code: 'needed' };
  }
  switch (field.kind) {
    case 'whole': {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
      return value >= field.least && value <= field.most ? { value } : { code: 'whole' };
    }
    case 'time': {
      const value = writtenTime(text);
      return value === null ? { code: 'time' } : { value };
    }
    case 'choice':
      return field.options.includes(text) ? { value: text } : { code: 'choice' };
  }
}
