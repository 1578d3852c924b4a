import { composeDocument } from '../../src/modules/documents/domain/compose-document.ts';
import { compileBriefing } from '../../src/modules/briefings/domain/briefing-content.ts';
import { someMonth } from '../fixtures/some-month.ts';
import { briefingDocument, type BriefingFrame } from '../../src/modules/briefings/infra/briefing-document.ts';

const content = compileBriefing(someMonth(20));
const frame: BriefingFrame = {
  head: {
    superior: 'Quận ủy Quận 4',
    issuer: 'Ban Tổ chức',
    number: { kind: 'numbered', number: 5, symbol: 'BC/BTCQU' },
    place: 'Quận 4',
    date: content.compiledOn,
  },
  signature: { position: 'Trưởng ban', name: 'Nguyễn Văn Mẫu' },
  recipients: { to: ['Ban Thường vụ Quận ủy'], archive: 'Ban Tổ chức Quận ủy' },
};

describe('a briefing as an official document', () => {
  it('is a báo cáo with five sections and three annexes', () => {
    const document = briefingDocument(content, frame);
    expect([document.typeName, document.abstract]).toEqual([
      'Báo cáo',
      'kết quả dự sinh hoạt chi bộ tháng 12 năm 2020',
    ]);
    expect(document.body.filter((block) => block.kind === 'section')).toHaveLength(5);
    expect(document.annexes?.map((annex) => annex.landscape)).toEqual([true, false, true]);
  });

  it('links what has one source to its line in the visit list, which is there', () => {
    const text = JSON.stringify(briefingDocument(content, frame));
    expect(text).toMatch(/"source":\{"anchor":"visit-\d+"\}/);
    // Composing refuses a link to a row that is not there.
    expect(() => composeDocument(briefingDocument(content, frame))).not.toThrow();
  });

  it('links figures of many sources to the page that lists them', () => {
    const sourcePage = (sources: readonly number[]) =>
      `https://giaoban.example/briefings/1/sources?lines=${sources.join('-')}`;
    expect(JSON.stringify(briefingDocument(content, { ...frame, sourcePage }))).toMatch(
      /"url":"https:\/\/giaoban\.example\/briefings\/1\/sources\?lines=1-2/,
    );
  });
});
