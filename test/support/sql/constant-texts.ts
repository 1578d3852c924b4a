import ts from 'typescript';

type Known = ReadonlyMap<ts.Symbol, readonly string[]>;

const NOTHING: Known = new Map();
/** A text with more variants counts as built at run time. */
const MOST = 32;

/**
 * The texts that an expression can have, as far as the source determines them: literals, templates, constants,
 * functions of one expression, conditional expressions, and parameters of functions that are called in their own file.
 * Null where it depends on anything else.
 */
export class ConstantTexts {
  constructor(private readonly checker: ts.TypeChecker) {}

  of(node: ts.Expression, known: Known = NOTHING): readonly string[] | null {
    if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return [node.text];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
      return this.of(node.expression, known);
    }
    if (ts.isTemplateExpression(node)) {
      return this.joined(
        [[node.head.text]],
        ...node.templateSpans.map((span) => [this.of(span.expression, known), [span.literal.text]]),
      );
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return this.joined([this.of(node.left, known), this.of(node.right, known)]);
    }
    if (ts.isConditionalExpression(node)) {
      return eitherOf([this.of(node.whenTrue, known), this.of(node.whenFalse, known)]);
    }
    if (ts.isCallExpression(node)) return this.ofCall(node, known);
    return this.ofName(node, known);
  }

  private ofName(node: ts.Expression, known: Known): readonly string[] | null {
    const symbol = this.target(node);
    const given = symbol && known.get(symbol);
    if (given) return given;
    const literals = literalsOf(this.checker.getTypeAtLocation(node));
    if (literals) return literals;
    const declaration = symbol?.valueDeclaration;
    if (!symbol || !declaration) return null;
    if (ts.isParameter(declaration)) return this.ofParameter(declaration);
    const isConstant =
      ts.isPropertyAssignment(declaration) ||
      (ts.isVariableDeclaration(declaration) && (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0);
    return isConstant && declaration.initializer ? this.of(declaration.initializer, known) : null;
  }

  private ofCall(node: ts.CallExpression, known: Known): readonly string[] | null {
    const called = this.target(node.expression)?.valueDeclaration;
    const made = called && ts.isVariableDeclaration(called) ? called.initializer : called;
    if (!made || !(ts.isFunctionDeclaration(made) || ts.isArrowFunction(made)) || !made.body) return null;
    const [only] = ts.isBlock(made.body) ? made.body.statements : [];
    const value = ts.isBlock(made.body) ? only && ts.isReturnStatement(only) && only.expression : made.body;
    if (!value) return null;
    const inside = new Map<ts.Symbol, readonly string[]>();
    for (const [index, parameter] of made.parameters.entries()) {
      const argument = node.arguments[index] ?? parameter.initializer;
      const texts = argument && this.of(argument, known);
      const symbol = this.checker.getSymbolAtLocation(parameter.name);
      if (texts && symbol) inside.set(symbol, texts);
    }
    return this.of(value, inside);
  }

  /** The arguments of the calls in its own file. */
  private ofParameter(parameter: ts.ParameterDeclaration): readonly string[] | null {
    const called = parameter.parent;
    const index = called.parameters.indexOf(parameter);
    const found: (readonly string[] | null)[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && this.target(node.expression)?.valueDeclaration === called) {
        const argument = node.arguments[index] ?? parameter.initializer;
        found.push(argument ? this.of(argument) : null);
      }
      ts.forEachChild(node, visit);
    };
    visit(parameter.getSourceFile());
    return found.length > 0 ? eitherOf(found) : null;
  }

  private target(node: ts.Expression): ts.Symbol | undefined {
    const at = ts.isPropertyAccessExpression(node) ? node.name : node;
    const symbol = this.checker.getSymbolAtLocation(at);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  private joined(...groups: (readonly string[] | null)[][]): readonly string[] | null {
    let texts: readonly string[] = [''];
    for (const part of groups.flat()) {
      if (!part) return null;
      texts = texts.flatMap((text) => part.map((next) => text + next));
      if (texts.length > MOST) return null;
    }
    return texts;
  }
}

function eitherOf(choices: readonly (readonly string[] | null)[]): readonly string[] | null {
  return choices.every((choice) => choice !== null) ? [...new Set(choices.flat())] : null;
}

function literalsOf(type: ts.Type): readonly string[] | null {
  const types = type.isUnion() ? type.types : [type];
  const texts = types.map((each) => (each.isStringLiteral() || each.isNumberLiteral() ? String(each.value) : null));
  return texts.length > 0 && texts.every((text) => text !== null) ? texts : null;
}
