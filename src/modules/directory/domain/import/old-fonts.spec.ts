import { garbled } from './old-fonts.ts';

describe('a text of an old font or a wrong table', () => {
  it.each([
    ['NguyÔn V¨n An', 'tcvn3', 'Nguyễn Văn An'],
    ['Chi bé Khu phè 1, Ph­êng 1', 'tcvn3', 'Chi bộ Khu phố 1, Phường 1'],
    ['Chi bé Khu phè 3, Phuêng 8', 'tcvn3', 'Chi bộ Khu phố 3, Phường 8'],
    ['TRÇN THÞ MÉU', 'tcvn3', 'TRẦN THỊ MẪU'],
    ['§oµn ThÞ §iÓm', 'tcvn3', 'Đoàn Thị Điểm'],
    ['Nguyeãn Vaên An', 'vni', 'Nguyễn Văn An'],
    ['Traàn Thò Maãu', 'vni', 'Trần Thị Mẫu'],
    ['Ñoaøn Thò Ñieåm', 'vni', 'Đoàn Thị Điểm'],
    ['Chi boä Khu phoá 1, Phöôøng 1', 'vni', 'Chi bộ Khu phố 1, Phường 1'],
    ['Coøn ñieåm taäp keát raùc ôû ñaàu heûm', 'vni', 'Còn điểm tập kết rác ở đầu hẻm'],
    ['COÂNG AN, coù toâi', 'vni', 'CÔNG AN, có tôi'],
    ['Tra^`n Thi. Ma^~u', 'viqr', 'Trần Thị Mẫu'],
    ["DDa?ng u?y phu+o+`ng Xo'm Chie^'u", 'viqr', 'Đảng ủy phường Xóm Chiếu'],
    ['Tr&#7847;n Th&#x1ecb; Mẫu', 'entities', 'Trần Thị Mẫu'],
    ['H&oacute;a &amp; Sinh, ph&ocirc; &ETH;', 'entities', 'Hóa & Sinh, phô &ETH;'],
    ['C&agrave; Mau', 'entities', 'Cà Mau'],
  ])('%s is told as %s: %s', (text, garbling, reading) => {
    expect(garbled(text)).toEqual({ garbling, reading });
  });

  it.each(['Nguyễn Văn An', 'Đoàn Thị Điểm', 'Hồ Đắc Di', 'Phường 1, Quận 4'])(
    'may be UTF-8 read wrongly: %s',
    (text) => {
      const spoilt = (from: string, table: string) => new TextDecoder(table).decode(new TextEncoder().encode(from));
      for (const table of ['windows-1252', 'windows-1258']) {
        expect(garbled(spoilt(text, table))).toEqual({ garbling: 'mojibake', reading: text });
      }
      const twice = spoilt(spoilt(text, 'windows-1252'), 'windows-1252');
      expect(garbled(twice)).toEqual({ garbling: 'mojibake', reading: text });
    },
  );

  it.each([
    'Nguyễn Văn An',
    'Cà Mau',
    'Hà Tú Ân',
    'PHÙ CÁT',
    'Y Blô Êban',
    'Café São Paulo',
    'Chi bộ Đắk Lắk',
    'CV01',
    'Tòa nhà A “cũ”',
    'Hồ Thị Kỷ 50 m²',
    'Út Tịch – 100 %',
    'MT+TTDT',
    'R&D, A^B',
    'cv01+to@mau.example',
    'Tra\u0302\u0300n Thi\u0323 Ma\u0302\u0303u',
  ])('is none where it reads as it stands: %s', (text) => {
    expect(garbled(text)).toBeNull();
  });
});

describe('a text of TCVN3 that has lost its soft hyphens', () => {
  it.each([
    ['Chi bé Khu phè 3, Phuêng 8', 'Chi bộ Khu phố 3, Phường 8'],
    ['Ph¹m V¨n Huêng', 'Phạm Văn Hường'],
  ])('%s is read as %s', (text, reading) => {
    expect(garbled(text)).toEqual({ garbling: 'tcvn3', reading });
  });
});
