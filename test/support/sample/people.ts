import type { Random } from './random.ts';

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Mai',
  'Lâm',
  'Châu',
];
const WOMEN = {
  middle: ['Thị Ngọc', 'Thị Thu', 'Thị Kim', 'Thị Bích', 'Thị Mỹ', 'Thị Thanh', 'Thị Hồng', 'Thị Diệu'],
  given: [
    'Anh',
    'Chi',
    'Dung',
    'Hà',
    'Hạnh',
    'Hoa',
    'Hương',
    'Lan',
    'Linh',
    'Loan',
    'Mai',
    'Nga',
    'Ngân',
    'Nhung',
    'Oanh',
    'Phượng',
    'Thảo',
    'Thủy',
    'Trang',
    'Tuyết',
    'Vân',
    'Yến',
  ],
};
const MEN = {
  middle: ['Minh', 'Quốc', 'Thanh', 'Hữu', 'Hoàng', 'Công', 'Xuân', 'Ngọc', 'Gia', 'Trọng'],
  given: [
    'Bảo',
    'Cường',
    'Danh',
    'Duy',
    'Hải',
    'Hiếu',
    'Hòa',
    'Khải',
    'Khoa',
    'Lâm',
    'Lộc',
    'Nghĩa',
    'Nhân',
    'Phát',
    'Phúc',
    'Quân',
    'Sơn',
    'Tâm',
    'Thành',
    'Thịnh',
    'Toàn',
    'Trí',
    'Tùng',
    'Vinh',
  ],
};

/** Names composed at random; the note beside each of them and the mail domain say so. */
export function people(random: Random): () => string {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const parts = random.chance(0.48) ? WOMEN : MEN;
      const name = `${random.pick(SURNAMES)} ${random.pick(parts.middle)} ${random.pick(parts.given)}`;
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

export const MADE_UP = 'Dữ liệu mẫu: họ tên và thư điện tử được tạo tự động';
export const mailOf = (name: string) => `${name.toLowerCase()}@mau.example`;
