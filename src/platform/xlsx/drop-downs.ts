import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';

import { columnLetter, type DropDown } from '../../kernel/workbook.ts';

const SHEET_ORDER = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
/** Excel refuses to open a file with a longer inline list. */
const LONGEST_LIST = 255;

/** Adds drop-down lists to the sheet's XML; a value that is not in the list can still be typed. */
export function withDropDowns(xml: string, dropDowns: readonly DropDown[]): string {
  if (dropDowns.length === 0) return xml;
  const rules = dropDowns.map(
    (dropDown) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${spanOf(dropDown.column, dropDown.rows)}">` +
      `<formula1>${sanitizeTextContent(formulaOf(dropDown))}</formula1></dataValidation>`,
  );
  const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`;
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, SHEET_ORDER, 'worksheet');
}

function spanOf(column: number, [first, last]: readonly [number, number]): string {
  const letter = columnLetter(column);
  return `${letter}${first}:${letter}${last}`;
}

function formulaOf({ choices }: DropDown): string {
  if ('sheet' in choices) {
    const letter = columnLetter(choices.column);
    const [first, last] = choices.rows;
    return `'${choices.sheet.replaceAll("'", "''")}'!$${letter}$${first}:$${letter}$${last}`;
  }
  const list = choices.join(',');
  if (list.length > LONGEST_LIST || choices.some((choice) => /[,"]/.test(choice))) {
    throw new Error('a list of choices this long or with commas must stand in a sheet');
  }
  return `"${list}"`;
}
