/**
 * The typography of official documents; dated, because guidelines are replaced every few years. Lengths are in
 * millimetres (`…Mm`), font sizes and line heights in points.
 */
export interface DocumentLayout {
  readonly id: string;
  /** The first day of the guideline. */
  readonly since: string;
  readonly paperMm: { readonly width: number; readonly height: number };
  readonly marginsMm: Margins;
  /** A landscape page is a portrait page turned by 90°: its binding edge is at the top. */
  readonly landscapeMarginsMm: Margins;
  readonly headerMm: number;
  readonly motto: string;
  readonly sizes: {
    readonly body: number;
    readonly motto: number;
    readonly typeName: number;
    readonly abstract: number;
    readonly recipients: number;
    readonly table: number;
    readonly foot: number;
  };
  readonly line: number;
  readonly tableLine: number;
  /** Left and right padding of a cell: 1 mm. Word's default of 1.9 mm breaks words in narrow columns. */
  readonly tableInset: number;
  /** The smallest font size of tables. */
  readonly smallestTable: number;
  readonly paragraphGap: number;
  readonly indentMm: number;
}

interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const LAYOUTS = {
  '05-HD/VPTW': {
    id: '05-HD/VPTW',
    since: '2026-05-27',
    paperMm: { width: 210, height: 297 },
    marginsMm: { top: 20, bottom: 20, left: 30, right: 15 },
    landscapeMarginsMm: { top: 30, bottom: 15, left: 20, right: 20 },
    headerMm: 10,
    motto: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    sizes: { body: 14, motto: 15, typeName: 16, abstract: 14, recipients: 12, table: 12, foot: 9 },
    line: 18,
    tableLine: 15,
    tableInset: 2.85,
    smallestTable: 9,
    paragraphGap: 6,
    indentMm: 10,
  },
} as const satisfies Readonly<Record<string, DocumentLayout>>;

export type LayoutId = keyof typeof LAYOUTS;
export const CURRENT_LAYOUT: LayoutId = '05-HD/VPTW';
