/** An error that the user can correct: a wrong word on the command line, or a file that cannot be used. */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  constructor(
    sentence: string,
    /** One line for each wrong place. */
    readonly places: readonly string[] = [],
  ) {
    super(sentence);
  }
}
