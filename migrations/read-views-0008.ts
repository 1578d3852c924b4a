/**
 * Views and functions by which modules read each other's tables. A view runs with the rights of its reader, so that
 * row-level security applies; a function of a day is inlined like a view.
 */
interface ReadView {
  readonly name: string;
  readonly sql: string;
}

const view = (name: string, select: string): ReadView => ({
  name,
  sql: `create view ${name} with (security_invoker = true) as ${select}; grant select on ${name} to giaoban_app;`,
});

/** Of identity. */
const identity: readonly ReadView[] = [
  view(
    'acting_committee',
    `select id, code, name, time_zone, is_sample, labels from committees where id = current_committee()`,
  ),
  view('account_names', `select id, name from accounts`),
  view(
    'specialist_accounts',
    `select m.committee_id, m.specialist_id, a.id as account_id, a.email, a.name, a.locale,
       a.disabled_at is null as is_open
     from memberships m join accounts a on a.id = m.account_id where m.role = 'specialist'`,
  ),
];

/** Of the directory. */
const directory: readonly ReadView[] = [
  view(
    'branch_profiles',
    `select committee_id, id, code, name, short_name, organisation_id, type, address, lat, lng, members, secretary_name,
       weak_fields, archived_at is null as in_use
     from branches`,
  ),
  // When the branches in use meet, as rules.
  view(
    'branch_meeting_rules',
    `select committee_id, id as branch_id, meeting_day, meeting_time, meeting_minutes, rolls_forward, thematic_months,
       thematic_day
     from branches where archived_at is null`,
  ),
  view(
    'specialist_profiles',
    `select s.committee_id, s.id, s.code, s.name, s.given_name, s.title, s.email, s.department_id,
       d.name as department, d.short_name as department_short, s.fields, s.min_visits, s.max_visits, s.target_visits,
       s.carried_balance, s.may_lead, s.own_branch_id, s.residence_branch_id, s.lat, s.lng, s.archived_at is null as in_use
     from specialists s join departments d on d.committee_id = s.committee_id and d.id = s.department_id`,
  ),
  view('specialist_absences', `select committee_id, specialist_id, starts_on, ends_before, kind from absences`),
  view('specialist_conflicts', `select committee_id, specialist_id, branch_id from conflicts_of_interest`),
  view(
    'department_names',
    `select committee_id, id, code, name, short_name, position, archived_at is null as in_use from departments`,
  ),
  view('field_names', `select committee_id, code, name, position from fields`),
];

/** Of the meetings; the day is in the committee's zone, and a meeting without a place has its branch's. */
const meetings: readonly ReadView[] = [
  view(
    'month_meetings',
    `select m.committee_id, m.id, m.month, m.branch_id, (m.starts_at at time zone c.time_zone)::date as day,
       m.starts_at, m.ends_at, m.kind, m.state, coalesce(nullif(m.place, ''), b.address) as place
     from meetings m join committees c on c.id = m.committee_id
     join branch_profiles b on b.committee_id = m.committee_id and b.id = m.branch_id`,
  ),
  view('public_holidays', `select committee_id, day, name from holidays`),
];

/** Of the visits. */
const visits: readonly ReadView[] = [
  // Visits of the service's own months: each belongs to a plan of its month, whichever plan is published now.
  view(
    'month_visits',
    `select committee_id, id, month, meeting_id, branch_id, specialist_id, plan_id, held_on, kind, state, leads,
       decline_reason, answered_at, attendance_present, attendance_of, speakers, score, calendar_sequence, revision,
       visit_is_assigned(state) as is_assigned, visit_holds_seat(state) as holds_seat,
       visit_takes_place(state) as takes_place, visit_is_attended(state) as is_attended
     from visits where meeting_id is not null`,
  ),
  // Where people are or were on each day, with the visits that an import brought.
  view(
    'visit_history',
    `select committee_id, id, branch_id, specialist_id, held_on, kind from visits where visit_takes_place(state)`,
  ),
];

/** Of planning. */
const planning: readonly ReadView[] = [
  // The plan of each month that applies: the published one, or before that the chosen variant.
  view(
    'month_plans',
    `select committee_id, month, id as plan_id, name, state, people, published_at, published_by, notice_id
     from plans p
     where state = 'published' or (is_chosen and state in ('draft', 'submitted', 'approved') and not exists (
       select 1 from plans q where q.committee_id = p.committee_id and q.month = p.month and q.state = 'published'))`,
  ),
  view(
    'month_publications',
    `select committee_id, month, id as plan_id, people, published_at, published_by, notice_id
     from plans where state = 'published'`,
  ),
  view('month_pins', `select committee_id, month, meeting_id, specialist_id, kind from pins`),
];

const VIEWS = [...identity, ...directory, ...meetings, ...visits, ...planning];

/** Functions that views and read models share. */
const FUNCTIONS = `
  -- Of identity: the zone in which the acting committee's days are counted.
  create function committee_zone() returns text stable parallel safe language sql
    return (select time_zone from committees where id = current_committee());

  -- Of the directory: every organisation with the name and the place in the tree that it has on a day; both are null
  -- where none is known of that day.
  create function organisations_on(day date)
    returns table (committee_id uuid, id uuid, code text, kind text, parent_id uuid, name text, short_name text)
    stable parallel safe language sql as $$
      select o.committee_id, o.id, o.code, o.kind, v.parent_id, v.name, v.short_name
      from organisations o left join organisation_versions v on v.committee_id = o.committee_id and v.organisation_id = o.id
        and v.valid_from <= day and (v.valid_before is null or v.valid_before > day) $$;

  -- Whole months from a day's month to that of another.
  create function months_between(past date, later date) returns integer immutable strict parallel safe language sql
    return ((extract(year from later) - extract(year from past)) * 12 + extract(month from later) - extract(month from past))::integer;

  -- Of the visits: what the states mean, as visits/domain/visit-state.ts has it.
  create function visit_is_assigned(state text) returns boolean immutable parallel safe language sql
    return state in ('offered', 'accepted', 'declined', 'done', 'missed');
  create function visit_holds_seat(state text) returns boolean immutable parallel safe language sql
    return state in ('offered', 'accepted', 'done', 'missed');
  create function visit_takes_place(state text) returns boolean immutable parallel safe language sql
    return state in ('offered', 'accepted', 'done');
  create function visit_is_attended(state text) returns boolean immutable parallel safe language sql
    return state = 'done';
`;

export const createReadViews = FUNCTIONS + VIEWS.map(({ sql }) => sql).join('\n');

export const dropReadViews = `
  ${[...VIEWS]
    .reverse()
    .map(({ name }) => `drop view ${name};`)
    .join('\n  ')}
  drop function visit_is_attended(text);
  drop function visit_takes_place(text);
  drop function visit_holds_seat(text);
  drop function visit_is_assigned(text);
  drop function organisations_on(date);
  drop function months_between(date, date);
  drop function committee_zone();
`;
