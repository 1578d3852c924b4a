import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility';
import type { LaidSheet, SheetPrint } from '../../kernel/workbook.ts';

const SHEET_ORDER = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
const WORKBOOK_ORDER = getOrderOfSiblings('xl/workbook.xml', 'workbook') ?? [];
const A4 = 9;
/** In inches, as the format wants. */
const MARGINS = 'left="0.5" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"';

/** Adds to a sheet's XML how it is printed. */
export function withPrintSetup(xml: string, print: SheetPrint | undefined): string {
  if (!print) return xml;
  // An ampersand begins a code in these texts.
  const top = sanitizeTextContent(print.top.replaceAll('&', '&&'));
  const parts = [
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<pageMargins ${MARGINS}/>`,
    `<pageSetup paperSize="${A4}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    `<headerFooter><oddHeader>&amp;L${top}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`,
  ];
  return parts.reduce(
    (sheet, part) => insertElementMarkupAccordingToOrderOfSiblings(sheet, part, SHEET_ORDER, 'worksheet'),
    xml,
  );
}

/** Names the rows that are repeated on each printed page of a sheet. */
export function withPrintedHeads(xml: string, sheets: readonly LaidSheet[]): string {
  const names = sheets.flatMap(({ name, print, headRow = 1 }, index) => {
    if (!print) return [];
    const rows = `'${name.replaceAll("'", "''")}'!$1:$${headRow}`;
    const attributes = `name="_xlnm.Print_Titles" localSheetId="${index}"`;
    return [`<definedName ${attributes}>${sanitizeTextContent(rows)}</definedName>`];
  });
  if (names.length === 0) return xml;
  const markup = `<definedNames>${names.join('')}</definedNames>`;
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, WORKBOOK_ORDER, 'workbook');
}
