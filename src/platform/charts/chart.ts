/** What a chart shows, without how it is drawn. */
export type ChartSpec = SeriesSpec | IntervalSpec;

/** Figures with their uncertainty: a dot in an interval for each, one below the other. */
export interface IntervalSpec {
  readonly kind: 'intervals';
  readonly title: string;
  readonly axis: string;
  readonly unit: string;
  readonly categories: readonly string[];
  /** One for each category. */
  readonly figures: readonly { readonly value: number; readonly low: number; readonly high: number }[];
  /** What the three are called in the table. */
  readonly names: { readonly value: string; readonly low: string; readonly high: string };
}

export interface SeriesSpec {
  /** `lines`: a line for each series; `stacked`: bars that add up. */
  readonly kind: 'lines' | 'stacked';
  readonly title: string;
  /** What the categories are. */
  readonly axis: string;
  /** Of the values; `%` or a word, '' for none. */
  readonly unit: string;
  readonly categories: readonly string[];
  /** One value for each category; null where there is none. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** The top of the axis; chosen by the values if left out. */
  readonly most?: number;
}

/** An SVG that `drawChart` has drawn; no other text is ever sent as markup. */
export class Drawing {
  constructor(readonly svg: string) {}
}

/** A chart on a page: the drawing, and its figures as a table for whoever reads figures, or does not see. */
export interface ChartView {
  readonly title: string;
  readonly axis: string;
  readonly unit: string;
  readonly drawing: Drawing;
  readonly series: readonly { readonly name: string }[];
  readonly rows: readonly { readonly label: string; readonly values: readonly string[] }[];
}
