import { nearest, plainKey, textKey } from './fold.ts';

describe('Vietnamese texts', () => {
  it('are the same with the tone mark on either vowel, in either Unicode form and case', () => {
    for (const [one, other] of [
      ['Hòa', 'Hoà'],
      ['THÚY', 'Thuý'],
      ['Khỏe  mạnh', 'Khoẻ mạnh'],
      ['Quận ủy', 'Quận uỷ'],
    ] as const) {
      expect(textKey(one)).toBe(textKey(other));
      expect(textKey(one.normalize('NFD'))).toBe(textKey(other));
    }
  });

  it('are different words with other marks', () => {
    expect(new Set(['Hoa', 'Hóa', 'Hòa', 'Hoá', 'Đoan', 'Doan', 'Mân', 'Man'].map(textKey)).size).toBe(7);
  });

  it('are the same header without diacritics, blanks and punctuation', () => {
    expect(['Địa chỉ *', 'dia chi', 'DIA_CHI', 'Địa  chỉ:'].map(plainKey)).toEqual(Array(4).fill('dia chi'));
  });

  it('lead to the word that was probably meant, or to none', () => {
    const headers = ['Mã chi bộ', 'Tên chi bộ', 'Vĩ độ', 'Kinh độ'];
    expect(nearest('Tenn chi bo', headers)).toBe('Tên chi bộ');
    expect(nearest('Mã chi bô', headers)).toBe('Mã chi bộ');
    expect(nearest('vĩ đô', headers)).toBe('Vĩ độ');
    expect(nearest('Số điện thoại', headers)).toBeNull();
  });
});
