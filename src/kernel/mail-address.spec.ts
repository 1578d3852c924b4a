import { addressesIn, readMailAddress } from './mail-address.ts';

describe('a mail address', () => {
  it.each([
    ['cv01@mau.example', 'cv01@mau.example'],
    [' CV01@Mau.Example ', 'cv01@mau.example'],
    ['o\u2019brien@x.vn', null],
    ["o'brien@x.vn", "o'brien@x.vn"],
    ['ten+ban@don-vi.gov.vn', 'ten+ban@don-vi.gov.vn'],
    ['a_b@1.2.vn', 'a_b@1.2.vn'],
    ['cv@xn--tnmin-zta4d.vn', 'cv@xn--tnmin-zta4d.vn'],
    ['nguyenan\u200b@mau.example', 'nguyenan@mau.example'],
    ['\u212aim@mau.example', 'kim@mau.example'],
    ['\ufeffnguyen\u00adan@mau.example\u200e', 'nguyenan@mau.example'],
  ])('in %j is %s', (text, address) => {
    const reading = readMailAddress(text);
    expect('address' in reading ? reading.address : null).toBe(address);
  });

  it.each([
    ['nguyễnan@mau.example', 'nguyenan@mau.example', 'ễ'],
    ['hoà@mau.example', 'hoa@mau.example', 'à'],
    ['đoan@mau.example', 'doan@mau.example', 'đ'],
    ['an@đơnvị.vn', 'an@donvi.vn', 'đ'],
    ['an@việt.vn', 'an@viet.vn', 'ệ'],
    ['a@b..vn', 'a@b.vn', null],
    ['.a@b.vn', 'a@b.vn', null],
    ['a.@b.vn', 'a@b.vn', null],
    ['a..c@b.vn', 'a.c@b.vn', null],
    ['a@-b.vn', 'a@b.vn', null],
    ['a@b-.vn', 'a@b.vn', null],
    ['a@.b.vn', 'a@b.vn', null],
    ['a@b.vn.', 'a@b.vn', null],
    ['ａｎ＠mau.example', 'an@mau.example', 'ａ'],
    ['mınh@mau.example', 'minh@mau.example', 'ı'],
    ['аn@mau.example', 'an@mau.example', 'а'],
    ['𝐚n@mau.example', 'an@mau.example', '𝐚'],
    ['an @mau.example', 'an@mau.example', null],
    ['an@mau,example', 'an@mau.example', null],
    ['Nguyễn An <an@mau.example>', 'an@mau.example', 'ễ'],
    ['mailto:an@mau.example', 'an@mau.example', null],
    ['an@mau.example;', 'an@mau.example', null],
    ['an(at)mau.example', 'an@mau.example', null],
    ['an@@mau.example', 'an@mau.example', null],
    ['an@gmail.con', 'an@gmail.com', null],
    ['an@quan4.gov.vm', 'an@quan4.gov.vn', null],
    ['an@mau.vn (cũ)', 'an@mau.vn', 'ũ'],
    ['an@mau', null, null],
    ['an@mau.1', null, null],
    ['an@[127.0.0.1]', null, null],
    ['"an b"@mau.example', null, null],
    ['a@b@mau.example', null, null],
    ['an@mau_don_vi.vn', null, null],
    ['an@mau.example, binh@mau.example', null, null],
    ['an', null, null],
    ['', null, null],
    [`${'a'.repeat(65)}@mau.example`, null, null],
    [`a@${'b'.repeat(64)}.vn`, null, null],
    [`a@${'b.'.repeat(130)}vn`, null, null],
  ])('is not %j, but perhaps %s', (text, likely, letter) => {
    expect(readMailAddress(text)).toEqual({ likely, letter });
  });
});

describe('a text with addresses', () => {
  it.each([
    ['an@mau.vn; binh@mau.vn', ['an@mau.vn', 'binh@mau.vn']],
    ['AN@mau.vn,an@mau.vn', ['an@mau.vn']],
    ['an@mau.vn hoặc binh@mau.vn', ['an@mau.vn', 'binh@mau.vn']],
    ['Nguyễn An <an@mau.vn>', ['an@mau.vn']],
    ['an@mau.vn/binh@mau.vn\nchi@mau.vn.', ['an@mau.vn', 'binh@mau.vn', 'chi@mau.vn']],
    ['không có', []],
  ])('%j has each of them once', (text, addresses) => {
    expect(addressesIn(text)).toEqual(addresses);
  });
});
