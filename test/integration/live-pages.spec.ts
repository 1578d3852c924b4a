import { setTimeout as pause } from 'node:timers/promises';
import { day, type Month } from '../../src/kernel/month.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { browserOf } from '../support/pages.ts';
import { aCommittee, aService, signIn } from '../support/service.ts';

describe('the open page of a month', () => {
  it('is told by the stream that somebody changed it, until its account is signed out', async () => {
    const service = await aService({ works: false });
    const committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    await aSpecialist(service, committee, ground);
    const branchId = await aBranch(service, committee, ground);
    const board = await signIn(service, committee, { email: 'ban@mau.example', name: 'Trần Văn Ban', role: 'board' });
    const browser = browserOf(service, board);
    const { html } = await browser.open('/months/2020-12');
    const address = /data-changes="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
    expect(address).toMatch(/^\/events\?about=month\/2020-12&since=/);

    const stranger = await fetch(`${service.url}${address ?? ''}`);
    expect(stranger.status).toBe(401);
    const nothing = await fetch(`${service.url}/events`, { headers: { cookie: board.cookie } });
    expect(nothing.status).toBe(404);

    const stream = await fetch(`${service.url}${address ?? ''}`, { headers: { cookie: board.cookie } });
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    let text = '';
    let isOver = false;
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) text += Buffer.from(chunk as Uint8Array).toString();
      isOver = true;
    })();
    const add = (time: string) =>
      service.work.as(committee, () =>
        service.get(AddMeeting).execute('2020-12' as Month, {
          branchId,
          kind: 'regular',
          day: day('2020-12-10'),
          time,
          minutes: 90,
          place: '',
          note: '',
        }),
      );
    await add('19:30');
    while (!text.includes('event: change')) await pause(20);
    expect(text).toContain('"name":"meeting.added"');
    expect(text).not.toContain(branchId);
    expect(isOver).toBe(false);
    await browser.post('/sign-out', {});
    await reading; // the server has ended it
    await service.end();
  });
});
