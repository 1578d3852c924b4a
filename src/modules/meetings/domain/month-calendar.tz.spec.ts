import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The calendar of one branch as computed on a machine in `zone`, and that machine's midnight as a check of the zone.
 */
async function reckonedIn(zone: string): Promise<{ offset: number; meetings: { day: string; start: string }[] }> {
  const script = `
    import { monthCalendar } from ${JSON.stringify(new URL('./month-calendar.js', import.meta.url))};
    const rule = { dayOfMonth: 1, time: '00:15', durationMinutes: 90, rollWeekend: true, thematicMonths: [2], thematicDay: 31 };
    const meetings = monthCalendar([{ id: 'b', rule }], '2021-02', new Map([['2021-02-01', 'x']]), 'Asia/Ho_Chi_Minh');
    console.log(JSON.stringify({ offset: new Date(2021, 1, 1).getTimezoneOffset(), meetings }));
  `;
  const args = ['--input-type=module', '--eval', script];
  const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ: zone } });
  return JSON.parse(stdout) as { offset: number; meetings: { day: string; start: string }[] };
}

describe("a month's calendar", () => {
  it('is the same on a server in any zone', async () => {
    const [kiritimati, honolulu, hcm] = await Promise.all(
      ['Pacific/Kiritimati', 'Pacific/Honolulu', 'Asia/Ho_Chi_Minh'].map(reckonedIn),
    );
    expect([kiritimati?.offset, honolulu?.offset, hcm?.offset]).toEqual([-840, 600, -420]);
    expect(hcm?.meetings).toMatchObject([
      { day: '2021-02-02', start: '2021-02-01T17:15:00.000Z' },
      { day: '2021-02-26', start: '2021-02-25T17:15:00.000Z' },
    ]);
    expect([kiritimati?.meetings, honolulu?.meetings]).toEqual([hcm?.meetings, hcm?.meetings]);
  });
});
