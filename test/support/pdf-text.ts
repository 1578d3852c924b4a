import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text with its position: lengths in millimetres from the top left of the page, size in points. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

export interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly texts: readonly PlacedText[];
  /** All of the text, in reading order. */
  readonly text: string;
  readonly links: readonly (string | null)[];
  /** The roles of the tagged structure, outermost first. */
  readonly roles: readonly string[];
}

export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly title: string | null;
  readonly language: string | null;
  readonly tagged: boolean;
  readonly outline: readonly string[];
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

/** Reads a PDF back with an independent reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  const pdf = await task.promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
    const metadata = await pdf.getMetadata();
    const info = metadata.info as { Title?: string; Language?: string };
    return {
      pages,
      title: info.Title ?? null,
      language: info.Language ?? null,
      tagged: ((await pdf.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
      outline: ((await pdf.getOutline()) as { title: string }[] | null)?.map((item) => item.title) ?? [],
    };
  } finally {
    await task.destroy();
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  // Font names are known once the page has been interpreted.
  await page.getOperatorList();
  const content = await page.getTextContent();
  const texts = content.items.flatMap((item): PlacedText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    const font = page.commonObjs.get(item.fontName) as { name: string };
    return [
      {
        text: item.str,
        left: toMm(x),
        right: toMm(x + item.width),
        baseline: toMm(height - y),
        size,
        font: font.name.replace(/^[A-Z]{6}\+/, ''),
      },
    ];
  });
  const annotations = (await page.getAnnotations()) as { subtype: string; url?: string }[];
  return {
    widthMm: toMm(width),
    heightMm: toMm(height),
    texts,
    text: content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    links: annotations.filter((one) => one.subtype === 'Link').map((one) => one.url ?? null),
    roles: rolesOf((await page.getStructTree()) as StructureNode | null),
  };
}

function rolesOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
}

function toMm(points: number): number {
  return (points / 72) * 25.4;
}
