/**
 * Every error that a user may meet, by code, with the type of its facts. Each module adds its own by declaration
 * merging beside its texts: `declare module '../../kernel/domain-error.ts' { interface ErrorParams { 'visit.not_found':
 * { visitId: VisitId } } }`.
 */
export interface ErrorParams {
  /** One or more places of an input are wrong; the error's `faults` list them. */
  'input.invalid': { count: number };
}

/** The parameters of an error that has none. */
export type NoFacts = Readonly<Record<string, never>>;

export type ErrorCode = keyof ErrorParams & string;

/** One wrong place of the input: a JSON pointer, a code and its parameters. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * An error as code and parameters, never as a sentence: sentences are made where the error leaves the service, in the
 * reader's language.
 */
export class DomainError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: C,
    readonly params: ErrorParams[C],
    readonly faults: readonly Fault[] = [],
  ) {
    super(code);
  }
}

export function isDomainError<C extends ErrorCode>(error: unknown, code?: C): error is DomainError<C> {
  return error instanceof DomainError && (code === undefined || error.code === code);
}
