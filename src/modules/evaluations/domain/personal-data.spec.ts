import { personalDataIn } from './personal-data.ts';

describe('what points at one person', () => {
  it.each([
    ['ông Nguyễn Văn A 0903123456 phản ánh', 'phone'],
    ['gọi 090 312 34 56', 'phone'],
    ['gọi +84 903.123.456', 'phone'],
    ['Bà Trần Thị B đề nghị sửa đèn', 'person'],
    ['Theo chị Lan, rác chưa được dọn', 'person'],
    ['Ông bà có công với cách mạng được thăm hỏi', null],
    ['Đội bóng Anh Dũng', null],
    ['Chi bộ họp ngày 03/12/2020, 1.200.000.000 đồng', null],
    ['Số 123456789012345 trong sổ', null],
    ['Đèn hẻm 48 hỏng nhiều tháng', null],
  ])('%p: %p', (text, expected) => expect(personalDataIn(text)).toBe(expected));
});
