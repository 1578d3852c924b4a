/**
 * SQL of every organisation with today's name; of one that has none today, because it has ended or begins later, the
 * last name. `is_in_use`: whether it has a name today.
 * @param now the parameter with the present instant, such as `$8`
 */
export function organisationsNamed(now: string): string {
  return `(
    select o.committee_id, o.id, o.code, o.kind, o.parent_id, o.name is not null as is_in_use,
      coalesce(o.name, l.name, o.code) as name, coalesce(o.short_name, l.short_name, o.code) as short_name
    from organisations_on((${now}::timestamptz at time zone committee_zone())::date) o
    left join lateral (
      select v.name, v.short_name from organisation_versions v
      where v.committee_id = o.committee_id and v.organisation_id = o.id
      order by v.valid_from desc limit 1) l on o.name is null)`;
}
