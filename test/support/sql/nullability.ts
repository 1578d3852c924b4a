import type { PlanNode } from './query-plan.ts';

/** Whether a column of a result can be NULL: `unknown` for expressions that are not analysed. */
export type Nullability = 'never' | 'possible' | 'unknown';

/** Which columns of a table are declared NOT NULL. */
export type RequiredColumns = ReadonlyMap<string, ReadonlySet<string>>;

interface Scan {
  readonly table: string | null;
  /** The name of a part defined by `with`. */
  readonly part: string | null;
  /** Whether a join fills in NULL where it finds no row. */
  readonly isOptional: boolean;
}

/** Conditions that hold for every row that a node returns. */
const CONDITIONS = ['Filter', 'Index Cond', 'Hash Cond', 'Merge Cond', 'Join Filter', 'Recheck Cond'] as const;
/** Functions that return a value whenever their arguments are not NULL. */
const STRICT = /^(to_char|lower|upper|"left"|length|date_trunc|round|abs|unaccent|btrim|timezone)$/;
/** Functions that always return a value. */
const ALWAYS = /^(count|now|json_build_object|jsonb_build_object|row_number|current_database|clock_timestamp)$/;
/** Aggregates that return NULL for no rows. */
const AGGREGATE = /^(?:max|min|sum|avg|array_agg|json_agg|jsonb_agg|json_object_agg|string_agg|bool_or|bool_and)\(/;
const NAME = String.raw`(?:\w+|"[^"]+")`;
const COLUMN = new RegExp(String.raw`^(?:(${NAME})\.)?(${NAME})$`);
const LITERAL = /^(?:'(?:[^']|'')*'|-?\d+(?:\.\d+)?|true|false)$/;
const CAST = /^(.*)::[\w ".]+(?:\(\d+\))?(?:\[\])?$/s;
const OPERATOR = / (?:=|<>|<|>|<=|>=|\+|-|\*|\/|\|\||AND|OR|AT TIME ZONE|~~|\?) /;

/** The nullability of each column of a statement's result, from its plan, because PostgreSQL does not report it. */
export class PlanNullability {
  private readonly scans = new Map<string, Scan>();
  /** The plan of a subquery, by the name that expressions use. */
  private readonly subqueries = new Map<string, PlanNode>();
  private readonly present = new Set<string>();

  constructor(
    private readonly plan: PlanNode,
    private readonly required: RequiredColumns,
  ) {
    this.visit(plan, false, true);
  }

  /** In the order of the result; columns used only for sorting follow. */
  ofColumns(): Nullability[] {
    return (this.plan.Output ?? []).map((expression) => this.of(expression));
  }

  private visit(node: PlanNode, isOptional: boolean, asks: boolean): void {
    if (node.Alias !== undefined) {
      const table = node['Relation Name'] ?? null;
      this.scans.set(bare(node.Alias), { table, part: (node['CTE Name'] as string | undefined) ?? null, isOptional });
    }
    // A join condition does not hold for rows that an outer join keeps without a match.
    const keepsAll = isOptional || /Left|Right|Full|Anti/.test(node['Join Type'] ?? '');
    for (const key of CONDITIONS) {
      const condition = node[key];
      if (asks && typeof condition === 'string' && !(keepsAll && key !== 'Filter') && !isOptional) {
        this.note(condition, node);
      }
    }
    for (const child of node.Plans ?? []) {
      const relationship = child['Parent Relationship'];
      if (relationship === 'SubPlan' || relationship === 'InitPlan') {
        const name = String(child['Subplan Name']);
        this.subqueries.set(name, child);
        // Conditions inside a subquery do not hold for rows outside of it.
        this.visit(child, isOptional, asks && name.startsWith('CTE'));
        continue;
      }
      const join = node['Join Type'];
      const isFilled =
        join === 'Full' ||
        (join === 'Left' && relationship === 'Inner') ||
        (join === 'Right' && relationship === 'Outer');
      this.visit(child, isOptional || isFilled, asks);
    }
  }

  /** Columns that a condition would reject if they were NULL. */
  private note(condition: string, { Alias }: PlanNode): void {
    for (const part of conjunctsOf(condition)) {
      const compared = /^(.+?) (?:=|<>|<|>|<=|>=|~~) (.+)$/s.exec(part);
      const sides = compared ? compared.slice(1) : [/^(.+) IS NOT NULL$/s.exec(part)?.[1] ?? ''];
      for (const side of sides) {
        const [, alias = Alias, column] = COLUMN.exec(unwrapped(side)) ?? [];
        if (column !== undefined) this.present.add(`${bare(alias ?? '')}.${bare(column)}`);
      }
    }
  }

  private of(expression: string): Nullability {
    const text = unwrapped(expression);
    if (
      LITERAL.test(text) ||
      / IS (?:NOT )?NULL$/.test(text) ||
      /^(?:NOT )?(?:EXISTS|ARRAY)\(SubPlan \d+\)$/.test(text)
    ) {
      return 'never';
    }
    const subquery =
      /^(?:\((SubPlan \d+)\)|SubPlan \d+|\((InitPlan \d+)\)\.col1)$/.exec(text) ?? /^(SubPlan \d+)$/.exec(text);
    if (subquery) return this.ofSubquery(subquery[1] ?? subquery[2] ?? subquery[0]);
    const column = COLUMN.exec(text);
    if (column) return this.ofColumn(column[1], column[2] ?? '');
    if (text.startsWith('count(') && / FILTER \(/.test(text)) return 'never';
    const [name, ...given] = callIn(text);
    if (name === 'COALESCE') return given.some((each) => this.of(each) === 'never') ? 'never' : 'unknown';
    if (name !== undefined && ALWAYS.test(name)) return 'never';
    if (name !== undefined && STRICT.test(name)) return this.ofAll(given);
    const operands = topLevel(text, OPERATOR);
    return operands.length > 1 ? this.ofAll(operands) : 'unknown';
  }

  /** A scalar subquery: NULL where it finds no row, except for an aggregate without grouping. */
  private ofSubquery(name: string): Nullability {
    const node = this.subqueries.get(name);
    const [value] = node?.Output ?? [];
    if (!node || value === undefined) return 'unknown';
    if (
      node['Node Type'] === 'Result' &&
      !node.Plans?.some((child) => !isSubquery(child)) &&
      !node['One-Time Filter']
    ) {
      return this.of(value);
    }
    const isWhole = node['Node Type'] === 'Aggregate' && node['Group Key'] === undefined;
    if (!isWhole) return 'possible';
    const text = unwrapped(value);
    return AGGREGATE.test(text) ? 'possible' : this.of(text);
  }

  private ofAll(expressions: readonly string[]): Nullability {
    return expressions.every((each) => this.of(each) === 'never') ? 'never' : 'unknown';
  }

  /** Unqualified where the statement reads a single table. */
  private ofColumn(alias: string | undefined, column: string): Nullability {
    const only = [...this.scans].filter(([, { table }]) => table !== null);
    const [key, scan] =
      alias === undefined ? (only.length === 1 ? (only[0] ?? []) : []) : [bare(alias), this.scans.get(bare(alias))];
    if (key === undefined || !scan) return 'unknown';
    if (scan.isOptional) return 'possible';
    if (scan.table === null) return this.ofPart(scan.part, bare(column));
    const columns = this.required.get(scan.table);
    if (!columns) return 'unknown';
    return columns.has(bare(column)) || this.present.has(`${key}.${bare(column)}`) ? 'never' : 'possible';
  }

  /** A column of a part defined by `with`, if the part returns it unchanged. */
  private ofPart(part: string | null, column: string): Nullability {
    const output = part === null ? [] : (this.subqueries.get(`CTE ${part}`)?.Output ?? []);
    const passed = output.filter((each) => bare(COLUMN.exec(each)?.[2] ?? '') === column);
    return passed.length === 1 && passed[0] !== undefined ? this.of(passed[0]) : 'unknown';
  }
}

function isSubquery(node: PlanNode): boolean {
  return node['Parent Relationship'] === 'SubPlan' || node['Parent Relationship'] === 'InitPlan';
}

function bare(name: string): string {
  return name.replace(/^"|"$/g, '');
}

/** Without enclosing parentheses and casts. */
function unwrapped(expression: string): string {
  const text = expression.trim();
  const cast = CAST.exec(text);
  if (
    cast?.[1] !== undefined &&
    isBalanced(cast[1]) &&
    (COLUMN.test(cast[1]) || LITERAL.test(cast[1]) || cast[1].startsWith('('))
  ) {
    return unwrapped(cast[1]);
  }
  return text.startsWith('(') && text.endsWith(')') && isBalanced(text.slice(1, -1))
    ? unwrapped(text.slice(1, -1))
    : text;
}

/** Whether parentheses are balanced and never close before they open. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text.replace(/'(?:[^']|'')*'/g, '')) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The parts between separators outside of parentheses and string literals. */
function topLevel(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of text.split(new RegExp(`(${separator.source})`))) {
    const isSeparator = separator.test(piece) && piece.replace(separator, '') === '';
    if (isSeparator && isBalanced(part) && (part.match(/'/g) ?? []).length % 2 === 0) {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part];
}

function conjunctsOf(condition: string): string[] {
  const parts = topLevel(unwrapped(condition), / AND /).map(unwrapped);
  return parts.length > 1 ? parts.flatMap(conjunctsOf) : parts;
}

/** The name of the called function and its arguments; empty for other expressions. */
function callIn(text: string): string[] {
  const [, name, given] = /^("?\w+"?)\((.*)\)$/s.exec(text) ?? [];
  if (name === undefined || given === undefined || !isBalanced(given)) return [];
  return [name, ...topLevel(given, /, /)];
}
