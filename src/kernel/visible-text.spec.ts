import { searchKey } from './search-key.ts';
import { visibleText } from './visible-text.ts';

describe('what cannot be seen', () => {
  it.each([
    ['zero-width blank', '\u200b'],
    ['zero-width non-joiner', '\u200c'],
    ['zero-width joiner', '\u200d'],
    ['soft hyphen', '\u00ad'],
    ['left-to-right mark', '\u200e'],
    ['right-to-left override', '\u202e'],
    ['isolate', '\u2066'],
    ['word joiner', '\u2060'],
    ['byte order mark', '\ufeff'],
    ['combining grapheme joiner', '\u034f'],
    ['variation selector', '\ufe0f'],
    ['Hangul filler', '\u3164'],
    ['tag', '\u{e0041}'],
  ])('is dropped: %s', (_what, sign) => {
    expect(visibleText(`${sign}Chi${sign} bộ${sign}`)).toBe('Chi bộ');
    expect(searchKey(`Đo${sign}àn`)).toBe('doan');
  });

  it('stays inside an emoji, which would fall apart without it', () => {
    for (const text of ['👨‍👩‍👧 Nhà văn hóa', '🏳️‍🌈', '👍🏽', '❤️', 'Hội trường A, tầng 2']) {
      expect(visibleText(text)).toBe(text);
    }
  });
});
