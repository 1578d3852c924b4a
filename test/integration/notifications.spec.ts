import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import PostalMime from 'postal-mime';
import type { DataSource } from 'typeorm';
import { AuditTrail } from '../../src/modules/audit/infra/audit-trail.ts';
import { readConfig } from '../../src/config/config.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { Clock } from '../../src/kernel/clock.ts';
import { newId } from '../../src/kernel/id.ts';
import { day, type Month } from '../../src/kernel/month.ts';
import { type MailDraft, SendMailsAgain, type VisitOccasion } from '../../src/modules/notifications/index.ts';
import { PostgresOutbox } from '../../src/modules/notifications/infra/postgres-outbox.ts';
import { MailRenderer } from '../../src/modules/notifications/infra/mail-renderer.ts';
import { Calendars } from '../../src/modules/notifications/infra/calendars.ts';
import { MailWriter } from '../../src/modules/notifications/infra/mail-writer.ts';
import { MessageWriter } from '../../src/modules/notifications/infra/message-writer.ts';
import { WebhookMessages } from '../../src/modules/notifications/infra/repositories/webhook-messages.ts';
import { Webhooks } from '../../src/modules/notifications/infra/repositories/webhooks.ts';
import { MailHolds } from '../../src/modules/notifications/infra/repositories/mail-holds.ts';
import { StoredMails } from '../../src/modules/notifications/infra/repositories/stored-mails.ts';
import { SendMail } from '../../src/modules/notifications/infra/send-mail.ts';
import { MailsReadModel } from '../../src/modules/notifications/infra/mails-read-model.ts';
import { applicationDatabase } from '../../src/platform/database/database.ts';
import { DatabaseListener } from '../../src/platform/database/listener.ts';
import { PostgresUnitOfWork } from '../../src/platform/database/postgres-unit-of-work.ts';
import { PostgresJobs } from '../../src/platform/jobs/postgres-jobs.ts';
import { SmtpTransport } from '../../src/platform/mail/smtp-transport.ts';
import { MailServer } from '../support/mail-server.ts';
import { onDatabase } from '../support/postgres.ts';
import { type ClonedDatabase, cloneDatabase } from '../support/template.ts';

const OFFICE_NOW = new Date('2020-11-25T02:00:00Z');

class TestClock extends Clock {
  override now(): Date {
    return OFFICE_NOW;
  }

  override real(): Date {
    return new Date();
  }
}

