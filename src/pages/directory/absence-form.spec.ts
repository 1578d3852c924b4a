import { timeAway } from './absence-form.ts';

const days = { from: '04/01/2021', to: '05/01/2021' };

describe('when somebody says to be away', () => {
  it.each<readonly [Record<string, string>, object | null, readonly string[]]>([
    [days, { from: '2021-01-04', to: '2021-01-05', hours: null }, []],
    [{ ...days, part: 'whole', fromTime: '25:00' }, { from: '2021-01-04', to: '2021-01-05', hours: null }, []],
    [{ ...days, part: 'morning' }, { from: '2021-01-04', to: '2021-01-05', hours: { from: '00:00', to: '12:00' } }, []],
    [{ ...days, part: 'evening' }, { from: '2021-01-04', to: '2021-01-05', hours: { from: '18:00', to: '24:00' } }, []],
    [
      { ...days, part: 'hours', fromTime: '13h30', toTime: '17:00' },
      { from: '2021-01-04', to: '2021-01-05', hours: { from: '13:30', to: '17:00' } },
      [],
    ],
    [
      { ...days, part: 'hours', fromTime: '20:00', toTime: '24:00' },
      { from: '2021-01-04', to: '2021-01-05', hours: { from: '20:00', to: '24:00' } },
      [],
    ],
    [{ ...days, part: 'hours' }, null, ['fromTime', 'toTime']],
    [{ from: '31/02/2021', to: '', part: 'hours', fromTime: '8:00', toTime: '9:00' }, null, ['from', 'to']],
  ])('%j', (body, time, wrong) => {
    const read = timeAway(body);
    expect([read.time, Object.keys(read.faults)]).toEqual([time, wrong]);
  });
});
