import { clientAddress } from './client-address.ts';

const from = (ip: string | undefined, remoteAddress = '10.0.0.9') => clientAddress({ ip, socket: { remoteAddress } });

describe('by which those who ask are counted', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:12::1', '2001:db8:0:12::/64'],
    ['2001:0DB8::0012:1:2:3:4', '2001:db8:0:12::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
  ])('%s is %s', (ip, counted) => {
    expect(from(ip)).toBe(counted);
  });

  it.each(['x'.repeat(5000), 'unknown', '203.0.113.7:443', '', ' 203.0.113.7', "1'; drop table", '2001:db8::g'])(
    'what is no address counts as the connection: %j',
    (ip) => {
      expect(from(ip)).toBe('10.0.0.9');
    },
  );

  it('is one key where nothing is known', () => {
    expect(clientAddress({ ip: undefined, socket: {} })).toBe('unknown');
  });
});
