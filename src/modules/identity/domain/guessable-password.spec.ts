import { isWeakPassword } from './account.ts';

const owner = { email: 'nhan.vo@mau.example', name: 'Võ Gia Nhân' };

describe('a password', () => {
  it.each([
    'ngắn thôi',
    'password1234',
    '123456789012',
    'qwertyuiop12',
    'giaoban12345',
    'matkhau123456',
    'Mật khẩu 123456',
    'vogianhan1234',
    'Võ Gia Nhân 1975',
    'nhan.vo@mau.example',
    'Nhan.Vo.2026!!',
    'aaaaaaaaaaaa',
    'P@ssw0rd!2026',
    'chiboquanuy2026',
    '!!!!!!!!!!!!!!',
  ])('is refused where anybody would try it first: %s', (password) => {
    expect(isWeakPassword(password, owner)).toBe(true);
  });

  it.each([
    'mười hai con giáp đi chợ',
    'Xx4-tf9-kdm2-pq',
    'password của con mèo nhà tôi',
    'correct horse battery',
    '密码很长很长很长很长很安全',
  ])('is taken where it is long and somebody’s own: %s', (password) => {
    expect(isWeakPassword(password, owner)).toBe(false);
  });
});
