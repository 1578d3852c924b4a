import { hostWithRightEnd, likelyProvider } from './mail-hosts.ts';

describe('a host of mail', () => {
  it.each([
    ['gmail.con', 'gmail.com'],
    ['hcm.gov.vm', 'hcm.gov.vn'],
    ['yahoo.comm', 'yahoo.com'],
    ['fpt.nte', 'fpt.net'],
  ])('cannot end as %s does, but as %s', (host, meant) => {
    expect(hostWithRightEnd(host)).toBe(meant);
  });

  it.each(['gmail.com', 'hcm.gov.vn', 'a.co', 'a.cm', 'mau.example', 'nv.gov.vn', 'con.vn'])('can be %s', (host) => {
    expect(hostWithRightEnd(host)).toBeNull();
  });

  it.each([
    ['gmial.com', 'gmail.com'],
    ['gamil.com', 'gmail.com'],
    ['gmal.com', 'gmail.com'],
    ['gmaill.com', 'gmail.com'],
    ['gnail.com', 'gmail.com'],
    ['gmail.vn', 'gmail.com'],
    ['gmail.com.vn', 'gmail.com'],
    ['gmail.co', 'gmail.com'],
    ['yaho.com.vn', 'yahoo.com.vn'],
    ['yahoo.co', 'yahoo.com'],
    ['hotmial.com', 'hotmail.com'],
    ['outlok.com', 'outlook.com'],
    ['iclould.com', 'icloud.com'],
  ])('%s was probably meant to be %s', (host, meant) => {
    expect(likelyProvider(host)).toBe(meant);
  });

  it.each([
    ...['gmail.com', 'yahoo.com', 'yahoo.com.vn', 'outlook.com.vn', 'hotmail.com', 'icloud.com'],
    ...['mail.com', 'ymail.com', 'email.vn', 'gmal.gov.vn', 'quan4.gov.vn', 'mau.example', 'a.b'],
  ])('%s may well be meant', (host) => {
    expect(likelyProvider(host)).toBeNull();
  });
});
