import { strFromU8, unzipSync } from 'fflate';
import { aBriefing, aCrowdedList, aDutyNotice, aHostileDocument, HOSTILE } from '../../../../test/support/documents.ts';
import { longestWord } from '../domain/column-widths.ts';
import { fontWidths } from './font-widths.ts';
import { RenderedDocuments } from './rendered-documents.ts';

const documents = new RenderedDocuments();
let bytes: Uint8Array;
let files: Record<string, string>;
let xml: string;

const unzipped = (archive: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(archive)).map(([path, content]) => [path, strFromU8(content)]));
const part = (of: Record<string, string>, path: string): string => {
  const content = of[path];
  if (content === undefined) throw new Error(`no ${path}`);
  return content;
};
const paragraphsOf = (source: string): string[] => source.match(/<w:p>.*?<\/w:p>|<w:p\/>/gs) ?? [];
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const textOf = (source: string): string =>
  [...source.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity))
    .join('');
const paragraph = (text: string, source = xml): string => {
  const found = paragraphsOf(source).find((one) => textOf(one).startsWith(text));
  if (found === undefined) throw new Error(`no paragraph "${text}"`);
  return found;
};
const style = (id: string): string => {
  const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(part(files, 'word/styles.xml'));
  if (found === null) throw new Error(`no style ${id}`);
  return found[0];
};
const sections = (): string[] => xml.match(/<w:sectPr.*?<\/w:sectPr>/gs) ?? [];
/** The file that a section refers to as its header of one kind. */
const header = (section: string, kind: 'first' | 'default'): string => {
  const id = new RegExp(
    `<w:headerReference[^>]*w:type="${kind}"[^>]*r:id="([^"]+)"|<w:headerReference[^>]*r:id="([^"]+)"[^>]*w:type="${kind}"`,
  ).exec(section);
  const relationship = new RegExp(`Id="${id?.[1] ?? id?.[2] ?? '-'}"[^>]*Target="([^"]+)"`).exec(
    part(files, 'word/_rels/document.xml.rels'),
  );
  return part(files, `word/${relationship?.[1] ?? '-'}`);
};

beforeAll(async () => {
  bytes = await documents.renderDocx(aBriefing());
  files = unzipped(bytes);
  xml = part(files, 'word/document.xml');
});
afterAll(() => documents.onApplicationShutdown());

