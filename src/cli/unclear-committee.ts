import { BadInput } from './bad-input.ts';

/** The error of a command that needs a committee and was not told which. */
export function unclearCommittee(codes: readonly string[]): BadInput {
  return new BadInput(
    codes.length === 0
      ? 'There is no committee yet. Set one up on the first page of the service.'
      : `--committee wants one of ${codes.join(', ')}.`,
  );
}
