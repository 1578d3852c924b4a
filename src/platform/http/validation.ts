import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError, type Fault } from '../../kernel/domain-error.ts';
import { pointerTo } from './readable-body.ts';

/** More faults than this would not help the sender. */
const MOST_FAULTS = 50;

/** Checks requests against their classes; unknown properties are refused, and each fault carries its JSON pointer. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => {
      const faults = errors.slice(0, MOST_FAULTS).flatMap((error) => faultsOf(error, ''));
      return new DomainError('input.invalid', { count: faults.length }, faults.slice(0, MOST_FAULTS));
    },
  });
}

function faultsOf(error: ValidationError, parent: string): Fault[] {
  const pointer = pointerTo(parent, error.property);
  const own = Object.keys(error.constraints ?? {}).map((code) => ({ pointer, code }));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}
