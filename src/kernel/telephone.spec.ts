import { readTelephone } from './telephone.ts';

describe('a telephone number', () => {
  it.each([
    ['0912 345 678', '0912345678'],
    ['(028) 38.123.456', '02838123456'],
    ['+84 912-345-678', '+84912345678'],
    ['84 912 345 678', '84912345678'],
    ['01234', null],
    ['912345678', null],
    ['841234567', null],
    ['gọi tôi', null],
    ['', null],
  ])('is read from %j as %j', (text, expected) => {
    expect(readTelephone(text)).toBe(expected);
  });
});
