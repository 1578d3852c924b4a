/** SQL: the hours of an absence, from the table or its view under an alias such as `a.`; null for all day. */
export const HOURS_OF_ABSENCE = (alias: string): string =>
  `case when ${alias}from_time is not null then json_build_object('from', to_char(${alias}from_time, 'HH24:MI'),
     'to', to_char(${alias}to_time, 'HH24:MI')) end as hours`;
