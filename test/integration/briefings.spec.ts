import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { AuditTrail } from '../../src/modules/audit/index.ts';
import {
  type BriefingContent,
  Briefings,
  CompileBriefing,
  FreezeBriefing,
  type MonthBriefing,
} from '../../src/modules/briefings/index.ts';
import { textOf } from '../../src/modules/briefings/domain/statement.ts';
import { contentOf, outdatedEdits } from '../../src/modules/briefings/domain/month-briefing.ts';
import { type Answers, SeedStandardRubric } from '../../src/modules/evaluations/index.ts';
import { Outbox } from '../../src/modules/notifications/index.ts';
import { withAttendance } from '../fixtures/some-answers.ts';
import { Documents } from '../../src/modules/documents/index.ts';
import { PostgresEvents } from '../../src/platform/events/postgres-events.ts';
import { aForm } from '../support/a-form.ts';
import { aBranch, aGround, aSpecialist, aVisit, type Ground } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { readPdf } from '../support/pdf-text.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

interface BriefingBody {
  state: 'draft' | 'frozen';
  version: number;
  revision: number;
  symbol: string | null;
  documentId: string | null;
  compiledAt: string;
  missingForms: number;
}

const DECEMBER = month('2020-12');
const PATH = '/months/2020-12/briefing';

