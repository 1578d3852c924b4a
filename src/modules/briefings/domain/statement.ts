/** The lines of the visit list (annex I) that a statement is based on; each leads to its visit and its form. */
export type Sources = readonly number[];

/** A number as printed, with the counts behind it. */
export interface Figure {
  readonly figure: string;
  /** `141/143`; null for a plain count. */
  readonly ground: string | null;
  readonly sources: Sources;
}

export type Piece = string | Figure;

/** One or more sentences; each word and number carries its sources. */
export interface Statement {
  readonly pieces: readonly Piece[];
  readonly sources: Sources;
}

/**
 * A tag for template literals: say(sources)`Đã dự ${figure} lượt.` The sources of the statement are those given and
 * those of its figures.
 */
export function say(...own: readonly Sources[]) {
  return (texts: TemplateStringsArray, ...values: readonly (Piece | Statement)[]): Statement => {
    const statements = texts.flatMap((text, index): Statement[] => {
      const value = values[index];
      const before: Statement = { pieces: text === '' ? [] : [text], sources: [] };
      if (value === undefined) return [before];
      if (typeof value === 'object' && 'pieces' in value) return [before, value];
      return [before, { pieces: [value], sources: typeof value === 'string' ? [] : value.sources }];
    });
    return joined(statements, '', own);
  };
}

/** Concatenates statements; adjacent words become one piece. */
export function joined(statements: readonly Statement[], between = ' ', own: readonly Sources[] = []): Statement {
  const pieces: Piece[] = [];
  const add = (piece: Piece) => {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else if (piece !== '') pieces.push(piece);
  };
  statements.forEach((statement, index) => {
    if (index > 0) add(between);
    statement.pieces.forEach(add);
  });
  return { pieces, sources: union([...own, ...statements.map((each) => each.sources)]) };
}

/** `a, b và c`. */
export function listed(statements: readonly Statement[]): Statement {
  const last = statements.at(-1);
  if (statements.length < 2 || !last) return joined(statements);
  return joined([joined(statements.slice(0, -1), ', '), last], ' và ');
}

export function union(all: readonly Sources[]): Sources {
  return [...new Set(all.flat())].sort((a, b) => a - b);
}

/** The statement as plain text, with counts in brackets. */
export function textOf(statement: Statement): string {
  return statement.pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : piece.ground === null ? piece.figure : `${piece.figure} (${piece.ground})`,
    )
    .join('');
}
