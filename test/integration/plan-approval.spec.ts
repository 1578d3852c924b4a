import type { Actor } from '../../src/kernel/actor.ts';
import { day, month } from '../../src/kernel/month.ts';
import { HistoryReadModel } from '../../src/modules/audit/index.ts';
import { RecordAbsence } from '../../src/modules/directory/index.ts';
import { NameDeputy } from '../../src/modules/identity/index.ts';
import { AddMeeting } from '../../src/modules/meetings/index.ts';
import { SolveMonth } from '../../src/modules/planning/application/solve-month.ts';
import { PlanReviewMails } from '../../src/modules/planning/infra/plan-review-mails.ts';
import { PlanMonth, Plans } from '../../src/modules/planning/index.ts';
import { aBranch, aGround, aSpecialist } from '../support/a-month.ts';
import { apiOf, type Problem } from '../support/api.ts';
import { browserOf, hiddenIn } from '../support/pages.ts';
import { aCommittee, aService, signIn, type SignedInPerson, type TestService } from '../support/service.ts';

const DECEMBER = month('2020-12');
const PAGE = '/months/2020-12/plan/review';

interface Reviews {
  readonly planId: string;
  readonly revision: number;
  readonly state: string;
  readonly needsApproval: boolean;
  readonly items: readonly { kind: string; by: string; onBehalfOf: string | null; comment: string | null }[];
}

