import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import ts from 'typescript';
import { IMPORT_TABLE_NAMES } from '../../src/modules/directory/domain/changes/import-tables.ts';
import { projectRoot } from '../../src/platform/project-root.ts';
import { onDatabase } from '../support/postgres.ts';
import { cloneDatabase } from '../support/template.ts';

/**
 * The tables of each part: only its files may name them; other parts read the views and functions that it publishes.
 */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  'modules/audit': ['audit_entries', 'audit_details'],
  'modules/availability': ['availability_rounds', 'availability_replies', 'availability_links', 'day_preferences'],
  'modules/briefings': ['briefings', 'briefing_policies'],
  'modules/calibrations': ['calibrations', 'linkage_wishes'],
  'modules/directory': [
    'fields',
    'branch_types',
    'organisations',
    'organisation_versions',
    'departments',
    'branches',
    'specialists',
    'absences',
    'weekly_absences',
    'pairings',
    'conflicts_of_interest',
    'imports',
    'import_changes',
  ],
  'modules/documents': ['document_numbers', 'documents', 'signed_copies'],
  'modules/engine': ['engine_solves'],
  'modules/evaluations': [
    ...['rubrics', 'rubric_drafts', 'form_templates', 'form_template_drafts'],
    ...['drafts', 'submissions', 'form_reminders', 'rating_decisions', 'rating_policies'],
  ],
  'modules/identity': [
    'committees',
    'accounts',
    'memberships',
    'sessions',
    'sign_in_links',
    'device_secrets',
    'disabled_accounts',
    'deputies',
  ],
  'modules/meetings': ['meetings', 'holidays', 'calendar_changes', 'meeting_inquiries', 'meeting_links'],
  'modules/notifications': [
    'mails',
    'mail_bounces',
    'calendar_replies',
    'stray_mails',
    'webhooks',
    'message_choices',
    'webhook_messages',
    'mail_holds',
    'calendar_addresses',
  ],
  'modules/swaps': ['swaps'],
  'modules/planning': [
    'backtests',
    'planning_policies',
    'policy_trials',
    'policy_trial_plans',
    'replans',
    'amendments',
    'plans',
    'plan_solutions',
    'plan_assignments',
    'plan_decisions',
    'plan_edits',
    'plan_reviews',
    'month_shares',
  ],
  'modules/setup': ['setup_code'],
  'modules/visits': ['visits', 'findings', 'duty_policies', 'visit_invitations', 'kept_visits'],
  'platform/clock': ['office_clock'],
  'platform/database': ['migrations'],
  'platform/events': ['events', 'event_deliveries'],
  'platform/http': ['rate_limits'],
  'platform/jobs': ['jobs', 'schedule_claims'],
  'platform/progress': ['job_progress'],
};

/**
 * The one file that names tables of other parts. An import is one list of changed rows, written in the order in which
 * the tables refer to each other, recorded row by row and taken back exactly. Through the faces of four modules it
 * would be the same list in four pieces, without that order.
 */
const IMPORT = 'modules/directory/infra/repositories/directory.ts';
const IMPORTED: readonly string[] = ['committees', 'holidays', 'visits', 'findings'];

const ownerOf = new Map(Object.entries(OWNERS).flatMap(([part, tables]) => tables.map((table) => [table, part])));
const files = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.spec\.ts$|messages\.ts$|^browser\//.test(file),
);
const texts = files.flatMap((file) => textsOf(file).map((text) => ({ file, text })));

describe('every table', () => {
  it('has one owner', async () => {
    const names = await relations('r');
    expect([...ownerOf.keys()].sort()).toEqual(names);
    expect(Object.values(OWNERS).flat()).toHaveLength(ownerOf.size);
  });

  it('is named by its owner alone', () => {
    const foreign = texts.flatMap(({ file, text }) =>
      [...tablesIn(text)]
        .filter((table) => !file.startsWith(`${ownerOf.get(table) ?? ''}/`))
        .filter((table) => file !== IMPORT || !IMPORTED.includes(table))
        .map((table) => `${file}: ${table} of ${ownerOf.get(table) ?? ''}`),
    );
    expect([...new Set(foreign)]).toEqual([]);
  });

  it('is written by its owner, and four by imports', () => {
    expect(IMPORT_TABLE_NAMES.filter((table) => ownerOf.get(table) !== 'modules/directory')).toEqual(IMPORTED);
  });
});

describe('every view', () => {
  it('is read by somebody', async () => {
    const readers = texts.map(({ text }) => text).join('\n');
    const unread = (await relations('v')).filter((view) => !new RegExp(`\\b${view}\\b`).test(readers));
    expect(unread).toEqual([]);
  });
});

/** The texts of a file that may be SQL or part of it; values inserted into templates are left out. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(projectRoot, 'src', file), 'utf8'),
    ts.ScriptTarget.ES2022,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' $ '));
    }
    if (
      ts.isDecorator(node) &&
      ts.isCallExpression(node.expression) &&
      node.expression.expression.getText(source) === 'Entity'
    ) {
      const [name] = node.expression.arguments;
      if (name && ts.isStringLiteral(name)) found.push(`from ${name.text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The tables named where SQL expects a table. */
function tablesIn(sql: string): Set<string> {
  const common = new Set([...sql.matchAll(/(\w+)\s+as\s+(?:not\s+)?(?:materialized\s+)?\(/g)].map(([, name]) => name));
  const named = [
    ...sql.matchAll(
      /\b(?:from|join|into|update|using|only|table|analyze|truncate)\s+(?:lateral\s+)?([a-z_]+)\b(?!\s*\()/g,
    ),
    ...sql.matchAll(/\bfrom\s+[a-z_]+(?:\s+[a-z]+)?\s*,\s*([a-z_]+)\b(?!\s*[(.])/g),
    ...sql.matchAll(/::([a-z_]+)\b/g),
  ].map(([, name]) => name ?? '');
  return new Set(named.filter((name) => ownerOf.has(name) && !common.has(name)));
}

async function relations(kind: 'r' | 'v'): Promise<string[]> {
  const database = await cloneDatabase();
  try {
    const { rows } = await onDatabase(database.url, (client: pg.Client) =>
      client.query<{ name: string }>(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = $1 order by 1`,
        [kind],
      ),
    );
    return rows.map(({ name }) => name).sort();
  } finally {
    await database.drop();
  }
}
