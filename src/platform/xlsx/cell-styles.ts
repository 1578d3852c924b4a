import { walkXml } from './walk-xml.ts';
import { isTrue } from './workbook-parts.ts';

/** Formats that spreadsheet programs know by number (ECMA-376, 18.8.30). */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [37, '#,##0 ;(#,##0)'],
  [38, '#,##0 ;[Red](#,##0)'],
  [39, '#,##0.00;(#,##0.00)'],
  [40, '#,##0.00;[Red](#,##0.00)'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
]);

/** The appearance of cells with a style, as far as it matters for reading them. */
export interface CellStyle {
  readonly format: string;
  /** Whether the content is crossed out. */
  readonly isStruck: boolean;
  /** Whether texts are invisible: by a format without a section for texts, or as white on white. */
  readonly hidesText: boolean;
}

/** The appearance of each style, by its index. */
export function cellStyles(part: Uint8Array): CellStyle[] {
  const own = new Map<number, string>();
  const fonts: { isStruck: boolean; isWhite: boolean }[] = [];
  const fills: { isBlank: boolean }[] = [];
  const styles: Readonly<Record<string, string>>[] = [];
  let inside: string | null = null;
  walkXml(part, {
    open(name, attributes) {
      if (LISTS.has(name)) inside = name;
      else if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (inside === 'cellXfs' && name === 'xf') styles.push(attributes);
      else if (inside === 'fonts') noteFont(fonts, name, attributes);
      else if (inside === 'fills') noteFill(fills, name, attributes);
    },
    close(name) {
      if (name === inside) inside = null;
    },
  });
  return styles.map(({ numFmtId = '0', fontId = '0', fillId = '0' }) => {
    const format = own.get(Number(numFmtId)) ?? BUILT_IN.get(Number(numFmtId)) ?? nationalFormat(Number(numFmtId));
    const font = fonts[Number(fontId)];
    const isWhite = font?.isWhite === true && fills[Number(fillId)]?.isBlank !== false;
    return { format, isStruck: font?.isStruck === true, hidesText: isWhite || hidesTexts(format) };
  });
}

const LISTS = new Set(['fonts', 'fills', 'cellXfs', 'cellStyleXfs', 'dxfs']);

function noteFont(
  fonts: { isStruck: boolean; isWhite: boolean }[],
  name: string,
  attributes: Readonly<Record<string, string>>,
): void {
  const font = fonts.at(-1);
  if (name === 'font') fonts.push({ isStruck: false, isWhite: false });
  else if (name === 'strike' && font) font.isStruck = attributes['val'] === undefined || isTrue(attributes['val']);
  else if (name === 'color' && font) font.isWhite = isWhite(attributes);
}

/** With no colour or with white as background, white letters are invisible. */
function noteFill(fills: { isBlank: boolean }[], name: string, attributes: Readonly<Record<string, string>>): void {
  const fill = fills.at(-1);
  if (name === 'fill') fills.push({ isBlank: true });
  else if (name === 'patternFill' && fill) fill.isBlank = (attributes['patternType'] ?? 'none') === 'none';
  else if (name === 'gradientFill' && fill) fill.isBlank = false;
  else if (name === 'fgColor' && fill && isWhite(attributes)) fill.isBlank = true;
}

function isWhite({ rgb, theme, indexed, tint }: Readonly<Record<string, string>>): boolean {
  if (tint !== undefined && Number(tint) !== 0) return false;
  return /ffffff$/i.test(rgb ?? '') || theme === '0' || indexed === '1' || indexed === '9';
}

/** `;;;` has a section for texts that is empty. */
function hidesTexts(format: string): boolean {
  return /^;;;\s*$/.test(format);
}

/** Numbers 27 to 58 are reserved for East Asian calendars; all of them show a day. */
function nationalFormat(id: number): string {
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'dd/mm/yyyy' : 'General';
}