describe('the briefing of a month', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
    await service.clock.moveTo(new Date('2020-12-15T02:00:00Z'));
  });
  afterAll(() => service.end());

  /** A committee with a board, a leader and a specialist; `visit` sends the specialist to a new branch. */
  async function anOffice(name?: string) {
    const committee = await aCommittee(service, name);
    const ground: Ground = await aGround(service, committee);
    await service.as(committee, () => service.get(SeedStandardRubric).execute());
    const nga = await aSpecialist(service, committee, ground);
    const person = (role: 'board' | 'leader') =>
      signIn(service, committee, { email: `${role}.${committee.committeeId}@mau.example`, name: 'Trần Văn Mẫu', role });
    const board = await person('board');
    const leader = await person('leader');
    const visit = async (heldOn = '2020-12-03') =>
      aVisit(service, committee, {
        branchId: await aBranch(service, committee, ground),
        specialistId: nga.id,
        heldOn: day(heldOn),
      });
    return {
      committee,
      board: client(board),
      leader: client(leader),
      visit,
      form: async (changes: Partial<Answers> = {}) => aForm(service, committee, await visit(), changes),
      rows: <Row>(sql: string, ...values: unknown[]) =>
        service.as(committee, () => service.work.query<Row>(sql, values)),
    };
  }

  function client(person: SignedInPerson) {
    const api = apiOf(service, person);
    const seen = (revision: number | null) => (revision === null ? {} : { 'if-match': `"${revision}"` });
    return {
      get: <T = BriefingBody>() => api<T>('GET', PATH),
      compile: <T = BriefingBody>() => api<T>('POST', PATH),
      edit: <T = BriefingBody>(part: string, text: string, revision: number | null) =>
        api<T>('PUT', `${PATH}/parts/${part}`, { text }, seen(revision)),
      freeze: <T = BriefingBody>(revision: number | null) =>
        api<T>('POST', `${PATH}/freeze`, undefined, seen(revision)),
      file: async (path: string) => {
        const reply = await fetch(service.url + path, { headers: { cookie: person.cookie } });
        return { status: reply.status, bytes: new Uint8Array(await reply.arrayBuffer()) };
      },
    };
  }

  /** Waits until every event is handled. */
  async function handled(committee: Actor): Promise<void> {
    await until(async () => (await service.as(committee, () => service.get(PostgresEvents).pending())) === 0);
  }

  const latest = (committee: Actor): Promise<MonthBriefing> =>
    service.as(committee, () => service.get(Briefings).getLatest(DECEMBER));

  const textsOf = (content: BriefingContent, partId: string): string =>
    content.sections
      .flatMap(({ parts }) => parts)
      .filter(({ id }) => id === partId)
      .flatMap(({ blocks }) => blocks)
      .map((block) => (block.kind === 'paragraph' ? textOf(block.statement) : ''))
      .join(' ');

  it('is refused while no form is accepted, and counts the forms that are missing', async () => {
    const { committee, board, visit, form } = await anOffice();
    await aForm(service, committee, await visit(), {}, 'submitted');
    const early = await board.compile<Problem>();
    expect([early.status, early.body.code]).toEqual([409, 'briefing.nothing_to_compile']);
    expect((await board.get<Problem>()).body.code).toBe('briefing.not_found');

    await form();
    await visit();
    const draft = await board.compile();
    expect([draft.status, draft.etag, draft.body]).toMatchObject([
      200,
      '"1"',
      { state: 'draft', version: 1, revision: 1, symbol: null, documentId: null, missingForms: 2 },
    ]);
    expect((await board.get()).body).toEqual(draft.body);
  });

  it('says in its sections what the forms say, and leads from each number back to them', async () => {
    const { committee, board, visit, rows } = await anOffice();
    const strong = await aForm(service, committee, await visit(), { ...withAttendance(45, 50), selfTotal: 100 });
    const weak = await aForm(service, committee, await visit(), { ...withAttendance(30, 50, 4), selfTotal: 97 });
    const declined = await visit();
    await rows(
      `update visits set state = 'declined', decline_reason = 'Con ốm nặng', decline_kind = 'duty' where id = $1`,
      declined.id,
    );
    const cancelled = await visit();
    await rows(`update visits set state = 'cancelled' where id = $1`, cancelled.id);
    await board.compile();

    const { content } = await latest(committee);
    expect(content.sections.map(({ id }) => id)).toEqual([
      'situation',
      'results',
      'shortcomings',
      'reflections',
      'proposals',
    ]);
    expect(content.figures).toMatchObject({
      assigned: 3,
      attended: 2,
      declined: 1,
      missed: 0,
      forms: 2,
      attendance: { numerator: 75, denominator: 100 },
      speaking: { numerator: 75, denominator: 75 },
      reflections: 2,
    });
    expect(textsOf(content, 'situation.visits')).toContain('bận công tác khác (01 lượt)');
    // The words of a refusal are for the board only.
    expect(JSON.stringify(content)).not.toContain('Con ốm nặng');
    expect(textsOf(content, 'results.attendance')).toContain('75% (75/100)');
    expect(content.annexes.map(({ id }) => id)).toEqual(['visits', 'scores', 'reflections']);
    // Fewer than 75 % and four unexcused: one branch, distinguished from the other.
    expect(content.attention.map(({ sources }) => sources)).toEqual([
      content.origins.filter(({ submissionId }) => submissionId === weak).map(({ line }) => line),
    ]);
    expect(content.origins.map(({ submissionId }) => submissionId).sort()).toEqual([null, strong, weak].sort());
  });

  it('measures by the committee’s own policy from the day on which it starts', async () => {
    const { committee, board, form, rows } = await anOffice();
    await rows(`insert into briefing_policies (committee_id, starts_on, content) values
      (current_committee(), '2020-12-01', '{"attendanceTargetPercent": 95}'),
      (current_committee(), '2021-01-01', '{"attendanceTargetPercent": 99}')`);
    await form(withAttendance(45, 50));
    await board.compile();
    expect(textsOf((await latest(committee)).content, 'results.attendance')).toContain(
      'chưa đạt mục tiêu từ 95% trở lên',
    );
  });

  it('keeps what the board wrote when it is compiled again, and tells that the figures beneath have changed', async () => {
    const { committee, board, form } = await anOffice();
    await form();
    await board.compile();
    const written = await board.edit('results.attendance', 'Đảng viên dự họp đông đủ.\n\nCần giữ vững.', 1);
    expect([written.status, written.body.revision]).toEqual([200, 2]);
    const gone = await board.edit<Problem>('results.weather', 'Trời đẹp.', 2);
    expect([gone.status, gone.body.code]).toEqual([404, 'briefing.part_not_found']);

    await form(withAttendance(20, 40));
    expect((await board.compile()).body).toMatchObject({ state: 'draft', version: 1, revision: 3 });
    const briefing = await latest(committee);
    expect(textsOf(contentOf(briefing), 'results.attendance')).toBe('Đảng viên dự họp đông đủ. Cần giữ vững.');
    expect([...outdatedEdits(briefing)]).toEqual(['results.attendance']);

    await board.edit('results.attendance', '  ', 3);
    expect(textsOf(contentOf(await latest(committee)), 'results.attendance')).toContain('Tỷ lệ đảng viên');
  });

  it('refuses to change what somebody else has changed since', async () => {
    const { board, form } = await anOffice();
    await form();
    await board.compile();
    await board.edit('results.attendance', 'Bản của người thứ nhất.', 1);
    const replies = [
      await board.edit<Problem>('results.attendance', 'Bản của người thứ hai.', 1),
      await board.freeze<Problem>(1),
      await board.freeze<Problem>(null),
    ];
    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [412, 'edit.stale'],
      [412, 'edit.stale'],
      [428, 'http.version_missing'],
    ]);
  });

  it('is frozen once, however many freeze it at once, under one number and with one mail for each leader', async () => {
    const { committee, board, form, rows } = await anOffice();
    await form();
    await board.compile();
    const replies = await Promise.all([1, 2, 3].map(() => board.freeze(1)));
    const [first] = replies;
    expect(replies.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, first?.body]));
    expect(first?.body).toMatchObject({ state: 'frozen', version: 1, revision: 2, symbol: '01-BC/BTC' });
    expect(await rows(`select type, number from documents`)).toEqual([{ type: 'BC', number: 1 }]);
    await handled(committee);
    const mails = await rows<{ subject: string; content: { mime: string } }>(`select subject, content from mails`);
    expect(mails.map(({ subject }) => subject)).toEqual(['Báo cáo giao ban tháng 12/2020 (số 01-BC/BTC)']);
    expect(mails[0]?.content.mime).not.toMatch(/^List-Unsubscribe/im);
    const actions = await rows<{ action: string }>(`select action from audit_entries order by seq`);
    expect(actions.filter(({ action }) => /^(briefing|document)/.test(action))).toEqual([
      { action: 'briefing.compiled' },
      { action: 'briefing.frozen' },
      { action: 'document.issued' },
    ]);
    expect((await latest(committee)).frozen?.symbol).toBe('01-BC/BTC');
  });

  it('changes after a freeze only as the next version', async () => {
    const { board, form, rows } = await anOffice();
    await form();
    await board.compile();
    await board.edit('proposals.next', 'Tháng sau tập trung vào chuyên đề quý.', 1);
    await board.freeze(2);
    const closed = await board.edit<Problem>('results.attendance', 'Sửa sau khi chốt.', 3);
    expect([closed.status, closed.body.code]).toEqual([409, 'briefing.already_frozen']);

    // A draft without differences needs no second number.
    expect((await board.compile()).body).toMatchObject({ state: 'draft', version: 2, revision: 4 });
    const unchanged = await Promise.all([board.freeze(4), board.freeze(4)]);
    for (const { status, body } of unchanged) {
      expect([status, body]).toMatchObject([200, { state: 'frozen', version: 1, revision: 5, symbol: '01-BC/BTC' }]);
    }

    await form();
    const second = await board.compile();
    expect(second.body).toMatchObject({ state: 'draft', version: 2 });
    expect((await board.freeze<Problem>(4)).body.code).toBe('edit.stale');
    expect((await board.freeze(second.body.revision)).body).toMatchObject({ version: 2, symbol: '02-BC/BTC' });
    expect(await rows(`select version, state from briefings order by version`)).toEqual([
      { version: 1, state: 'frozen' },
      { version: 2, state: 'frozen' },
    ]);
  });

  it('is never written over once it is frozen', async () => {
    const { committee, board, form } = await anOffice();
    await form();
    await board.compile();
    await board.freeze(1);
    const frozen = await latest(committee);
    const store = service.as(committee, () => service.get(Briefings).store({ ...frozen, frozen: null, revision: 3 }));
    await expect(store).rejects.toThrow('is frozen');
    expect(await latest(committee)).toEqual(frozen);
  });

  it('prints the head of the audit chain in its foot, and is the same bytes at every rendering', async () => {
    const { committee, board, leader, form, rows } = await anOffice();
    await form();
    await board.compile();
    const { documentId } = (await board.freeze(1)).body;
    const { frozen } = await latest(committee);
    const [entry] = await rows<{ seq: number; action: string }>(
      `select seq, action from audit_entries where hash = $1`,
      frozen?.auditHead,
    );
    expect(entry?.action).toBe('briefing.frozen');
    expect(await service.work.as(committee, () => service.get(AuditTrail).verify())).toMatchObject({ fault: null });

    const pdf = await leader.file(`/documents/${documentId ?? ''}/pdf`);
    const read = await readPdf(pdf.bytes);
    const foot = `Chuỗi nhật ký, mục ${entry?.seq ?? 0}: ${frozen?.auditHead ?? ''}`;
    expect(read.pages.map(({ text }) => text.includes(foot))).not.toContain(false);
    const [row] = await rows<{ content: Parameters<Documents['renderPdf']>[0] }>(`select content from documents`);
    if (!row) throw new Error('no document');
    const again = service.get(Documents);
    expect(Buffer.from(await again.renderPdf(row.content)).equals(pdf.bytes)).toBe(true);
    const docx = await board.file(`/documents/${documentId ?? ''}/docx`);
    expect(Buffer.from(await again.renderDocx(row.content)).equals(docx.bytes)).toBe(true);
  });

  it('is rendered without anybody asking, soon after the freeze', async () => {
    const { committee, board, form, rows } = await anOffice();
    await form();
    await board.compile();
    await board.freeze(1);
    await handled(committee);
    const isThere = async () => {
      const [row] = await rows<{ there: boolean }>(
        `select pdf is not null and docx is not null as there from documents`,
      );
      return row?.there ?? false;
    };
    await until(isThere, 100);
    expect(await isThere()).toBe(true);
    expect(await rows(`select state from jobs where name = 'briefing.render' and state = 'dead'`)).toEqual([]);
  });

  it('is mailed to each leader once, though a handler dies after the commit or once the mail is written', async () => {
    const { committee, board, form, rows } = await anOffice();
    await form();
    await board.compile();
    const outbox = service.get(Outbox);
    const postAll = outbox.postAll.bind(outbox);
    let faults = 1;
    outbox.postAll = async (mails) => {
      const isOurs = mails.some(({ template }) => template === 'briefing-frozen');
      await postAll(mails);
      if (isOurs && faults-- > 0) throw new Error('the handler dies with the mail written');
    };
    expect((await board.freeze(1)).body.state).toBe('frozen');
    await handled(committee);
    outbox.postAll = postAll;
    expect(faults).toBeLessThan(0);
    const isDone = async () =>
      (await rows(`select from jobs where name = 'event:briefing.mail_leaders' and state <> 'done'`)).length === 0;
    await until(isDone);
    // As if the process had died before it recorded the job as completed.
    await rows(
      `update jobs set state = 'retry', finished_at = null, due_at = now() where name = 'event:briefing.mail_leaders'`,
    );
    await rows(`notify giaoban_jobs, 'work'`);
    await until(isDone);
    expect(await rows(`select kind from mails`)).toEqual([{ kind: 'briefing-frozen' }]);
  });

  it('is the board’s to make, the leader’s to read, and nobody else’s', async () => {
    const { board, leader, form } = await anOffice();
    await form();
    await board.compile();
    expect((await leader.get()).body.state).toBe('draft');
    const refused = [await leader.compile(), await leader.edit('results.attendance', 'x', 1), await leader.freeze(1)];
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);

    const elsewhere = await anOffice('Quận ủy Khác');
    expect((await elsewhere.board.get<Problem>()).body.code).toBe('briefing.not_found');
    const { documentId } = (await board.freeze(1)).body;
    expect((await elsewhere.leader.file(`/documents/${documentId ?? ''}/pdf`)).status).toBe(404);
    expect((await elsewhere.board.compile<Problem>()).body.code).toBe('briefing.nothing_to_compile');
  });

  it('compares itself with the frozen briefing of the month before', async () => {
    const { committee, board, visit, form } = await anOffice();
    await aForm(service, committee, await visit('2020-11-03'), withAttendance(30, 40));
    const november = month('2020-11');
    await service.as(committee, () => service.get(CompileBriefing).execute(november));
    await service.as(committee, () => service.get(FreezeBriefing).execute(november, 1));
    await form(withAttendance(36, 40));
    await board.compile();
    const { content } = await latest(committee);
    expect(textsOf(content, 'results.attendance')).toContain('tăng 15 điểm phần trăm so với tháng 11/2020');
  });
});
