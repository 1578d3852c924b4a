import { canonicalZone, isElsewhere } from './zone.ts';

describe('a time zone', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', 'Asia/Ho_Chi_Minh'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['asia/ho_chi_minh', 'Asia/Ho_Chi_Minh'],
    ['ASIA/SAIGON', 'Asia/Ho_Chi_Minh'],
    ['Asia/Bangkok', 'Asia/Bangkok'],
    ['America/New_York', 'America/New_York'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['SE Asia Standard Time', null],
    ['+07:00', null],
    ['', null],
  ])('%s is %s', (written, name) => {
    expect(canonicalZone(written)).toBe(name);
  });

  it.each([
    ['Asia/Ho_Chi_Minh', false],
    ['Asia/Bangkok', false],
    ['America/New_York', true],
    ['UTC', true],
  ])('%s has other clocks than Vietnam: %s', (zone, expected) => {
    expect(isElsewhere(zone, new Date('2026-11-20T02:00:00Z'))).toBe(expected);
  });
});
