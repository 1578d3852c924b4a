import { aBriefing, aCrowdedList, aDutyNotice, aHostileDocument, HOSTILE } from '../../../../test/support/documents.ts';
import { readPdf, type PlacedText, type ReadPage, type ReadPdf } from '../../../../test/support/pdf-text.ts';
import { DomainError } from '../../../kernel/domain-error.ts';
import { RenderedDocuments } from './rendered-documents.ts';

const documents = new RenderedDocuments();
let briefingBytes: Uint8Array;
let briefing: ReadPdf;
let notice: ReadPdf;
let hostile: ReadPdf;

beforeAll(async () => {
  briefingBytes = await documents.renderPdf(aBriefing());
  briefing = await readPdf(briefingBytes);
  notice = await readPdf(await documents.renderPdf(aDutyNotice()));
  hostile = await readPdf(await documents.renderPdf(aHostileDocument()));
});
afterAll(() => documents.onApplicationShutdown());

const pageOf = (pdf: ReadPdf, number: number): ReadPage => {
  const page = pdf.pages[number - 1];
  if (page === undefined) throw new Error(`no page ${number}`);
  return page;
};
const placed = (page: ReadPage, text: string): PlacedText => {
  const found = page.texts.find((one) => one.text.startsWith(text));
  if (found === undefined) throw new Error(`"${text}" is not on the page`);
  return found;
};
const dense = (text: string): string => text.replace(/\s/g, '');
const inTopMargin = (page: ReadPage): PlacedText[] => page.texts.filter((one) => one.baseline < 18);

