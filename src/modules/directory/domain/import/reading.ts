import type { CellValue } from '../../../../kernel/workbook.ts';
import type { ImportFaultCode, ImportFaultParams } from './fault.ts';

export type Misread = {
  [C in ImportFaultCode]: { readonly code: C; readonly params: ImportFaultParams[C] };
}[ImportFaultCode];

/** A possible but doubtful reading of a cell; the user is asked about its column. */
export type Doubt =
  | 'number_as_text'
  | 'letters_strange'
  | 'serial_day'
  | 'day_unseen'
  | 'number_rounded'
  | 'placeholder'
  | 'code_like_day'
  | 'people_several'
  | 'name_with_more';

export type Reading<T> = { readonly value: T; readonly doubt?: Doubt } | { readonly misread: Misread };

/** Turns a cell that is not empty into a value, or returns why it cannot. */
export type CellReader<T> = (cell: NonNullable<CellValue>) => Reading<T>;

export function misread<C extends ImportFaultCode>(
  code: C,
  params: ImportFaultParams[C],
): { readonly misread: Misread } {
  return { misread: { code, params } } as { readonly misread: Misread };
}