describe('the DOCX of an official document', () => {
  it('is the same, byte for byte, each time and from a fresh process', async () => {
    const other = new RenderedDocuments();
    try {
      const [again, afresh] = await Promise.all([documents, other].map((one) => one.renderDocx(aBriefing())));
      expect(Buffer.compare(again ?? new Uint8Array(), bytes)).toBe(0);
      expect(Buffer.compare(afresh ?? new Uint8Array(), bytes)).toBe(0);
    } finally {
      await other.onApplicationShutdown();
    }
  });

  it('knows the day of the document and no other', () => {
    const days = part(files, 'docProps/core.xml').match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g);
    expect(days).toEqual(['2020-12-05T00:00:00Z', '2020-12-05T00:00:00Z']);
  });

  it('stands on A4 with margins of 20, 20, 30 and 15 mm, an annex as asked on its side', () => {
    const [main = '', landscape = '', portrait = ''] = sections();
    expect(sections()).toHaveLength(3);
    expect(main).toMatch(/<w:pgSz (?=.*w:w="11906")(?=.*w:h="16838")/);
    expect(main).toMatch(/<w:pgMar (?=.*w:top="1134")(?=.*w:bottom="1134")(?=.*w:left="1701")(?=.*w:right="850")/);
    expect(landscape).toMatch(/<w:pgSz (?=.*w:w="16838")(?=.*w:h="11906")(?=.*w:orient="landscape")/);
    expect(portrait).toContain('w:orient="portrait"');
    expect(landscape).toContain('<w:type w:val="nextPage"/>');
  });

  it('numbers its pages by a field, centred at the top, with another header on the first', () => {
    const [main = '', annex = ''] = sections();
    expect(main).toContain('<w:titlePg/>');
    expect(annex).not.toContain('<w:titlePg/>');
    expect(header(main, 'first')).not.toContain('PAGE');
    for (const section of [main, annex]) {
      expect(header(section, 'default')).toMatch(/<w:instrText[^>]*>PAGE<\/w:instrText>/);
      expect(header(section, 'default')).toContain('<w:pStyle w:val="Centred"/>');
    }
    expect(style('Centred')).toContain('<w:jc w:val="center"/>');
  });

  it('sets body text in 14 points on exact lines of 18, with an indent of 10 mm', () => {
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(part(files, 'word/styles.xml'))?.[0] ?? '';
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(style('BodyText')).toMatch(/<w:spacing (?=.*w:line="360")(?=.*w:lineRule="exact")/);
    expect(style('BodyText')).toContain('<w:ind w:firstLine="567"/>');
    expect(paragraph('Thực hiện kế hoạch')).toContain('<w:pStyle w:val="BodyText"/>');
  });

  it.each([
    ['QUẬN ỦY QUẬN 4', false],
    ['BAN TỔ CHỨC', true],
    ['K/T TRƯỞNG BAN', true],
    ['PHÓ TRƯỞNG BAN', false],
    ['Nguyễn Huỳnh Mẫu', true],
  ])('sets "%s" bold: %s', (text, bold) => {
    expect(paragraph(text).includes('<w:b/>')).toBe(bold);
  });

  it('sets the motto in 15 points over a rule, the date in italics, the type name in 16 points', () => {
    expect(paragraph('ĐẢNG CỘNG SẢN VIỆT NAM')).toMatch(/<w:pBdr><w:bottom .*<w:b\/>.*<w:sz w:val="30"\/>/);
    expect(paragraph('Quận 4, ngày 05 tháng 12 năm 2020')).toContain('<w:i/>');
    expect(paragraph('BÁO CÁO')).toContain('<w:pStyle w:val="Title"/>');
    expect(style('Title')).toMatch(/<w:b\/>.*<w:sz w:val="32"\/>/);
    expect(paragraph('Nơi nhận:')).toContain('<w:u w:val="single"/>');
    expect(textOf(paragraph('- Lưu'))).toBe('- Lưu Ban Tổ chức Quận ủy.');
  });

  it('gives sections the headings of Word', () => {
    expect(paragraph('I- TÌNH HÌNH')).toContain('<w:pStyle w:val="Heading1"/>');
    expect(paragraph('1. Số lượt')).toContain('<w:pStyle w:val="Heading2"/>');
    expect(paragraph('a) Các ban')).toContain('<w:pStyle w:val="Heading3"/>');
  });

  it('repeats the head of a table on each page and lets no row be torn apart', () => {
    const table = /<w:tbl>(?:(?!<w:tbl>).)*Chi bộ Khu phố 60.*?<\/w:tbl>/s.exec(xml)?.[0] ?? '';
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows).toHaveLength(2 + 1 + 60);
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, index) => index < 2));
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  });

  it('says in an empty table that there is nothing', () => {
    expect(xml).toContain('Không có phản ánh nào trong tháng.');
  });

  it('links a figure to its row in the annex, and a statement to its page', () => {
    const text = paragraph('Trong tháng có');
    const anchor = /<w:hyperlink[^>]*w:anchor="([^"]+)"/.exec(text)?.[1] ?? '-';
    expect(xml).toMatch(new RegExp(`<w:bookmarkStart [^>]*w:name="${anchor}"`));
    const id = /<w:hyperlink[^>]*r:id="([^"]+)"/.exec(text)?.[1] ?? '-';
    expect(part(files, 'word/_rels/document.xml.rels')).toMatch(
      new RegExp(`Id="${id}"[^>]*Target="https://giaoban.example/visits/7"`),
    );
  });

  it('marks a draft on its first page and on those that follow', async () => {
    const draft = unzipped(await documents.renderDocx(aDutyNotice()));
    expect(paragraph('DỰ THẢO', part(draft, 'word/document.xml'))).toContain('<w:pBdr>');
    expect(
      Object.entries(draft).filter(([path, content]) => path.includes('header') && textOf(content).includes('DỰ THẢO')),
    ).toHaveLength(1);
  });

  it('keeps the signature on the page of the last words', async () => {
    const source = part(unzipped(await documents.renderDocx(aDutyNotice())), 'word/document.xml');
    const [body = ''] = source.split('Nơi nhận:');
    const last = [...body.matchAll(/<w:p>.*?<\/w:p>/gs)]
      .map(([each]) => each)
      .filter((each) => textOf(each).endsWith('.'))
      .at(-1);
    expect(last).toContain('<w:keepNext/>');
  });

  it('holds whatever people type as they typed it', async () => {
    const hostile = part(unzipped(await documents.renderDocx(aHostileDocument())), 'word/document.xml');
    for (const typed of Object.values(HOSTILE)) expect(textOf(hostile)).toContain(typed);
    expect(hostile).not.toContain('<script>');
  });

  it('gives each word of a table a cell that it fits into', async () => {
    const list = part(unzipped(await documents.renderDocx(aCrowdedList(200))), 'word/document.xml');
    for (const source of [xml, list]) expect(wordsWiderThanTheirCells(source)).toEqual([]);
    const [headings, rows] = [/^Ngày thứ/, /^\d+Chi bộ/].map((text) =>
      (list.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).filter((row) => text.test(textOf(row))),
    );
    const withNext = (row: string): boolean => row.includes('<w:keepNext/>');
    expect(headings).toHaveLength(100);
    expect(headings?.every(withNext)).toBe(true);
    // Only the row before the total is kept with the next.
    expect(rows?.map(withNext)).toEqual(rows?.map((_, index) => index === 199));
  });
});

/** Measures each word in the size and style that the file sets. */
function wordsWiderThanTheirCells(source: string): string[] {
  const widthOf = fontWidths();
  const wide: string[] = [];
  let words = 0;
  for (const [table] of source.matchAll(/<w:tbl>(?:(?!<w:tbl>).)*?<\/w:tbl>/gs)) {
    if (!table.includes('<w:pStyle w:val="TableText"/>')) continue;
    const columns = [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    const margins = /<w:tblCellMar>.*?<\/w:tblCellMar>/s.exec(table)?.[0] ?? '';
    const inset = ['left', 'right']
      .map((side) => Number(new RegExp(`<w:${side} (?=[^>]*w:w="(\\d+)")`).exec(margins)?.[1] ?? 108))
      .reduce((sum, one) => sum + one, 0);
    for (const [row] of table.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
      let column = 0;
      for (const [cell] of row.matchAll(/<w:tc>.*?<\/w:tc>/gs)) {
        const span = Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1);
        const room = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0) - inset;
        column += span;
        const size = Number(/<w:sz w:val="(\d+)"/.exec(cell)?.[1] ?? 24) / 2;
        const bold = cell.includes('<w:b/>');
        for (const word of textOf(cell)
          .split(' ')
          .filter((text) => text !== '')) {
          words += 1;
          const run = { text: word, bold, italic: false, url: null, anchor: null };
          if (longestWord([run], widthOf) * size * 20 > room) wide.push(`${word} (${room} twips)`);
        }
      }
    }
  }
  expect(words).toBeGreaterThan(10);
  return wide;
}
