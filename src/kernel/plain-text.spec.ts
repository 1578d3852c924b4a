import { plainText } from './plain-text.ts';

it('keeps what people see and drops what they cannot', () => {
  expect(plainText('  Ốm\r\nphải nghỉ\u0000\u202e \ud83d\ude00\ud800 ')).toBe('Ốm\nphải nghỉ \u{1f600}');
  expect(plainText('Ô\u0301m')).toBe('Ốm');
  expect(plainText('\u0000 \u0007')).toBe('');
});
