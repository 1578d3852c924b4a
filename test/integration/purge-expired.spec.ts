import pg from 'pg';
import { cloneDatabase } from '../support/template.ts';
import { aCommittee, aService } from '../support/service.ts';

describe('what nobody will ask for again', () => {
  it('is forgotten overnight, and nothing else', async () => {
    const cloned = await cloneDatabase();
    const owner = new pg.Client(cloned.url);
    await owner.connect();
    const first = await aService({ databaseUrl: cloned.url, serves: false });
    const { committeeId } = await aCommittee(first);
    await first.end();
    await owner.query(`delete from schedule_claims where schedule ~ '\\.(forget|purge)'`);

    const account = '00000000-0000-7000-8000-000000000001';
    await owner.query(
      `insert into accounts (id, email, name, created_at) values ($1, 'mai.quyen@mau.example', 'Mai Quyên', now())`,
      [account],
    );
    const session = `insert into sessions (token_hash, account_id, committee_id, csrf_token, created_at, last_seen_at, expires_at)
      values ($1, $2, $3, 't', now() - interval '40 days', now() - $4::interval, now() + $5::interval)`;
    await owner.query(session, ['open', account, committeeId, '1 hour', '9 days']);
    await owner.query(session, ['over', account, committeeId, '3 days', '-2 days']);
    await owner.query(session, ['silent', account, committeeId, '9 days', '9 days']);
    const link = `insert into sign_in_links (token_hash, account_id, committee_id, leads_to, created_at, expires_at)
      values ($1, $2, $3, '/', now() - interval '3 days', now() + $4::interval)`;
    await owner.query(link, ['good', account, committeeId, '1 hour']);
    await owner.query(link, ['old', account, committeeId, '-2 days']);
    await owner.query(
      `insert into rate_limits values ('now', 3, now() + interval '1 minute'), ('then', 9, now() - interval '2 days')`,
    );
    await owner.query(
      `insert into schedule_claims values ('long ago', now() - interval '60 days', now()), ('of late', now() - interval '30 days', now())`,
    );

    const second = await aService({ databaseUrl: cloned.url, serves: false });
    const kept = async (column: string, table: string): Promise<unknown[]> =>
      (await owner.query<{ name: unknown }>(`select ${column} as name from ${table} order by 1`)).rows.map(
        (row) => row.name,
      );
    expect(await kept('token_hash', 'sessions')).toEqual(['open']);
    expect(await kept('token_hash', 'sign_in_links')).toEqual(['good']);
    expect(await kept('key', 'rate_limits')).toEqual(['now']);
    const claims = await kept('schedule', 'schedule_claims');
    expect(claims).toContain('of late');
    expect(claims).not.toContain('long ago');

    await second.end();
    await owner.end();
    await cloned.drop();
  });
});
