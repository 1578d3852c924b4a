/**
 * Every error that a user may meet, as code → facts. Each module adds its own by declaration merging beside the texts:
 * `declare module '../../kernel/domain-error.ts' { interface ErrorParams { 'visit.not_found': { visitId: VisitId } } }`.
 */
export interface ErrorParams {
  /** Several places of an input are wrong; the faults say which. */
  'input.invalid': { count: number };
}

/** The facts of an error whose code says it all. */
export type NoFacts = Readonly<Record<string, never>>;

export type ErrorCode = keyof ErrorParams & string;

/** Points at one place of the input: a JSON pointer, a code and the facts of it. */
export interface Fault {
  readonly pointer: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A fact, never a sentence: sentences are made at the border, in the reader's language. */
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
