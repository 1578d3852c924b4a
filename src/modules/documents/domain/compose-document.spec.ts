import fc from 'fast-check';
import type { Day } from '../../../kernel/month.ts';
import { aBriefing, aDutyNotice } from '../../../../test/support/documents.ts';
import { cleanText } from './clean-text.ts';
import { composeDocument } from './compose-document.ts';
import type { ComposedBlock, ComposedRuns } from './composed-document.ts';
import type { Block, OfficialDocument } from './official-document.ts';

const textOf = (runs: ComposedRuns): string => runs.map((run) => run.text).join('');
const lineOf = (block: ComposedBlock): string => {
  switch (block.kind) {
    case 'heading':
      return `${block.mark} ${textOf(block.runs)}`;
    case 'paragraph':
      return textOf(block.runs);
    case 'table':
    case 'bars':
      return block.kind;
  }
};
const withBody = (body: readonly Block[]): OfficialDocument => ({ ...aDutyNotice(), body });
const linesOf = (body: readonly Block[]): string[] => composeDocument(withBody(body)).blocks.map(lineOf);

describe('composing a document', () => {
  it('numbers sections by their depth: I-, 1., a)', () => {
    const section = (title: string, ...blocks: Block[]): Block => ({ kind: 'section', title, blocks });
    expect(
      linesOf([
        section('Tình hình', section('Lượt dự', section('Ban Đảng'), section('Văn phòng')), section('Tỷ lệ')),
        section('Đề xuất', section('Với quận')),
      ]),
    ).toEqual(['I- TÌNH HÌNH', '1. Lượt dự', 'a) Ban Đảng', 'b) Văn phòng', '2. Tỷ lệ', 'II- ĐỀ XUẤT', '1. Với quận']);
  });

  it('refuses sections deeper than three levels', () => {
    const deep = (depth: number): Block => ({
      kind: 'section',
      title: 'x',
      blocks: depth > 1 ? [deep(depth - 1)] : [],
    });
    expect(() => linesOf([deep(4)])).toThrow(/deeper/);
    expect(linesOf([deep(3)])).toHaveLength(3);
  });

  it.each([
    ['Đề nghị thực hiện', 'Đề nghị thực hiện.'],
    ['Đề nghị thực hiện;', 'Đề nghị thực hiện.'],
    ['Đã đủ chưa?', 'Đã đủ chưa?'],
    ['Đã xong.', 'Đã xong.'],
  ])('ends the text with a full stop: %s', (text, ended) => {
    expect(linesOf([{ kind: 'paragraph', text }])).toEqual([ended]);
  });

  it('sets a figure with its ground beside it', () => {
    const text = ['Đã dự ', { figure: '98,6%', ground: '141/143' }, '.'];
    expect(linesOf([{ kind: 'paragraph', text }])).toEqual(['Đã dự 98,6% (141/143).']);
  });

  it('writes number, place, date and recipients by the rules of the office', () => {
    const composed = composeDocument(aBriefing(1));
    expect(composed.head).toEqual({
      superior: 'QUẬN ỦY QUẬN 4',
      issuer: 'BAN TỔ CHỨC',
      number: 'Số 05-BC/BTCQU',
      motto: 'ĐẢNG CỘNG SẢN VIỆT NAM',
      placeAndDate: 'Quận 4, ngày 05 tháng 12 năm 2020',
    });
    expect(composed.typeName).toBe('BÁO CÁO');
    expect(composed.recipients.lines.at(-1)).toBe('- Lưu Ban Tổ chức Quận ủy.');
    expect(composed.signature).toEqual({
      authority: 'K/T TRƯỞNG BAN',
      position: 'PHÓ TRƯỞNG BAN',
      name: 'Nguyễn Huỳnh Mẫu Thị Phương Thảo',
    });
  });

  it('leaves the number of an unnumbered document blank', () => {
    expect(composeDocument(aDutyNotice()).head.number).toMatch(/^Số \u00a0+-TB\/QU$/);
  });

  it('counts annexes in Roman numerals, unless there is but one', () => {
    const briefing = aBriefing(1);
    const labels = (count: number): string[] =>
      composeDocument({
        ...withBody([]),
        annexes: (briefing.annexes ?? []).slice(1, 2).flatMap((annex) => Array.from({ length: count }, () => annex)),
      }).annexes.map((annex) => annex.label);
    expect(labels(1)).toEqual(['Phụ lục']);
    expect(labels(4)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV']);
  });

  it('says on each annex which document it belongs to', () => {
    const briefing = aBriefing(1);
    const march = { ...briefing, head: { ...briefing.head, date: '2021-03-09' as Day } };
    expect(composeDocument(march).annexes[0]?.note).toBe(
      '(kèm theo Báo cáo số 05-BC/BTCQU, ngày 09/3/2021 của Ban Tổ chức)',
    );
  });

  it('puts columns of one group under a common header', () => {
    const table = composeDocument(aBriefing(1)).annexes[0]?.blocks[0];
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.headerRows.map((row) => row.map((cell) => [cell.text, cell.colspan, cell.rowspan]))).toEqual([
      [
        ['TT', 1, 2],
        ['Chi bộ', 1, 2],
        ['Người dự', 1, 2],
        ['Ngày, giờ', 1, 2],
        ['Có mặt', 1, 2],
        ['Điểm', 2, 1],
        ['Xếp loại', 1, 2],
      ],
      [
        ['Chi bộ', 1, 1],
        ['Người dự', 1, 1],
      ],
    ]);
  });

  it('refuses a row that does not fit its table', () => {
    const columns = [{ header: 'A', width: 1 }];
    const rows = [{ kind: 'cells', cells: ['1', '2'] } as const];
    expect(() => linesOf([{ kind: 'table', columns, rows, whenEmpty: '' }])).toThrow(/2 cells in a table of 1/);
  });

  it('refuses a link that leads nowhere, or anywhere but to the web', () => {
    const linking = (source: { url: string } | { anchor: string }): Block[] => [
      { kind: 'paragraph', text: [{ text: 'xem', source }] },
    ];
    expect(() => linesOf(linking({ anchor: 'visit-1' }))).toThrow(/visit-1/);
    expect(() => linesOf(linking({ url: 'javascript:alert(1)' }))).toThrow(/javascript/);
    expect(() => linesOf(linking({ url: 'file:///etc/passwd' }))).toThrow(/file/);
    expect(linesOf(linking({ url: 'https://giaoban.example/visits/1' }))).toEqual(['xem.']);
  });

  it('keeps bars between nothing and full, and bears a chart of zeros', () => {
    const bars = [-1, 0, 5, 20].map((value) => ({ label: 'x', value, text: String(value) }));
    const shares = (body: Block): readonly number[] => {
      const [block] = composeDocument(withBody([body])).blocks;
      return block?.kind === 'bars' ? block.bars.map((bar) => bar.share) : [];
    };
    expect(shares({ kind: 'bars', bars, full: 10 })).toEqual([0, 0, 0.5, 1]);
    expect(shares({ kind: 'bars', bars: bars.slice(1, 2) })).toEqual([0]);
    expect(shares({ kind: 'bars', bars: [] })).toEqual([]);
  });
});

describe('cleaning a text', () => {
  it('leaves nothing that XML forbids and nothing that turns letters around, whatever comes in', () => {
    const forbidden =
      /[^\n\u0020-\u007e\u00a0-\u2029\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          expect(cleanText(text)).not.toMatch(forbidden);
        },
      ),
    );
  });

  it('composes letters, keeps line breaks, marks broken characters', () => {
    expect(cleanText('Hòa'.normalize('NFD'))).toBe('Hòa'.normalize('NFC'));
    expect(cleanText('một\r\nhai\tba\u0007')).toBe('một\nhai ba');
    expect(cleanText('nửa \ud83d đôi 👍')).toBe('nửa \ufffd đôi 👍');
  });
});
