import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type ISectionOptions,
} from 'docx';
import { type LaidOutAnnex, type LaidOutDocument, textWidthMm } from '../domain/lay-out-tables.ts';
import { docxBlocks, docxText, NO_BORDERS, shares } from './docx-blocks.ts';
import { normaliseDocx } from './docx-normalise.ts';
import { documentStyles, halfPoints, STYLE, twips, twipsOfMm } from './docx-styles.ts';

export async function renderDocx(composed: LaidOutDocument): Promise<Uint8Array> {
  const { year, month, day } = composed.date;
  const file = new Document({
    title: composed.title,
    creator: composed.author,
    lastModifiedBy: composed.author,
    styles: documentStyles(composed.layout),
    sections: [mainSection(composed), ...composed.annexes.map((annex) => annexSection(annex, composed))],
  });
  const archive = await Packer.toArrayBuffer(file);
  const date = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return normaliseDocx(new Uint8Array(archive), date);
}

function mainSection(composed: LaidOutDocument): ISectionOptions {
  const width = textWidth(composed, false);
  return {
    ...page(composed, false),
    properties: { ...page(composed, false).properties, titlePage: true },
    children: [
      head(composed, width),
      blank(),
      new Paragraph({ heading: HeadingLevel.TITLE, children: docxText(composed.typeName) }),
      new Paragraph({ style: STYLE.abstract, children: docxText(composed.abstract) }),
      centred(composed.rule),
      blank(),
      ...addressees(composed),
      // A signature never stands on a page of its own.
      ...docxBlocks(composed.blocks, width, true),
      close(composed, width),
      // Word requires a paragraph after a table at the end of a section; it is made as small as possible.
      new Paragraph({ spacing: { line: 20 }, children: [] }),
    ],
  };
}

function annexSection(annex: LaidOutAnnex, composed: LaidOutDocument): ISectionOptions {
  return {
    ...page(composed, annex.landscape),
    children: [
      new Paragraph({ style: STYLE.annex, children: docxText(annex.label) }),
      new Paragraph({ style: STYLE.centred, children: docxText(annex.title, { bold: true }) }),
      new Paragraph({ style: STYLE.centred, children: docxText(annex.note, { italics: true }) }),
      centred(composed.rule),
      ...docxBlocks(annex.blocks, textWidth(composed, annex.landscape)),
    ],
  };
}

function page(
  composed: LaidOutDocument,
  landscape: boolean,
): Pick<ISectionOptions, 'headers' | 'footers' | 'properties'> {
  const { layout, foot } = composed;
  const margins = landscape ? layout.landscapeMarginsMm : layout.marginsMm;
  const footer = new Footer({
    children: [new Paragraph({ style: STYLE.foot, children: docxText(foot ?? '') })],
  });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          // The docx library swaps width and height by itself for a landscape page.
          width: twipsOfMm(layout.paperMm.width),
          height: twipsOfMm(layout.paperMm.height),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twipsOfMm(margins.top),
          bottom: twipsOfMm(margins.bottom),
          left: twipsOfMm(margins.left),
          right: twipsOfMm(margins.right),
          header: twipsOfMm(layout.headerMm),
          footer: twipsOfMm(layout.headerMm),
        },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ style: STYLE.centred, children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({ style: STYLE.centred, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
          ...(composed.draft === null
            ? []
            : [
                new Paragraph({
                  style: STYLE.foot,
                  alignment: AlignmentType.RIGHT,
                  children: docxText(composed.draft),
                }),
              ]),
        ],
      }),
    },
    footers: { first: footer, default: footer },
  };
}

/** Left the bodies and the number, right the motto and the date; number and date are on one line. */
function head(composed: LaidOutDocument, width: number): Table {
  const { head: it, draft, layout } = composed;
  const columns = shares([45, 55], width);
  const motto = new Paragraph({
    style: STYLE.centred,
    // The line under the motto is about as long as the motto: indents take the rest of the column.
    indent: { left: twipsOfMm(6), right: twipsOfMm(6) },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' } },
    children: docxText(it.motto, { bold: true, size: halfPoints(layout.sizes.motto) }),
  });
  const mark = new Paragraph({
    style: STYLE.centred,
    indent: { left: twipsOfMm(20), right: twipsOfMm(20) },
    spacing: { before: twips(6) },
    border: Object.fromEntries(
      ['top', 'bottom', 'left', 'right'].map((side) => [
        side,
        { style: BorderStyle.SINGLE, size: 6, space: 3, color: '000000' },
      ]),
    ),
    children: docxText(draft ?? '', { bold: true }),
  });
  return bare(columns, [
    [
      [
        centred(it.superior),
        new Paragraph({ style: STYLE.centred, children: docxText(it.issuer, { bold: true }) }),
        centred('*'),
      ],
      [motto],
    ],
    [
      [it.number === null ? blank() : centred(it.number), ...(draft === null ? [] : [mark])],
      [new Paragraph({ style: STYLE.centred, children: docxText(it.placeAndDate, { italics: true }) })],
    ],
  ]);
}

function addressees(composed: LaidOutDocument): Paragraph[] {
  const to = composed.addressees;
  if (to === null) return [];
  const hanging = twipsOfMm(22);
  const left = twipsOfMm(composed.layout.indentMm) + hanging;
  const many = to.names.length > 1;
  return to.names.map(
    (name, index) =>
      new Paragraph({
        indent: { left, ...(index === 0 ? { hanging } : {}) },
        spacing: { after: index === to.names.length - 1 ? twips(composed.layout.paragraphGap) : 0 },
        tabStops: [{ type: 'left', position: left }],
        children: [
          ...(index === 0 ? [...docxText(to.label, { italics: true }), new TextRun({ children: [new Tab()] })] : []),
          ...docxText(many ? `- ${name}` : name),
        ],
      }),
  );
}

/** Recipients on the left, signature on the right; never split over two pages. */
function close(composed: LaidOutDocument, width: number): Table {
  const { recipients, signature } = composed;
  const room = [1, 2, 3, 4].map(() => blank());
  return bare(shares([45, 55], width), [
    [
      [
        new Paragraph({ children: [new TextRun({ text: recipients.label, underline: {} })] }),
        ...recipients.lines.map((line) => new Paragraph({ style: STYLE.recipients, children: docxText(line) })),
      ],
      [
        ...(signature.authority === null
          ? []
          : [new Paragraph({ style: STYLE.centred, children: docxText(signature.authority, { bold: true }) })]),
        centred(signature.position),
        ...room,
        new Paragraph({ style: STYLE.centred, children: docxText(signature.name, { bold: true }) }),
      ],
    ],
  ]);
}

function bare(columnWidths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: [...columnWidths],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children) => new TableCell({ borders: NO_BORDERS, children: [...children] })),
        }),
    ),
  });
}

function centred(text: string): Paragraph {
  return new Paragraph({ style: STYLE.centred, children: docxText(text) });
}

function blank(): Paragraph {
  return new Paragraph({ children: [] });
}

function textWidth({ layout }: LaidOutDocument, landscape: boolean): number {
  return twipsOfMm(textWidthMm(layout, landscape));
}