describe('the outbox', () => {
  const server = new MailServer();
  const clock = new TestClock();
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const config = readConfig({
    PUBLIC_URL: 'https://giaoban.example',
    SMTP_URL: 'smtp://mail.quan4.example',
    MAIL_FROM: 'Giao Ban Quận 4 <giaoban@quan4.example>',
  });
  const actor: Actor = { accountId: null, committeeId: newId<'Committee'>(), roles: ['board'], specialistId: null };
  let cloned: ClonedDatabase;
  let database: DataSource;
  let work: PostgresUnitOfWork;
  let listener: DatabaseListener;
  let jobs: PostgresJobs;
  let outbox: PostgresOutbox;
  let report: MailsReadModel;
  let again: SendMailsAgain;
  let transport: SmtpTransport;

  beforeAll(async () => {
    await server.listen();
    cloned = await cloneDatabase();
    await onDatabase(cloned.url, (client) =>
      client.query(
        `insert into committees (id, code, name, time_zone, is_sample, created_at) values ($1, 'q4', 'Quận ủy Quận 4', 'Asia/Ho_Chi_Minh', true, now())`,
        [actor.committeeId],
      ),
    );
    database = await applicationDatabase({ url: cloned.url, entities: [] }).initialize();
    work = new PostgresUnitOfWork(database);
    listener = new DatabaseListener(cloned.url, log);
    jobs = new PostgresJobs(cloned.url, work, listener, log);
    transport = new SmtpTransport({ url: server.url, connectSeconds: 1, silenceSeconds: 1 });
    const audit = new AuditTrail(work, clock);
    const writer = new MailWriter(work, new MailRenderer(), config);
    const holds = new MailHolds(work);
    const messages = new WebhookMessages(work, jobs, clock);
    outbox = new PostgresOutbox(
      work,
      jobs,
      clock,
      writer,
      new MessageWriter(work, new Webhooks(work, clock), messages),
      messages,
    );
    report = new MailsReadModel(work, clock, config);
    again = new SendMailsAgain(work, new StoredMails(work, jobs, writer, holds, clock), audit);
    new SendMail(work, jobs, transport, holds, clock, audit, log).onModuleInit();
    await listener.start();
    jobs.start();
  });

  afterAll(async () => {
    await jobs.stop();
    await listener.stop();
    await transport.close();
    await server.close();
    await database.destroy();
    await cloned.drop();
  });

  let people = 0;
  const aDraft = (over: Partial<Pick<MailDraft, 'to' | 'thread' | 'invitations'>> = {}): MailDraft => {
    const n = ++people;
    return {
      key: `test/${n}`,
      to: { address: `person-${n}@quan4.example`, name: `Người Mẫu ${n}` },
      locale: 'vi',
      template: 'sign-in-link',
      model: { link: 'https://giaoban.example/sign-in', minutes: 15 },
      ...over,
    };
  };

  const plain = () => {
    const { key, to, locale } = aDraft();
    return { key, to, locale };
  };

  const anIdentity = (): VisitOccasion['identity'] => ({
    uid: `${newId()}@giaoban.example`,
    organizer: { name: 'Giao Ban Quận 4', address: 'giaoban@quan4.example' },
    sequence: 0,
    changedAt: OFFICE_NOW,
  });

  const post = (...drafts: MailDraft[]) =>
    work.as(actor, () =>
      work.run(async () => {
        for (const draft of drafts) await outbox.post(draft);
      }),
    );

  const find = (key: string) => work.as(actor, () => report.find(key));

  /** Makes mails that wait for a later attempt due now. */
  const hurry = () =>
    onDatabase(cloned.url, (client) =>
      // Jobs that a worker holds at this moment are left alone, because waiting for several of them could be a deadlock.
      client.query(`update jobs set due_at = now() where (committee_id, id) in (select committee_id, id from jobs
        where state in ('waiting', 'retry') for update skip locked); notify giaoban_jobs, 'mail'`),
    );

  /** The mail as it is after its first attempt. */
  const tried = async (key: string) => {
    for (;;) {
      const mail = await find(key);
      if (mail && mail.attempts > 0) return mail;
      await sleep(50);
    }
  };

  /** The mail once nothing more will happen to it. */
  const settled = async (key: string) => {
    for (;;) {
      const mail = await find(key);
      if (mail && mail.state !== 'queued') return mail;
      await hurry();
      await sleep(50);
    }
  };

  it('sends a mail that was posted, once, as of the office day', async () => {
    const draft = aDraft();
    await post(draft);
    expect(await settled(draft.key)).toMatchObject({ state: 'sent', attempts: 1, lastError: null, sentAt: OFFICE_NOW });
    const [mime, ...others] = server.takenBy(draft.to.address);
    expect(others).toEqual([]);
    const mail = await new PostalMime().parse(mime ?? '');
    expect(mail.date).toBe(OFFICE_NOW.toISOString());
    expect(mail.messageId).toMatch(/^<[0-9a-f]{32}@giaoban\.example>$/);
    expect(mail.from).toMatchObject({ name: 'Giao Ban Quận 4', address: 'giaoban@quan4.example' });
    expect(mail.text).toContain('Quận ủy Quận 4');
  });

  it('keeps no link that lets somebody in, once it is sent, and keeps other mails as they were', async () => {
    const secret = aDraft();
    const { key, to, locale } = aDraft();
    const plain: MailDraft = { key, to, locale, template: 'test-mail', model: { link: 'https://giaoban.example/' } };
    await post(secret, plain);
    await settled(secret.key);
    await settled(plain.key);
    const mimeOf = async (key: string) => {
      const sql = `select content->>'mime' as mime from mails where key = $1`;
      const [row] = await work.as(actor, () => work.run(() => work.query<{ mime: string | null }>(sql, [key])));
      return row?.mime;
    };
    expect(await mimeOf(secret.key)).toBeNull();
    expect([await mimeOf(plain.key)]).toEqual(server.takenBy(plain.to.address));
  });

  it('has no mail of a transaction that failed', async () => {
    const draft = aDraft();
    const failed = work.as(actor, () =>
      work.run(async () => {
        await outbox.post(draft);
        throw new Error('after the post');
      }),
    );
    await expect(failed).rejects.toThrow('after the post');
    const later = aDraft();
    await post(later);
    await settled(later.key);
    expect(await find(draft.key)).toBeNull();
    expect(server.takenBy(draft.to.address)).toEqual([]);
  });

  it('has one mail of a key, however often and from wherever it is posted', async () => {
    const draft = aDraft();
    await post(draft, draft);
    await Promise.all([post(draft), post(draft), post(draft)]);
    await settled(draft.key);
    await post(draft);
    const later = aDraft();
    await post(later);
    await settled(later.key);
    expect(server.takenBy(draft.to.address)).toHaveLength(1);
  });

  it.each([
    ['defers', 1],
    ['hangs up', 1],
    ['hangs up in data', 1],
    ['late', 2],
    ['unsaid', 2],
    ['cut', 1],
  ] as const)(
    'gets a mail through where the server does this: %s, with the same bytes each time',
    async (fault, times) => {
      const draft = aDraft();
      server.willFail(draft.to.address, fault);
      await post(draft);
      expect(await settled(draft.key)).toMatchObject({ state: 'sent', lastError: null });
      const taken = server.takenBy(draft.to.address);
      expect(taken).toHaveLength(times);
      expect(new Set(taken).size).toBe(1);
    },
  );

  it('waits for a server that is away', async () => {
    const draft = aDraft();
    await server.close();
    await post(draft);
    const waiting = await tried(draft.key);
    expect(waiting).toMatchObject({ state: 'queued' });
    expect(waiting.lastError).toMatch(/^E(SOCKET|CONNECTION)/);
    await server.listen();
    expect(await settled(draft.key)).toMatchObject({ state: 'sent', lastError: null });
    expect(server.takenBy(draft.to.address)).toHaveLength(1);
  });

  it.each(['rejects', 'rejects content'] as const)('gives up at once on a server that %s', async (fault) => {
    const draft = aDraft();
    server.willFail(draft.to.address, fault, fault);
    await post(draft);
    const mail = await settled(draft.key);
    expect(mail).toMatchObject({ state: 'failed', attempts: 1, sentAt: null });
    expect(mail.lastError).toMatch(/55[04] 5\.\d\.1/);
    expect(mail.lastError).not.toContain('@');
    expect((await work.as(actor, () => report.listFailed(10))).map(({ mailId }) => mailId)).toContain(mail.mailId);
    expect(server.takenBy(draft.to.address)).toEqual([]);
  });

  it('gives up on a server that never gets ready', async () => {
    const draft = aDraft();
    server.willFail(draft.to.address, 'defers', 'defers');
    await post(draft);
    await tried(draft.key);
    await work.as(actor, () =>
      work.run(() => work.query(`update mails set attempts = 79 where key = $1`, [draft.key])),
    );
    const { mailId, ...mail } = await settled(draft.key);
    expect(mail).toMatchObject({ state: 'failed', attempts: 80 });
    const entries = await work.as(actor, () =>
      work.run(() => work.query(`select action from audit_entries where subject_id = $1`, [mailId])),
    );
    expect(entries).toEqual([{ action: 'mail.given_up' }]);
  });

  describe('a server that refuses everything', () => {
    const month = (text: string) => text as Month;
    const aPlainDraft = (over: Partial<Pick<MailDraft, 'month'>> = {}): MailDraft => {
      return { ...plain(), template: 'test-mail', model: { link: 'https://giaoban.example/' }, ...over };
    };
    const delivery = (of: string) => work.as(actor, () => report.delivery({ month: month(of) }, 50));
    const isSending = async () =>
      (
        await work.as(actor, () =>
          work.run(() => work.query(`select 1 from jobs where name = 'mail.send' and state = 'running'`)),
        )
      ).length > 0;
    const untilHeld = async (of: string) => {
      for (;;) {
        const now = await delivery(of);
        // A mail that is being sent at the moment is not one of those held.
        if (now.hold && now.failed === 0 && !(await isSending())) return now;
        await sleep(50);
      }
    };
    const aDutyDraft = (of: string): MailDraft => ({
      ...plain(),
      month: month(of),
      template: 'form-returned',
      model: {
        day: day('2020-12-03'),
        branch: 'P1',
        comment: 'Thiếu',
        remarks: 0,
        reviewer: 'Ban',
        wasAccepted: false,
        link: 'https://giaoban.example/',
      },
    });

    afterEach(() => {
      server.refusesAll = false;
    });

    it('is a trouble of the service: every mail is held, none given up, and all go out once it takes mails again', async () => {
      server.refusesAll = true;
      const drafts = Array.from({ length: 12 }, () => aDutyDraft('2021-01'));
      await post(...drafts);
      const held = await untilHeld('2021-01');
      expect(held).toMatchObject({ leavesHouse: true, total: 12, sent: 0, waiting: 12, failed: 0 });
      expect(held.hold?.lastError).toContain('550 5.7.60');
      expect(held.troubles.map(({ fault }) => fault)).toContain('service');
      server.refusesAll = false;
      expect(await work.as(actor, () => again.all(month('2021-01')))).toBe(12);
      for (const { key } of drafts) expect(await settled(key)).toMatchObject({ state: 'sent', fault: null });
      expect(await delivery('2021-01')).toMatchObject({ sent: 12, failed: 0, hold: null, troubles: [] });
      for (const { to } of drafts) expect(server.takenBy(to.address)).toHaveLength(1);
    });

    it('is not one that refuses two mails for themselves and takes the others', async () => {
      const [bad, worse, ...good] = Array.from({ length: 6 }, () => aDutyDraft('2021-02'));
      for (const draft of [bad, worse]) server.willFail(draft?.to.address ?? '', 'rejects content', 'rejects content');
      await post(...[bad, worse, ...good].flatMap((draft) => draft ?? []));
      for (const { key } of good) expect(await settled(key)).toMatchObject({ state: 'sent' });
      for (const draft of [bad, worse]) {
        expect(await settled(draft?.key ?? '')).toMatchObject({ state: 'failed', fault: 'message' });
      }
      const { failed, hold, troubles } = await delivery('2021-02');
      expect([failed, hold, troubles.map(({ subject }) => subject).length]).toEqual([2, null, 2]);
    });

    it('is tried again by a test mail at once', async () => {
      server.refusesAll = true;
      await post(...Array.from({ length: 4 }, () => aDutyDraft('2021-03')));
      await untilHeld('2021-03');
      server.refusesAll = false;
      const trial = aPlainDraft();
      await post(trial);
      expect(await tried(trial.key)).toMatchObject({ state: 'sent' });
      expect((await delivery('2021-03')).hold).toBeNull();
      await settledAll('2021-03');
    });

    const settledAll = async (of: string) => {
      for (;;) {
        if ((await delivery(of)).waiting === 0) return;
        await sleep(50);
      }
    };
  });

  it('sends a failed mail again, to the address that its reader has by now, its calendar entry included', async () => {
    const specialistId = newId<'Specialist'>();
    const [departmentId, old, current] = [newId(), 'lac@quan4.example', 'dung@quan4.example'];
    await onDatabase(cloned.url, async (client) => {
      await client.query(
        `insert into departments (committee_id, id, code, name, short_name, position) values ($1, $2, 'X', 'X', 'X', 99)`,
        [actor.committeeId, departmentId],
      );
      await client.query(
        `insert into specialists (committee_id, id, code, name, given_name, email, department_id, min_visits, max_visits, may_lead)
         values ($1, $2, 'S1', 'Người Mẫu', 'Mẫu', $3, $4, 0, 6, false)`,
        [actor.committeeId, specialistId, old, departmentId],
      );
    });
    const visit: VisitOccasion = {
      visitId: newId<'Visit'>(),
      startsAt: new Date('2020-12-03T12:30:00Z'),
      endsAt: new Date('2020-12-03T14:00:00Z'),
      zone: 'Asia/Ho_Chi_Minh',
      label: 'KP3, P2',
      branch: 'Chi bộ Khu phố 3, Phường 2',
      organisation: 'Đảng bộ Phường 2',
      kind: 'regular',
      secretary: null,
      companions: [],
      place: 'Nhà văn hóa khu phố 3',
      link: 'https://giaoban.example/visits/1',
      attendee: { name: 'Người Mẫu', address: old, accepted: false },
      identity: anIdentity(),
    };
    const invited: MailDraft = {
      ...plain(),
      invitations: [new Calendars(config, clock).invitation('REQUEST', visit, 'vi')],
      to: { address: old, name: 'Người Mẫu', specialistId },
      template: 'test-mail',
      model: { link: 'https://giaoban.example/' },
    };
    server.willFail(old, 'rejects');
    await post(invited);
    const failed = await settled(invited.key);
    expect(failed).toMatchObject({ state: 'failed', fault: 'recipient', canBeSentAgain: true });
    await onDatabase(cloned.url, (client) =>
      client.query(`update specialists set email = $2 where id = $1`, [specialistId, current]),
    );
    await work.as(actor, () => again.one(failed.mailId));
    expect(await settled(invited.key)).toMatchObject({ state: 'sent', toAddress: current });
    const [mime] = server.takenBy(current);
    const mail = await new PostalMime().parse(mime ?? '');
    expect(mail.to?.map(({ address }) => address)).toEqual([current]);
    const [card] = mail.attachments;
    const ics = typeof card?.content === 'string' ? card.content : new TextDecoder().decode(card?.content);
    expect(ics.replace(/\r?\n[ \t]/g, '').toLowerCase()).toContain(`mailto:${current}`);
    expect([ics.includes(old), Math.max(...ics.split(/\r?\n/).map((line) => Buffer.byteLength(line))) <= 75]).toEqual([
      false,
      true,
    ]);
    expect(server.takenBy(old)).toEqual([]);
    expect(await work.as(actor, () => again.one(failed.mailId))).toBe(0);
  });

  it('does not keep a sign-in link to send it again', async () => {
    const draft = aDraft();
    server.willFail(draft.to.address, 'rejects');
    await post(draft);
    const { mailId, canBeSentAgain } = await settled(draft.key);
    expect(canBeSentAgain).toBe(false);
    await expect(work.as(actor, () => again.one(mailId))).rejects.toMatchObject({ code: 'mail.gone' });
    await expect(work.as(actor, () => again.one(newId()))).rejects.toMatchObject({ code: 'mail.not_found' });
  });

  describe('with calendars', () => {
    const calendars = new Calendars(config, clock);
    const aVisit = (): VisitOccasion => ({
      visitId: newId<'Visit'>(),
      startsAt: new Date('2020-12-03T12:30:00Z'),
      endsAt: new Date('2020-12-03T14:00:00Z'),
      zone: 'Asia/Ho_Chi_Minh',
      label: 'KP3, P2',
      branch: 'Chi bộ Khu phố 3, Phường 2',
      organisation: 'Đảng bộ Phường 2',
      kind: 'regular',
      secretary: null,
      companions: [],
      place: 'Nhà văn hóa khu phố 3',
      link: 'https://giaoban.example/visits/1',
      attendee: { name: 'Người Mẫu', address: 'person@quan4.example', accepted: false },
      identity: anIdentity(),
    });

    it('never lets a cancellation overtake its invitation, and puts it into its thread', async () => {
      const visit = aVisit();
      const invited = aDraft({ invitations: [calendars.invitation('REQUEST', visit, 'vi')] });
      const cancelled = aDraft({
        to: invited.to,
        thread: invited.key,
        invitations: [calendars.invitation('CANCEL', { ...visit, identity: { ...visit.identity, sequence: 1 } }, 'vi')],
      });
      server.willFail(invited.to.address, 'defers', 'hangs up');
      await post(invited);
      await post(cancelled);
      await settled(cancelled.key);
      const mails = await Promise.all(server.takenBy(invited.to.address).map((mime) => new PostalMime().parse(mime)));
      expect(mails.map(({ attachments: [card] }) => card?.method)).toEqual(['REQUEST', 'CANCEL']);
      const [first, second] = mails;
      expect([second?.inReplyTo, second?.references]).toEqual([first?.messageId, first?.messageId]);
      expect(await find(invited.key)).toMatchObject({ state: 'sent' });
      expect(await find(cancelled.key)).toMatchObject({ state: 'sent', attempts: 1 });
    });

    it('sends a cancellation even where its invitation was refused', async () => {
      const invited = aDraft();
      const cancelled = aDraft({ thread: invited.key });
      server.willFail(invited.to.address, 'defers', 'rejects');
      await post(invited, cancelled);
      expect(await settled(cancelled.key)).toMatchObject({ state: 'sent' });
      expect(await find(invited.key)).toMatchObject({ state: 'failed' });
    });

    it('does not lose a follower that looks while what it follows is being recorded', async () => {
      const pairs = Array.from({ length: 12 }, () => {
        const first = aDraft();
        return { first, second: aDraft({ to: first.to, thread: first.key }) };
      });
      await Promise.all(pairs.map(({ first }) => post(first)));
      await Promise.all(pairs.map(({ second }) => post(second)));
      for (const { first, second } of pairs) {
        await settled(second.key);
        expect(server.takenBy(first.to.address)).toHaveLength(2);
      }
    });

    it('refuses to follow a mail that was never posted', async () => {
      await expect(post(aDraft({ thread: 'nowhere' }))).rejects.toThrow('no mail was posted as nowhere');
    });
  });

  it('sends many mails at once over a few connections', async () => {
    const drafts = Array.from({ length: 60 }, () => aDraft());
    const before = server.connections;
    await post(...drafts);
    for (const draft of drafts) await settled(draft.key);
    expect(server.connections - before).toBeLessThanOrEqual(8);
    expect((await work.as(actor, () => report.counts())).queued).toBe(0);
  });

  it('keeps one committee from seeing the mails of another', async () => {
    const draft = aDraft();
    await post(draft);
    const other: Actor = { ...actor, committeeId: newId<'Committee'>() };
    expect(await work.as(other, () => report.find(draft.key))).toBeNull();
    expect(await work.as(other, () => report.counts())).toEqual({ queued: 0, sent: 0, failed: 0, replaced: 0 });
    await settled(draft.key);
  });

  it('writes no address and no name into the log', () => {
    expect(logged.filter((line) => line.includes('mail.')).length).toBeGreaterThan(100);
    for (const line of logged) expect(line).not.toMatch(/@|Người Mẫu/);
  });
});