describe('the PDF of an official document', () => {
  it('is the same, byte for byte, each time and from a fresh process', async () => {
    const other = new RenderedDocuments();
    try {
      const [again, afresh] = await Promise.all([documents, other].map((one) => one.renderPdf(aBriefing())));
      expect(Buffer.compare(again ?? new Uint8Array(), briefingBytes)).toBe(0);
      expect(Buffer.compare(afresh ?? new Uint8Array(), briefingBytes)).toBe(0);
    } finally {
      await other.onApplicationShutdown();
    }
  });

  it('stands on A4 within margins of 20, 20, 30 and 15 mm', () => {
    const first = pageOf(briefing, 1);
    expect([Math.round(first.widthMm), Math.round(first.heightMm)]).toEqual([210, 297]);
    const body = first.texts.filter((one) => one.size > 9);
    expect(Math.min(...body.map((one) => one.left))).toBeGreaterThanOrEqual(29.9);
    expect(Math.max(...body.map((one) => one.right))).toBeLessThanOrEqual(195.1);
    expect(Math.min(...body.map((one) => one.baseline))).toBeGreaterThan(20);
    expect(Math.max(...body.map((one) => one.baseline))).toBeLessThan(277);
  });

  it('has its page number centred at the top of each page but the first', () => {
    expect(inTopMargin(pageOf(briefing, 1))).toEqual([]);
    const [portrait] = inTopMargin(pageOf(briefing, 2));
    expect(portrait).toMatchObject({ text: '2', size: 14 });
    expect(((portrait?.left ?? 0) + (portrait?.right ?? 0)) / 2).toBeCloseTo((30 + 195) / 2, 1);
    briefing.pages.slice(1).forEach((page, index) => {
      expect(inTopMargin(page).map((one) => one.text)).toEqual([String(index + 2)]);
    });
  });

  it.each([
    ['QUẬN ỦY QUẬN 4', 14, 'Tinos-Regular'],
    ['BAN TỔ CHỨC', 14, 'Tinos-Bold'],
    ['Số 05-BC/BTCQU', 14, 'Tinos-Regular'],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 15, 'Tinos-Bold'],
    ['Quận 4, ngày 05 tháng 12 năm 2020', 14, 'Tinos-Italic'],
    ['BÁO CÁO', 16, 'Tinos-Bold'],
    ['giao ban kết quả', 14, 'Tinos-Bold'],
    ['-----', 14, 'Tinos-Regular'],
    ['Thực hiện kế hoạch', 14, 'Tinos-Regular'],
    ['I- TÌNH HÌNH', 14, 'Tinos-Bold'],
    ['1. Số lượt', 14, 'Tinos-Bold'],
    ['a) Các ban', 14, 'Tinos-Italic'],
  ])('sets "%s" in %d points of %s', (text, size, font) => {
    expect(placed(pageOf(briefing, 1), text)).toMatchObject({ size, font });
  });

  it('puts the bodies on the left, the motto and the date on the right, number and date on one line', () => {
    const first = pageOf(briefing, 1);
    expect(placed(first, 'BAN TỔ CHỨC').right).toBeLessThan(placed(first, 'ĐẢNG CỘNG SẢN').left);
    expect(placed(first, 'Số 05').baseline).toBeCloseTo(placed(first, 'Quận 4, ngày').baseline, 3);
  });

  it('indents the first line of a paragraph by 10 mm and sets lines 18 points apart', () => {
    const first = pageOf(briefing, 1);
    const opening = placed(first, 'Thực hiện kế hoạch');
    const next = placed(first, 'Ban Tổ chức Quận ủy tổng hợp');
    expect(opening.left).toBeCloseTo(40, 1);
    expect(next.left).toBeCloseTo(30, 1);
    expect(((next.baseline - opening.baseline) / 25.4) * 72).toBeCloseTo(18, 2);
  });

  it('closes with the recipients and the signature side by side', () => {
    const page = pageOf(briefing, 2);
    expect(placed(page, 'K/T TRƯỞNG BAN').font).toBe('Tinos-Bold');
    expect(placed(page, 'PHÓ TRƯỞNG BAN').font).toBe('Tinos-Regular');
    expect(placed(page, 'Nguyễn Huỳnh Mẫu').font).toBe('Tinos-Bold');
    expect(placed(page, 'Nơi nhận:').baseline).toBeCloseTo(placed(page, 'K/T').baseline, 1);
    expect(placed(page, '- Lưu Ban Tổ chức Quận ủy.').left).toBeCloseTo(30, 1);
  });

  it('begins each annex on a page of its own and repeats the head of its table on each page', () => {
    const annex = briefing.pages.slice(2, -1);
    expect(annex.length).toBeGreaterThan(2);
    expect(annex.map((page) => [Math.round(page.widthMm), Math.round(page.heightMm)])).toEqual(
      annex.map(() => [297, 210]),
    );
    expect(annex.filter((page) => page.text.includes('Phụ lục I\n'))).toHaveLength(1);
    expect(annex.every((page) => page.text.includes('Xếp loại'))).toBe(true);
    expect(dense(annex.map((page) => page.text).join(''))).toContain(dense('Chi bộ Khu phố 60'));
    const last = pageOf(briefing, briefing.pages.length);
    expect(last.text).toContain('Phụ lục II');
    expect(last.text).toContain('Không có phản ánh nào trong tháng.');
  });

  it('can be read aloud: tagged, titled, in Vietnamese, with an outline', () => {
    expect(briefing.tagged).toBe(true);
    expect(briefing.language).toBe('vi-VN');
    expect(briefing.title).toBe('Báo cáo giao ban kết quả dự sinh hoạt chi bộ tháng 12 năm 2020');
    expect(briefing.outline).toEqual([
      'I- TÌNH HÌNH DỰ SINH HOẠT',
      'II- KẾT QUẢ SINH HOẠT CHI BỘ',
      'Phụ lục I',
      'Phụ lục II',
    ]);
    expect(pageOf(briefing, 1).roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'Link']));
    expect(pageOf(briefing, 3).roles).toEqual(expect.arrayContaining(['Table', 'TR', 'TH', 'TD']));
  });

  it('links a figure to its source, on the web or in an annex', () => {
    expect(pageOf(briefing, 1).text).toContain('98,6% (141/143)');
    expect(pageOf(briefing, 1).links).toEqual([null, 'https://giaoban.example/visits/7']);
  });

  it('carries the frozen pack’s line in the foot of each page', () => {
    expect(
      briefing.pages.every((page) => page.text.includes('Bản chốt số 1 · đầu chuỗi kiểm chứng 9f86d081884c')),
    ).toBe(true);
  });

  it('keeps a short document on one page without a number, and marks a draft', () => {
    expect(notice.pages).toHaveLength(1);
    const page = pageOf(notice, 1);
    expect(inTopMargin(page)).toEqual([]);
    expect(placed(page, 'DỰ THẢO')).toMatchObject({ font: 'Tinos-Bold' });
    expect(page.text).toContain('Đề nghị các đồng chí thực hiện.');
    expect(page.text).toContain('Công Tằng Tôn Nữ Nguyễn Thị');
  });

  it('prints whatever people type as they typed it', () => {
    const text = dense(hostile.pages.map((page) => page.text).join(''));
    for (const typed of [HOSTILE.typst, HOSTILE.math, HOSTILE.html, HOSTILE.word, HOSTILE.emoji, HOSTILE.long]) {
      expect(text).toContain(dense(typed));
    }
    expect(text).toContain('שלום');
  });

  it('breaks words longer than the line instead of running over the margin', () => {
    const texts = hostile.pages.flatMap((page) => page.texts);
    expect(Math.max(...texts.map((one) => one.right))).toBeLessThanOrEqual(195.1);
  });

  it('tells the user to try again when there is no renderer', async () => {
    const closed = new RenderedDocuments();
    await closed.onApplicationShutdown();
    await expect(closed.renderPdf(aDutyNotice())).rejects.toEqual(
      new DomainError('document.not_rendered', { format: 'pdf' }),
    );
  });

  it('never leaves a heading at the foot of a page or a total alone at the top, and no word beyond its cell', async () => {
    const { pages } = await readPdf(await documents.renderPdf(aCrowdedList(24, 25, 26, 27, 28, 29, 30)));
    const list = pages.slice(1);
    expect(list.length).toBeGreaterThan(7);
    for (const page of list) {
      const rows = new Map<number, PlacedText[]>();
      for (const text of page.texts) {
        const baseline = Math.round(text.baseline);
        rows.set(baseline, [...(rows.get(baseline) ?? []), text]);
      }
      const lowest = rows.get(Math.max(...rows.keys())) ?? [];
      expect(lowest.map(({ text }) => text).join('')).not.toMatch(/^Ngày thứ/);
      if (page.text.includes('Cộng')) expect(page.text).toMatch(/Trần Văn|Công Tằng/);
      for (const row of rows.values()) {
        const across = row.toSorted((a, b) => a.left - b.left);
        across.slice(1).forEach((text, index) => {
          expect(text.left).toBeGreaterThanOrEqual((across[index]?.right ?? 0) - 0.05);
        });
      }
    }
  });
});
