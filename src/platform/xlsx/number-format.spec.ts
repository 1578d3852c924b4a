import { formatKind, numberCell } from './number-format.ts';

describe('the format of a number', () => {
  it.each([
    ['General', 'general'],
    ['General" phút"', 'general'],
    ['0', 'number'],
    ['#,##0.00 ₫', 'number'],
    ['"ngày "0', 'number'],
    ['0\\d', 'number'],
    ['[Red]0', 'number'],
    ['[$-42A]dd/mm/yyyy', 'date'],
    ['dd/mm/yyyy hh:mm', 'date'],
    ['mmm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss', 'time'],
    ['[h]:mm', 'elapsed'],
    ['[mm]:ss', 'elapsed'],
    ['0.00E+00', 'number'],
    ['@', 'number'],
  ])('%s makes a %s of it', (format, kind) => {
    expect(formatKind(format)).toBe(kind);
  });

  it.each([
    [7, '000', '007', '007', 'number'],
    [12_345, '000', '12345', '12345', 'number'],
    [3, '"P8."0', 'P8.3', 'P8.3', 'other'],
    [3, '\\K\\P0', 'KP3', 'KP3', 'number'],
    [90, '0" phút"', '90 phút', '90 phút', 'number'],
    [1_234_567, '#,##0', '1.234.567', null, 'number'],
    [27.5, '0', '28', null, 'number'],
    [7, '0.00', '7,00', null, 'number'],
    [0.875, '0.00%', '87,50%', null, 'percent'],
    [0.875, '0%', '88%', null, 'percent'],
    [200_000, '0.00E+00', '2,00E+5', null, 'number'],
    [1_500, '0,', '2', null, 'other'],
    [-5, '0', '-5', null, 'number'],
    [-5, '0;(0)', '(5)', null, 'number'],
    [-5, '0;0', '5', null, 'other'],
    [0, '0;-0;"–"', '–', null, 'other'],
    [5, ';;;', '', null, 'other'],
    [5, '[>3]"nhiều";0', '5', null, 'other'],
    [0.5, '# ?/?', '0,5', null, 'other'],
    [90_123, '00-000', '90-123', '90-123', 'number'],
    [1_234_567_890_123_456, '0', '1234567890123456', null, 'number'],
    [42, '0 "đ"', '42 đ', '42 đ', 'number'],
    [42, '[$₫-42A] #,##0', '₫ 42', null, 'number'],
    [0.5, '.00', ',50', null, 'number'],
  ])('shows %d by %s as %s', (number, format, shown, text, kind) => {
    expect(numberCell(number, format)).toEqual({ number, format, shown, text, kind });
  });
});