describe('the approval of a plan', () => {
  let service: TestService;
  let committee: Actor;
  let board: SignedInPerson;
  let leader: SignedInPerson;
  let specialistId: Awaited<ReturnType<typeof aSpecialist>>['id'];
  beforeAll(async () => {
    service = await aService({ works: false });
    await service.clock.moveTo(new Date('2020-11-25T02:00:00Z'));
  });
  afterAll(() => service.end());
  beforeEach(async () => {
    committee = await aCommittee(service);
    const ground = await aGround(service, committee);
    for (let n = 0; n < 3; n++) {
      specialistId = (await aSpecialist(service, committee, ground)).id;
      const branchId = await aBranch(service, committee, ground);
      const at = { day: day(`2020-12-0${n + 1}`), time: '19:30', minutes: 90, place: '', note: '' };
      await service.as(committee, () =>
        service.get(AddMeeting).execute(DECEMBER, { branchId, kind: 'regular', ...at }),
      );
    }
    board = await someone('ban', 'Trần Văn Ban', 'board');
    leader = await someone('truc', 'Lê Thị Trực', 'leader');
    await needsApproval({ needsApproval: true });
    await planned();
  });

  const someone = (mail: string, name: string, role: 'board' | 'leader', of = committee) =>
    signIn(service, of, { email: `${mail}.${of.committeeId.slice(-8)}@mau.example`, name, role });
  const needsApproval = async (values: object) => {
    const seen = (await apiOf(service, board)('GET', '/policies/planning')).etag ?? '';
    const { status } = await apiOf(service, board)(
      'PATCH',
      '/policies/planning',
      { from: '2020-12', values },
      { 'if-match': seen },
    );
    expect(status).toBe(200);
  };
  const planned = async () => {
    const asBoard = <T>(work: () => Promise<T>) => service.work.as(board.actor, work);
    const solveId = await asBoard(() => service.get(PlanMonth).execute(DECEMBER));
    await asBoard(() => service.get(SolveMonth).execute(DECEMBER, solveId, new AbortController().signal));
  };
  const reviews = async () => (await apiOf(service, board)<Reviews>('GET', '/months/2020-12/plan/reviews')).body;
  type Step = 'submission' | 'withdrawal' | 'approval' | 'return';
  const step = async (who: SignedInPerson, name: Step, comment?: string, revision?: number) => {
    const { planId, revision: now } = await reviews();
    return apiOf(service, who)<Reviews & Problem>(
      'POST',
      `/months/2020-12/plan/${name}`,
      { planId, ...(comment !== undefined && { comment }) },
      { 'if-match': `"${revision ?? now}"` },
    );
  };
  const publish = async () => {
    const { planId, revision } = await reviews();
    return apiOf(service, board)('POST', '/months/2020-12/plan/publication', { planId, revision });
  };
  const outcomeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
    body.code === undefined ? status : `${status} ${body.code}`;

  it('comes between the draft and its publication, and is told step by step with everybody’s words', async () => {
    expect(outcomeOf(await publish())).toBe('409 plan.needs_approval');
    const submitted = await step(board, 'submission', 'Đã xếp đủ người.');
    expect(submitted.body).toMatchObject({ state: 'submitted', needsApproval: true });
    expect(outcomeOf(await publish())).toBe('409 plan.needs_approval');
    expect(outcomeOf(await step(leader, 'return', '  '))).toBe('422 plan.comment_missing');
    expect((await step(leader, 'return', 'Khu phố 1 cần hai người.')).body.state).toBe('draft');
    expect((await step(board, 'submission')).body.state).toBe('submitted');
    expect((await step(leader, 'approval', 'Đồng ý.')).body.state).toBe('approved');
    expect((await publish()).status).toBe(201);
    const { items, state } = await reviews();
    expect([state, items.map(({ kind, by, comment }) => [kind, by, comment])]).toEqual([
      'published',
      [
        ['submitted', 'Trần Văn Ban', 'Đã xếp đủ người.'],
        ['sent_back', 'Lê Thị Trực', 'Khu phố 1 cần hai người.'],
        ['submitted', 'Trần Văn Ban', null],
        ['approved', 'Lê Thị Trực', 'Đồng ý.'],
      ],
    ]);
    const header = await service.as(committee, () => service.get(Plans).findHeader(DECEMBER));
    const trail = await service.as(committee, () =>
      service.get(HistoryReadModel).list({ kind: 'plan', id: header?.id ?? '' }, 10),
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'plan.published',
      'plan.approved',
      'plan.submitted',
      'plan.sent_back',
      'plan.submitted',
      'plan.solved',
    ]);
  });

  it('is not asked for where the policy does not, and a draft is published at once', async () => {
    await needsApproval({ needsApproval: false });
    expect(outcomeOf(await step(board, 'submission'))).toBe('409 plan.needs_no_approval');
    expect((await publish()).status).toBe(201);
  });

  it('is each step’s only once, however often it is pressed', async () => {
    const { revision } = await reviews();
    const twice = await Promise.all([1, 2].map(() => step(board, 'submission', 'Xin duyệt.', revision)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    const approved = await Promise.all([1, 2].map(() => step(leader, 'approval', undefined, revision + 1)));
    expect(approved.map(({ status }) => status)).toEqual([200, 200]);
    expect((await step(board, 'submission', 'Xin duyệt.', revision)).status).toBe(200);
    expect((await reviews()).items.map(({ kind }) => kind)).toEqual(['submitted', 'approved']);
  });

  it('of two leaders at once is the first one’s, and the other is told whose it was', async () => {
    const other = await someone('pho', 'Võ Văn Phó', 'leader');
    await step(board, 'submission');
    const { revision } = await reviews();
    const replies = await Promise.all([
      step(leader, 'approval', undefined, revision),
      step(other, 'return', 'Chưa được.', revision),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [refused] = replies.filter(({ status }) => status === 412);
    const [first] = (await reviews()).items.slice(-1);
    expect(refused?.body).toMatchObject({
      code: 'edit.stale',
      title: expect.stringContaining(first?.by ?? '?') as string,
    });
    expect((await reviews()).items).toHaveLength(2);
  });

  it('is refused of what was withdrawn and submitted anew since it was read', async () => {
    await step(board, 'submission');
    const { revision } = await reviews();
    await step(board, 'withdrawal', 'Quên một cuộc họp.');
    await step(board, 'submission');
    const refused = await step(leader, 'approval', undefined, revision);
    expect(outcomeOf(refused)).toBe('412 edit.stale');
    expect(refused.body.title).toContain('Trần Văn Ban');
  });

  it('is nobody’s own, not even as a deputy, unless the policy allows it', async () => {
    await someone('pho', 'Võ Văn Phó', 'leader');
    const both = await someone('truc', 'Lê Thị Trực', 'board');
    await step(both, 'submission');
    expect(outcomeOf(await step(both, 'approval'))).toBe('409 plan.own_submission');
    await step(board, 'withdrawal');

    const [accountId, deputyId] = [leader.actor.accountId, board.actor.accountId];
    if (!accountId || !deputyId) throw new Error('people sign in with accounts');
    const days = { from: day('2020-11-25'), to: day('2020-11-26') };
    await service.as(committee, () =>
      service.get(NameDeputy).execute({ accountId, deputyId, role: 'leader', ...days }),
    );
    await step(board, 'submission');
    expect(outcomeOf(await step(board, 'approval'))).toBe('409 plan.own_submission');
    await needsApproval({ submitterMayApprove: true });
    expect((await step(board, 'approval')).status).toBe(200);
    expect((await reviews()).items.at(-1)).toMatchObject({ by: 'Trần Văn Ban', onBehalfOf: 'Lê Thị Trực' });
    const { html } = await browserOf(service, board).open(PAGE);
    expect(html).toContain('Trần Văn Ban (thay mặt Lê Thị Trực)');
  });

  it('is asked of nobody where nobody could give it', async () => {
    const lonely = await aCommittee(service, 'Đảng ủy Lẻ');
    const mine = await someone('le', 'Ngô Thị Lẻ', 'board', lonely);
    expect((await apiOf(service, mine)('GET', '/months/2020-12/plan/reviews')).status).toBe(404);
    await service.as(committee, () =>
      service.work.query(`delete from memberships where role = 'leader' and account_id = $1`, [leader.actor.accountId]),
    );
    expect(outcomeOf(await step(board, 'submission'))).toBe('409 plan.nobody_approves');
    expect((await browserOf(service, board).open(PAGE)).html).toContain('chưa ai có vai trò Lãnh đạo');
  });

  it('keeps the plan from being changed or made again until it is withdrawn', async () => {
    await step(board, 'submission');
    const made = await apiOf(service, board)('POST', '/months/2020-12/plan/solves');
    expect(outcomeOf(made)).toBe('409 plan.under_review');
    const { planId, revision } = await reviews();
    const undo = () =>
      apiOf(service, board)('POST', '/months/2020-12/plan/edits/undo', { planId }, { 'if-match': `"${revision}"` });
    expect(outcomeOf(await undo())).toBe('409 plan.under_review');
    const month12 = (await browserOf(service, board).open('/months/2020-12')).html;
    expect(month12).toContain('kế hoạch không sửa và không lập lại được');
    expect(month12).not.toContain('action="/months/2020-12/plan"');
    await step(board, 'withdrawal');
    expect((await apiOf(service, board)('POST', '/months/2020-12/plan/solves')).status).toBe(202);
  });

  it('is refused once facts have changed, before and after it was given, and the page says what and how to go on', async () => {
    const absence = (on: string) =>
      service.as(committee, () =>
        service.get(RecordAbsence).execute({ specialistId, from: day(on), to: day(on), kind: 'leave' }),
      );
    await step(board, 'submission');
    await absence('2020-12-03');
    expect(outcomeOf(await step(leader, 'approval'))).toBe('409 plan.outdated_in_review');
    const { html } = await browserOf(service, leader).open(PAGE);
    expect(html).toContain('lịch bận của 1 người');
    expect(html).toContain('Trả lại hoặc rút lại, lập lại kế hoạch rồi gửi duyệt');
    expect(html).not.toContain('formaction="/months/2020-12/plan/approve"');
    await step(leader, 'return', 'Lập lại theo lịch bận mới.');
    await planned();
    expect((await reviews()).items).toHaveLength(2);
    await step(board, 'submission');
    await step(leader, 'approval');
    await absence('2020-12-02');
    expect(outcomeOf(await publish())).toBe('409 plan.outdated_in_review');
  });

  it('waits for whoever may give it, then for the board', async () => {
    const waiting = async (who: SignedInPerson) => {
      const { html } = await browserOf(service, who).open('/months/2020-12');
      return /<div class="waiting">[^]*?<\/div>/.exec(html)?.[0] ?? '';
    };
    expect(await waiting(leader)).toBe('');
    expect(await waiting(board)).toContain('Xem lại bản nháp và gửi duyệt');
    await step(board, 'submission');
    expect(await waiting(leader)).toContain('Kế hoạch chờ duyệt, Trần Văn Ban gửi');
    expect(await waiting(board)).toBe('');
    await step(leader, 'return', 'Sửa lại.');
    expect(await waiting(board)).toContain('Lê Thị Trực trả lại kế hoạch');
    await step(board, 'submission');
    await step(leader, 'approval');
    expect(await waiting(board)).toContain('Kế hoạch đã được duyệt: công bố');
    expect(await waiting(leader)).toBe('');
  });

  it('is mailed once to those who may give it, and to the board when it was given or refused', async () => {
    const mails = (kind: string) =>
      service.as(committee, () =>
        service.work.query<{ to: string; comment: string | null }>(
          `select to_name as to, content -> 'draft' -> 'model' ->> 'comment' as comment from mails where kind = $1 order by to_name`,
          [kind],
        ),
      );
    const facts = async (number: number) => ({
      month: DECEMBER,
      planId: (await service.as(committee, () => service.get(Plans).findHeader(DECEMBER)))?.id ?? ('' as never),
      number,
    });
    const tell = async (kind: 'mailApprovers' | 'mailReturned' | 'mailApproved', number: number) => {
      const of = await facts(number);
      await service.as(committee, () => service.get(PlanReviewMails)[kind](of));
    };
    await step(board, 'submission', 'Xin duyệt.');
    await tell('mailApprovers', 1);
    await tell('mailApprovers', 1);
    expect(await mails('plan-submitted')).toEqual([{ to: 'Lê Thị Trực', comment: 'Xin duyệt.' }]);
    await step(leader, 'return', 'Sửa lại.');
    await tell('mailReturned', 2);
    expect(await mails('plan-sent-back')).toEqual([{ to: 'Trần Văn Ban', comment: 'Sửa lại.' }]);
    await step(board, 'submission');
    await step(board, 'withdrawal');
    await tell('mailApprovers', 3);
    expect(await mails('plan-submitted')).toHaveLength(1);
    await step(board, 'submission');
    await step(leader, 'approval');
    await tell('mailApproved', 6);
    expect(await mails('plan-approved')).toEqual([{ to: 'Trần Văn Ban', comment: null }]);
  });

  it('is given on a page, which keeps what was typed where it is refused', async () => {
    const open = async (who: SignedInPerson) => (await browserOf(service, who).open(PAGE)).html;
    const send = (who: SignedInPerson, path: string, html: string, comment: string) =>
      browserOf(service, who).post(`/months/2020-12/plan/${path}`, {
        planId: hiddenIn(html, 'planId'),
        seen: hiddenIn(html, 'seen'),
        comment,
      });
    const draft = await open(board);
    expect(draft).toContain('Thư báo được gửi tới: Lê Thị Trực.');
    expect((await send(board, 'submit', draft, 'Xin duyệt.')).location).toBe(PAGE);
    const read = await open(leader);
    expect(read).toContain('Xin duyệt.');
    const empty = await send(leader, 'send-back', read, ' ');
    expect([empty.status, empty.html]).toEqual([422, expect.stringContaining('Hãy ghi ý kiến')]);
    expect(empty.html).toMatch(/<textarea[^>]* name="comment"[^>]* aria-invalid="true"/);
    await step(board, 'withdrawal');
    await step(board, 'submission');
    const stale = await send(leader, 'send-back', read, 'Khu phố 2 cần người.');
    expect(stale.status).toBe(412);
    expect(stale.html).toContain('Khu phố 2 cần người.</textarea>');
    expect(stale.html).toContain('Trần Văn Ban');
    expect(stale.html).not.toContain('tải lại trang'); // it is the newer version already
    expect(stale.html).not.toContain('aria-invalid');
    expect((await send(leader, 'approve', stale.html, '')).location).toBe(PAGE);
    expect(await open(board)).toContain('href="/months/2020-12/publish"');
    const { html } = await browserOf(service, board).open('/months/2020-12/publish');
    expect(html).toContain('Đã được Lê Thị Trực duyệt');
  });

  it('is asked for on the page of publication, with the way there', async () => {
    const { html } = await browserOf(service, board).open('/months/2020-12/publish');
    expect(html).toContain('Kế hoạch phải được duyệt trước khi công bố.');
    expect(html).toContain(`href="${PAGE}"`);
    expect(html).not.toContain('action="/months/2020-12/publish"');
  });

  describe('by a deputy', () => {
    let deputy: SignedInPerson;
    let other: SignedInPerson;
    const named = (principal: SignedInPerson) => {
      const [accountId, deputyId] = [principal.actor.accountId, deputy.actor.accountId];
      if (!accountId || !deputyId) throw new Error('people sign in with accounts');
      const days = { from: day('2020-11-25'), to: day('2020-11-26') };
      return service.as(committee, () =>
        service.get(NameDeputy).execute({ accountId, deputyId, role: 'leader', ...days }),
      );
    };
    const decide = async (path: 'approve' | 'send-back', principal: SignedInPerson, comment = '') => {
      const { planId, revision } = await reviews();
      return browserOf(service, deputy).post(`/months/2020-12/plan/${path}`, {
        planId,
        seen: String(revision),
        comment,
        _for: principal.actor.accountId ?? '',
      });
    };
    const open = async () => (await browserOf(service, deputy).open(PAGE)).html;
    beforeEach(async () => {
      deputy = await someone('pho', 'Ngô Văn Thay', 'board');
      other = await someone('bi-thu', 'Võ Thị Hai', 'leader');
      await named(leader);
      await step(board, 'submission');
    });

    it('of two leaders is given for the one that was chosen', async () => {
      await named(other);
      const html = await open();
      expect(html).toContain('Bạn quyết định thay cho Lê Thị Trực');
      expect(html).toContain('Chuyển sang làm thay Võ Thị Hai');
      expect((await decide('approve', board)).status).toBe(403);
      expect((await reviews()).state).toBe('submitted');
      const silent = await decide('send-back', other, ' ');
      expect([silent.status, silent.html]).toEqual([422, expect.stringContaining('Hãy ghi ý kiến')]);
      expect((await decide('approve', other)).status).toBe(303);
      expect((await reviews()).items.at(-1)).toMatchObject({ by: 'Ngô Văn Thay', onBehalfOf: 'Võ Thị Hai' });
      const { planId } = await reviews();
      const [last] = await service.as(committee, () =>
        service.get(HistoryReadModel).list({ kind: 'plan', id: planId }, 1),
      );
      expect(last).toMatchObject({ action: 'plan.approved', by: 'Ngô Văn Thay', onBehalfOf: 'Võ Thị Hai' });
    });

    // The last one, because the clock does not go back.
    it('of one leader says in whose place it is given, within its days, and is refused the day after', async () => {
      expect(await open()).toContain('Bạn quyết định thay cho Lê Thị Trực');
      expect((await decide('send-back', leader, 'Xem lại.')).status).toBe(303);
      expect((await reviews()).items.at(-1)).toMatchObject({ by: 'Ngô Văn Thay', onBehalfOf: 'Lê Thị Trực' });
      await step(board, 'submission');
      await service.clock.moveTo(new Date('2020-11-26T16:59:00Z'));
      expect((await decide('send-back', leader, 'Xem lại lần nữa.')).status).toBe(303);
      await step(board, 'submission');
      await service.clock.moveTo(new Date('2020-11-26T17:00:00Z'));
      expect((await decide('approve', leader)).status).toBe(403);
      expect(await open()).not.toContain('/months/2020-12/plan/approve');
      expect((await reviews()).state).toBe('submitted');
    });
  });
});
