import type { Role } from '../kernel/actor.ts';
import { month } from '../kernel/month.ts';
import { type NavigationRequest, navigation } from './navigation.ts';

const currentAt = (path: string, more: Partial<NavigationRequest> = {}): string[] =>
  navigation({ role: 'board', month: month('2020-12'), path, hasMailbox: false, ...more })
    .filter((item) => item.current)
    .map((item) => item.key);

describe('the navigation', () => {
  it('marks the page that the reader is on, and only that', () => {
    expect(currentAt('/months/2020-12')).toEqual(['plan']);
    expect(currentAt('/months/2020-12/people?q=an')).toEqual(['people']);
    expect(currentAt('/months/2020-12/publish')).toEqual(['plan']);
  });

  it('marks the list that a page belongs to', () => {
    expect(currentAt('/meetings/1')).toEqual(['plan']);
    expect(currentAt('/submissions/1')).toEqual(['forms']);
    expect(currentAt('/calibration')).toEqual(['forms']);
    expect(currentAt('/my/severity', { role: 'specialist' })).toEqual(['visits']);
    expect(currentAt('/submissions/1', { role: 'specialist' })).toEqual(['visits']);
    expect(currentAt('/imports/1')).toEqual(['directory']);
    expect(currentAt('/years/2020')).toEqual(['people']);
    expect(currentAt('/years/2019', { role: 'leader' })).toEqual(['year']);
    expect(currentAt('/backtests')).toEqual(['policy']);
    expect(currentAt('/my/absences', { role: 'specialist' })).toEqual(['visits']);
  });

  it('marks nothing on a page of no list', () => {
    expect(currentAt('/account')).toEqual([]);
  });

  it('shows the mailbox where there is one, to those who may read in it', () => {
    const keys = (role: Role, hasMailbox: boolean): string[] =>
      navigation({ role, month: month('2020-12'), path: '/', hasMailbox }).map((item) => item.key);
    expect([keys('specialist', true), keys('leader', true).includes('mailbox')]).toEqual([['visits'], false]);
    expect([keys('board', false).includes('mailbox'), keys('board', true).includes('mailbox')]).toEqual([false, true]);
  });

  it('keeps the mailbox in the menu of the account, so that the bar stays one line', () => {
    const items = navigation({ role: 'admin', month: month('2020-12'), path: '/', hasMailbox: true });
    expect(items.filter((item) => item.isAside).map((item) => item.key)).toEqual(['mailbox']);
  });
});
