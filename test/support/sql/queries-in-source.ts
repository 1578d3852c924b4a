import { join, relative } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../../src/platform/project-root.ts';
import { ConstantTexts } from './constant-texts.ts';

/** A call that sends SQL to the database. */
export interface SourceQuery {
  /** `src/….ts:12` */
  readonly at: string;
  /** `src/….ts` */
  readonly file: string;
  /** All texts that it may send; null where they are built at run time. */
  readonly texts: readonly string[] | null;
  /** The declared type of a row; null where the rows are not used. */
  readonly row: readonly DeclaredColumn[] | null;
}

export interface DeclaredColumn {
  readonly name: string;
  readonly isNullable: boolean;
  /** `string`, `number`, `boolean`, `Date`, `Uint8Array`, one of these with `[]`, `anything`, or `other`. */
  readonly types: readonly string[];
}

/** All queries in the sources of the service. */
export function queriesInSource(): SourceQuery[] {
  const { config } = ts.readConfigFile(join(projectRoot, 'src/tsconfig.build.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, join(projectRoot, 'src'));
  const program = ts.createProgram(fileNames, { ...options, noEmit: true, incremental: false });
  const checker = program.getTypeChecker();
  const texts = new ConstantTexts(checker);
  const queries: SourceQuery[] = [];
  for (const source of program.getSourceFiles()) {
    const file = relative(projectRoot, source.fileName);
    if (!file.startsWith('src/')) continue;
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (!ts.isCallExpression(node)) return;
      const called = node.expression;
      const name = ts.isPropertyAccessExpression(called)
        ? called.name.text
        : ts.isIdentifier(called)
          ? called.text
          : '';
      const [first] = node.arguments;
      if (name !== 'query' || !first) return;
      const { line } = source.getLineAndCharacterOfPosition(first.getStart());
      queries.push({ at: `${file}:${line + 1}`, file, texts: texts.of(first), row: rowOf(node, checker) });
    };
    visit(source);
  }
  return queries;
}

function rowOf(call: ts.CallExpression, checker: ts.TypeChecker): DeclaredColumn[] | null {
  const signature = checker.getResolvedSignature(call);
  const answer = signature && checker.getAwaitedType(checker.getReturnTypeOfSignature(signature));
  const rows = answer && answer.getProperty('rows');
  const list = rows ? checker.getTypeOfSymbol(rows) : answer;
  const row = list && checker.isArrayType(list) ? checker.getTypeArguments(list as ts.TypeReference)[0] : undefined;
  if (!row || (row.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) return null;
  return checker.getPropertiesOfType(row).map((property) => {
    const type = checker.getTypeOfSymbol(property);
    const parts = type.isUnion() ? type.types : [type];
    const isNull = (part: ts.Type) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0;
    return {
      name: property.name,
      isNullable: parts.some(isNull) || (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0,
      types: [...new Set(parts.filter((part) => !isNull(part)).map((part) => kindOf(part, checker)))],
    };
  });
}

function kindOf(type: ts.Type, checker: ts.TypeChecker): string {
  const is = (flags: ts.TypeFlags) => (type.flags & flags) !== 0;
  if (is(ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter)) return 'anything';
  if (is(ts.TypeFlags.StringLike)) return 'string';
  if (is(ts.TypeFlags.NumberLike)) return 'number';
  if (is(ts.TypeFlags.BooleanLike)) return 'boolean';
  // A branded type is an intersection of its base type and a brand.
  if (type.isIntersection()) {
    return type.types.map((part) => kindOf(part, checker)).find((kind) => kind !== 'other') ?? 'other';
  }
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    const kind = element ? kindOf(element.isUnion() ? (element.types[0] ?? element) : element, checker) : 'other';
    return kind === 'other' ? 'other' : `${kind}[]`;
  }
  const name = type.symbol?.name;
  if (name === 'Date') return 'Date';
  return name === 'Buffer' || name === 'Uint8Array' ? 'Uint8Array' : 'other';
}
