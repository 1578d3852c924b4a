import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/kernel/actor.ts';
import { aGround, aSpecialist, type Ground } from '../support/a-month.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

describe('the key of a device', () => {
  let service: TestService;
  let committee: Actor;
  let ground: Ground;
  beforeAll(async () => {
    service = await aService();
    committee = await aCommittee(service);
    ground = await aGround(service, committee);
  });
  afterAll(() => service.end());

  async function somebody(name: string, sessions = 1): Promise<SignedInPerson[]> {
    const { id, email } = await aSpecialist(service, committee, ground, name);
    const person = { email, name, role: 'specialist', specialistId: id } as const;
    const all: SignedInPerson[] = [];
    for (let i = 0; i < sessions; i += 1) all.push(await signIn(service, committee, person));
    return all;
  }
  const keyOf = async (person: SignedInPerson | null, device: string) => {
    const headers = { accept: 'application/json', ...(person && { cookie: person.cookie }) };
    const reply = await fetch(`${service.url}/my/device-key/${device}`, { headers });
    return { status: reply.status, ...((await reply.json()) as { account?: string; key?: string }) };
  };

  it('is the same in each session of its owner, and another for another device or person', async () => {
    const [first, second] = await somebody('Lê Thị Nga', 2);
    const [other] = await somebody('Trần Văn Hòa');
    if (!first || !second || !other) throw new Error('nobody came');
    const [one, two] = [randomUUID(), randomUUID()];
    const asked = await Promise.all([keyOf(first, one), keyOf(first, one), keyOf(second, one)]);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    expect(asked[0]).toMatchObject({ status: 200, account: first.actor.accountId });
    expect(Buffer.from(asked[0]?.key ?? '', 'base64')).toHaveLength(32);
    const keys = [asked[0]?.key, (await keyOf(first, two)).key, (await keyOf(other, one)).key];
    expect(new Set(keys).size).toBe(3);
  });

  it('is brought by a session only, and only to a device that names itself', async () => {
    const [person] = await somebody('Phạm Văn Ba');
    if (!person) throw new Error('nobody came');
    expect((await keyOf(null, randomUUID())).status).toBe(401);
    expect((await keyOf(person, 'my-phone')).status).toBe(400);
  });

  it('comes with pages that say whose they are, and that leave the flash message to the next one', async () => {
    const [person] = await somebody('Võ Thị Tư');
    if (!person) throw new Error('nobody came');
    const cookie = `${person.cookie}; giaoban-flash=${Buffer.from(JSON.stringify({ kind: 'done', key: 'visits.no_stand_in' })).toString('base64url')}`;
    const open = (more: object) =>
      fetch(`${service.url}/my/visits`, { headers: { accept: 'text/html', cookie, ...more } });
    const kept = await open({ 'x-fragment': 'page' });
    expect(kept.headers.get('x-page-of')).toBe(person.actor.accountId);
    expect([await kept.text(), kept.headers.get('set-cookie')]).toEqual([
      expect.not.stringContaining('class="flashes" role="status"'),
      null,
    ]);
    const shown = await open({});
    expect(await shown.text()).toContain('class="flashes" role="status"');
    expect(shown.headers.get('set-cookie')).toContain('giaoban-flash=;');
    expect((await fetch(`${service.url}/sign-in`)).headers.get('x-page-of')).toBeNull();
  });
});
