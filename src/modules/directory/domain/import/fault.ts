/** Everything that can be wrong in an import file, by code, with the facts for its sentence. */
export interface ImportFaultParams {
  not_the_template: Record<string, never>;
  csv_table_unknown: Record<string, never>;
  csv_too_many_cells: { found: number; usual: number };
  csv_rows_in_cell: Record<string, never>;
  version_missing: { known: number };
  version_unknown: { version: string; known: number };
  sheet_missing: Record<string, never>;
  sheet_unknown: { near: string | null };
  sheet_twice: Record<string, never>;
  sheet_empty: Record<string, never>;
  header_not_found: Record<string, never>;
  rows_above_header: { head: number };
  merged_cells: { range: string };
  column_unknown: { near: string | null };
  column_twice: { first: string };
  column_missing: Record<string, never>;
  cell_without_header: Record<string, never>;
  item_unknown: { near: string | null };
  item_missing: Record<string, never>;
  required: Record<string, never>;
  mail_missing: Record<string, never>;
  formula_failed: Record<string, never>;
  formula_without_result: Record<string, never>;
  too_long: { most: number };
  text_became_day: Record<string, never>;
  text_became_number: Record<string, never>;
  text_became_yes_or_no: Record<string, never>;
  letters_lost: Record<string, never>;
  letters_foreign: { letter: string; likely: string };
  code_malformed: Record<string, never>;
  code_look_alike: { letter: string; likely: string };
  code_became_number: Record<string, never>;
  not_a_mail: { near: string | null; letter: string | null };
  not_a_telephone: Record<string, never>;
  mails_several: { addresses: readonly string[] };
  /** `near`: the one number in what was written, such as 42 in “42 đồng chí”. */
  not_a_number: { near: number | null };
  place_in_one_cell: { lat: number; lng: number };
  /** `above`: what stands in the row before. */
  ditto: { above: string | null };
  number_ambiguous: { readings: readonly number[] };
  number_shown_otherwise: Record<string, never>;
  percent_unexpected: Record<string, never>;
  not_whole: Record<string, never>;
  out_of_range: { least: number; most: number };
  not_a_day: Record<string, never>;
  day_impossible: Record<string, never>;
  day_ambiguous: { readings: readonly string[] };
  day_with_time: Record<string, never>;
  /** `likely`: the day as the spreadsheets of Thailand count years; null where it is none. */
  day_buddhist: { likely: string | null };
  day_lunar: Record<string, never>;
  not_a_month: Record<string, never>;
  not_a_time: Record<string, never>;
  /** Hours from and to in one cell. */
  time_with_end: { from: string; to: string };
  /** A part of the day without an hour, with the hours that it can mean. */
  time_without_hour: { from: string; to: string };
  not_yes_or_no: Record<string, never>;
  not_a_choice: { choices: readonly string[]; near: string | null };
  meeting_day_malformed: Record<string, never>;
  months_malformed: Record<string, never>;
  weights_malformed: Record<string, never>;
  listed_twice: { item: string };
  duplicate: { otherRow: number };
  reference_unknown: { item: string; target: string; near: string | null };
  reference_ambiguous: { item: string; target: string };
  parent_cycle: { path: readonly string[] };
  root_missing: Record<string, never>;
  ends_before_start: { start: string };
  hours_end_before_start: { start: string };
  weekly_long: { most: number };
  weekly_none: Record<string, never>;
  pairing_one_person: Record<string, never>;
  hours_without_end: { other: string };
  hours_beside_part: { part: string };
  periods_overlap: { otherRow: number };
  less_than: { other: string; least: number };
  more_than: { other: string; most: number };
  sum_differs: { parts: readonly string[]; sum: number };
  place_incomplete: { other: string };
  zone_unknown: Record<string, never>;
  file_empty: Record<string, never>;
  organisation_ended: { organisation: string; to: string; branches: readonly string[] };
  organisation_begins_later: { organisation: string; from: string; branches: readonly string[] };
  committee_differs: { known: string };
}

export type ImportFaultCode = keyof ImportFaultParams;

/** Where in the user's file something is wrong, and what; the sentence is made where it is shown. */
export interface ImportFault<C extends ImportFaultCode = ImportFaultCode> {
  readonly sheet: string;
  /** The row number of the spreadsheet, from 1; null for the whole sheet. */
  readonly row: number | null;
  /** The column's letter. */
  readonly column: string | null;
  readonly header: string | null;
  /** The content as the user sees it. */
  readonly value: string | null;
  readonly code: C;
  readonly params: ImportFaultParams[C];
}

export type ImportPlace = Pick<ImportFault, 'sheet' | 'row' | 'column' | 'header' | 'value'>;

export function faultAt<C extends ImportFaultCode>(
  place: Partial<ImportPlace> & { sheet: string },
  code: C,
  params: ImportFaultParams[C],
): ImportFault<C> {
  return { row: null, column: null, header: null, value: null, ...place, code, params };
}
