import type pg from 'pg';

/** A node of the plan of a statement; views are replaced by their tables. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Join Type'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Relation Name'?: string;
  readonly Alias?: string;
  readonly Output?: readonly string[];
  readonly Plans?: readonly PlanNode[];
  readonly [condition: string]: unknown;
}

/** @throws PostgreSQL's error for an invalid statement */
export async function planOf(client: pg.Client, text: string): Promise<PlanNode | null> {
  const explained = `explain (generic_plan, verbose, costs off, format json) ${text}`;
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan?: PlanNode }[] }>(explained);
  return rows[0]?.['QUERY PLAN'][0]?.Plan ?? null;
}
