import { cleanLine, cleanText } from './clean-text.ts';
import type {
  ComposedBars,
  ComposedBlock,
  ComposedRow,
  ComposedRun,
  ComposedRuns,
  ComposedTable,
  HeaderCell,
} from './composed-document.ts';
import { letter, roman } from './office-numbering.ts';
import type {
  BarChart,
  Block,
  Inline,
  List,
  Run,
  SourceLink,
  Table,
  TableColumn,
  TableRow,
} from './official-document.ts';

/** Flattens sections into numbered headings and tracks anchors over the whole document. */
export class ComposeBlocks {
  private readonly anchors = new Set<string>();
  private readonly links = new Set<string>();
  /** Word allows only short names of letters and digits, so each anchor gets one, in the order of first mention. */
  private readonly names = new Map<string, string>();

  compose(blocks: readonly Block[], depth = 0): ComposedBlock[] {
    let section = 0;
    return blocks.flatMap((block): ComposedBlock[] => {
      switch (block.kind) {
        case 'section': {
          section += 1;
          const level = LEVELS[depth];
          if (level === undefined) throw new Error('sections are nested deeper than I-, 1., a)');
          const title = this.runs(block.title);
          const runs = level === 1 ? title.map((run) => ({ ...run, text: run.text.toLocaleUpperCase('vi') })) : title;
          return [
            { kind: 'heading', level, mark: sectionMark(level, section), runs },
            ...this.compose(block.blocks, depth + 1),
          ];
        }
        case 'paragraph':
          return [{ kind: 'paragraph', align: block.align ?? 'body', runs: this.runs(block.text) }];
        case 'list':
          return this.list(block);
        case 'table':
          return [this.table(block)];
        case 'bars':
          return [this.bars(block)];
      }
    });
  }

  checkAnchors(): void {
    for (const link of this.links) {
      if (!this.anchors.has(link)) throw new Error(`a link points to the row ${link}, which is not there`);
    }
  }

  private list(list: List): ComposedBlock[] {
    const mark: ComposedRun = { text: `${list.mark ?? '-'} `, bold: false, italic: false, url: null, anchor: null };
    return list.items.map((item) => ({ kind: 'paragraph', align: 'body', runs: [mark, ...this.runs(item)] }));
  }

  private table(table: Table): ComposedTable {
    const rows = table.rows.map((row, index): ComposedRow => {
      if (row.kind === 'heading') {
        const runs = this.runs(row.text).map((run) => ({ ...run, bold: true }));
        return { kind: 'span', align: 'left', runs, withNext: index < table.rows.length - 1 };
      }
      if (row.cells.length !== table.columns.length) {
        throw new Error(`a row has ${row.cells.length} cells in a table of ${table.columns.length} columns`);
      }
      const cells = row.cells.map((cell) => this.runs(cell).map((run) => (row.bold ? { ...run, bold: true } : run)));
      const anchor = row.anchor === undefined ? null : this.anchor(row.anchor);
      // A last row never stands alone on a page, be it a total or not.
      const withNext = isTotal(table.rows[index + 1]) || (index > 0 && index === table.rows.length - 2);
      return { kind: 'cells', cells, anchor, withNext };
    });
    const empty: ComposedRow = {
      kind: 'span',
      align: 'center',
      withNext: false,
      runs: this.runs([{ text: table.whenEmpty, emphasis: true }]),
    };
    return {
      kind: 'table',
      caption: table.caption === undefined ? null : this.runs(table.caption),
      weights: table.columns.map((column) => column.width),
      aligns: table.columns.map((column) => column.align ?? 'left'),
      headerRows: headerRows(table.columns),
      rows: rows.length > 0 ? rows : [empty],
    };
  }

  private bars(chart: BarChart): ComposedBars {
    const full = chart.full ?? Math.max(...chart.bars.map((bar) => bar.value));
    return {
      kind: 'bars',
      caption: chart.caption === undefined ? null : this.runs(chart.caption),
      bars: chart.bars.map(({ label, value, text }) => ({
        label: cleanLine(label),
        share: full > 0 ? Math.min(1, Math.max(0, value / full)) : 0,
        text: cleanLine(text),
      })),
    };
  }

  private runs(inline: Inline): ComposedRuns {
    const runs: readonly Run[] = typeof inline === 'string' ? [inline] : inline;
    return runs.map((run): ComposedRun => {
      if (typeof run === 'string') return { text: cleanText(run), bold: false, italic: false, url: null, anchor: null };
      return {
        text: cleanText('text' in run ? run.text : `${run.figure} (${run.ground})`),
        bold: run.strong === true,
        italic: run.emphasis === true,
        ...this.target(run.source),
      };
    });
  }

  private target(source: SourceLink | undefined): { url: string | null; anchor: string | null } {
    if (source === undefined) return { url: null, anchor: null };
    if ('anchor' in source) {
      this.links.add(source.anchor);
      return { url: null, anchor: this.name(source.anchor) };
    }
    const url = new URL(source.url);
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`not a web address: ${url.protocol}`);
    return { url: url.href, anchor: null };
  }

  private anchor(id: string): string {
    if (this.anchors.has(id)) throw new Error(`two rows have the anchor ${id}`);
    this.anchors.add(id);
    return this.name(id);
  }

  private name(id: string): string {
    const name = this.names.get(id) ?? `row${this.names.size + 1}`;
    this.names.set(id, name);
    return name;
  }
}

const LEVELS = [1, 2, 3] as const;

function isTotal(row: TableRow | undefined): boolean {
  return row?.kind === 'cells' && row.bold === true;
}

function sectionMark(level: 1 | 2 | 3, number: number): string {
  switch (level) {
    case 1:
      return `${roman(number)}-`;
    case 2:
      return `${number}.`;
    case 3:
      return `${letter(number)})`;
  }
}

/** One header row, or two where columns share a group. */
function headerRows(columns: readonly TableColumn[]): HeaderCell[][] {
  if (!columns.some((column) => column.group !== undefined)) {
    return [columns.map((column) => ({ text: cleanLine(column.header), colspan: 1, rowspan: 1 }))];
  }
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach((column, index) => {
    const text = cleanLine(column.header);
    if (column.group === undefined) {
      upper.push({ text, colspan: 1, rowspan: 2 });
      return;
    }
    lower.push({ text, colspan: 1, rowspan: 1 });
    const before = upper.at(-1);
    if (before !== undefined && columns[index - 1]?.group === column.group) {
      upper[upper.length - 1] = { ...before, colspan: before.colspan + 1 };
    } else {
      upper.push({ text: cleanLine(column.group), colspan: 1, rowspan: 1 });
    }
  });
  return [upper, lower];
}
