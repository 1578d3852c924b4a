import type { MeetingKind } from '../kernel/meeting-kind.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { v5 } from 'uuid';
import type { Service } from '../app/service.ts';
import type { Actor } from '../kernel/actor.ts';
import { type AccountId, type BranchId, type CommitteeId, newId } from '../kernel/id.ts';
import { Accounts, Committees, GrantRole, MakeSignInLink, serviceActor } from '../modules/identity/index.ts';
import { type Day, timeIn } from '../kernel/month.ts';
import { SeedStandardRubric } from '../modules/evaluations/index.ts';
import { MailsReadModel } from '../modules/notifications/index.ts';
import { PostgresEvents } from '../platform/events/postgres-events.ts';
import type { Plan } from '../solver/index.ts';
import { retryWhileUnavailable } from './retry-while-unavailable.ts';
import { Person } from './person.ts';
import { STATUS_NAMES } from './plan-words.ts';
import type { Advance, Progress } from './progress.ts';
import { type BranchTraits, sampleAnswers } from './sample-answers.ts';
import { AT, COMMITTEE, MONTH, OFFICE, ZONE } from './sample-month.ts';

/**
 * Ids of the demo's submissions are derived from this and from their visit, so that a restart sends the same ones
 * again.
 */
const NAMESPACE = '0176a000-0000-7000-8000-00000000d3a0';
const POLL_MS = 150;
const AN_HOUR_MS = 3_600_000;
/** How many people use the service at the same time. */
const AT_ONCE = 6;

interface ImportReply {
  readonly id: string;
  readonly state: string;
  readonly changes: number;
}

interface BranchesReply {
  readonly items: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly type: { readonly code: string };
    readonly members: number;
    readonly officialMembers: number | null;
    readonly probationaryMembers: number | null;
    readonly committeeSeats: number | null;
    readonly vacantSeats: number | null;
    readonly weakFields: readonly { readonly code: string; readonly weight: number }[];
  }[];
  readonly next: string | null;
}

interface PlanReply {
  readonly id: string;
  readonly revision: number;
  readonly state: 'draft' | 'published';
  readonly status: Plan['status'];
  readonly assignments: number;
  readonly uncovered: number;
}

interface MyVisit {
  readonly branchId: BranchId;
  readonly heldOn: Day;
  readonly kind: MeetingKind;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly revision: number;
  readonly id: string;
  readonly state: string;
}

interface FormsReply {
  readonly forms: readonly {
    readonly submissionId: string | null;
    readonly state: string;
    readonly revision: number;
  }[];
}

/**
 * Plays the sample month over HTTP as its people would. Each step first looks for what exists already, so that a demo
 * that was killed continues where it stopped.
 */
export class Demo {
  private constructor(
    private readonly service: Service,
    private readonly actor: Actor,
    private readonly progress: Progress,
    readonly board: Person,
    private readonly workbook: string,
  ) {}

  static async open(service: Service, progress: Progress, workbook: string): Promise<Demo> {
    return retryWhileUnavailable(async () => {
      const actor = await setUp(service);
      const account = await accountOf(service, actor, 'board');
      const board = await Person.signIn(service.url, await signInLink(service, actor, account));
      return new Demo(service, actor, progress, board, workbook);
    });
  }

  /** A month that was played to its end belongs to whoever has used it since, so nothing in it is done again. */
  async play(): Promise<void> {
    if (await retryWhileUnavailable(() => this.isPlayed())) {
      await this.step('Tháng mẫu', () => Promise.resolve('đã có từ lần trước, giữ nguyên cả những gì đã sửa'));
      await this.step('Gửi thư báo cáo', (advance) => this.deliver(advance));
      return;
    }
    await this.step('Nhập danh sách (XLSX)', () => this.importDistrict());
    await this.step('Lịch họp', () => this.makeCalendar());
    await this.step('Lập kế hoạch', (advance) => this.plan(advance));
    await this.step('Công bố, ra thông báo', () => this.publish());
    await this.step('Gửi thư', (advance) => this.deliver(advance));
    await this.step('Dự họp, gửi phiếu', (advance) => this.evaluate(advance));
    await this.step('Duyệt phiếu', (advance) => this.review(advance));
    await this.step('Báo cáo giao ban', () => this.brief());
    await this.step('Gửi thư báo cáo', (advance) => this.deliver(advance));
  }

  /** A step that is repeated while the database is unavailable. */
  private step(name: string, work: (advance: Advance) => Promise<string>): Promise<void> {
    return this.progress.step(name, (advance) => retryWhileUnavailable(() => work(advance)));
  }

  /** A sign-in link for somebody with this role, to be printed at the end. */
  async linkFor(role: 'board' | 'specialist' | 'leader' | 'admin', leadsTo: string): Promise<string> {
    return retryWhileUnavailable(async () => {
      const account = await accountOf(this.service, this.actor, role);
      return this.service.url + (await signInLink(this.service, this.actor, account, leadsTo));
    });
  }

  private async importDistrict(): Promise<string> {
    const { items } = await this.board.get<{ items: readonly ImportReply[] }>('/api/v1/imports');
    // What was imported may have been changed or taken back since; the same file would bring it back.
    if (items.some(({ state }) => state === 'committed' || state === 'taken_back')) return 'đã nhập từ trước';
    const bytes = new Uint8Array(await readFile(this.workbook));
    const checked = await this.board.upload<ImportReply>('/api/v1/imports', basename(this.workbook), bytes);
    if (checked.state === 'refused') throw new Error('the sample workbook is refused; see the import’s page');
    const { changes } = await this.board.send<ImportReply>('POST', `/api/v1/imports/${checked.id}/commit`);
    return `${changes} dòng dữ liệu`;
  }

  private async makeCalendar(): Promise<string> {
    await this.at(AT.calendar);
    if (!(await this.isPublished())) await this.board.send('POST', `/api/v1/months/${MONTH}/meetings/make`);
    const { items } = await this.board.get<{ items: readonly unknown[] }>(`/api/v1/months/${MONTH}/meetings`);
    return `${items.length} cuộc họp`;
  }

  private async plan(advance: Advance): Promise<string> {
    await this.at(AT.plan);
    const path = `/api/v1/months/${MONTH}/plan`;
    if (!(await this.board.find<PlanReply>(path))) {
      await this.board.send('POST', `${path}/solves`);
      for (;;) {
        const { state, progress } = await this.board.get<{
          state: string;
          progress: { tierIndex: number; tierCount: number } | null;
        }>(`${path}/solves/latest`);
        if (progress) advance(progress.tierIndex, progress.tierCount);
        if (state === 'done') break;
        if (state === 'failed' || state === 'cancelled') throw new Error(`the plan was not made: ${state}`);
        await sleep(POLL_MS);
      }
    }
    const plan = await this.board.get<PlanReply>(path);
    return `${plan.assignments} lượt, ${plan.uncovered} cuộc chưa có người dự, ${STATUS_NAMES[plan.status]}`;
  }

  private async publish(): Promise<string> {
    await this.at(AT.publish);
    const plan = await this.board.get<PlanReply>(`/api/v1/months/${MONTH}/plan`);
    if (plan.state === 'published') return 'đã công bố';
    const published = await this.board.send<{ mails: number; noticeSymbol: string }>(
      'POST',
      `/api/v1/months/${MONTH}/plan/publication`,
      { planId: plan.id, revision: plan.revision },
    );
    return `thông báo số ${published.noticeSymbol}, ${published.mails} thư`;
  }

  private async deliver(advance: Advance): Promise<string> {
    for (;;) {
      const { pending, queued, sent, failed } = await this.mails();
      advance(sent + failed, queued + sent + failed);
      if (pending + queued === 0) return `${sent} thư đã tới hộp thư, ${failed} thư hỏng`;
      await sleep(POLL_MS);
    }
  }

  /** Each specialist answers the offers, then sends each visit's form on the evening of the visit. */
  private async evaluate(advance: Advance): Promise<string> {
    await this.at(AT.answers);
    const visits: { person: Person; visit: MyVisit }[] = [];
    await inParallel(await this.accounts('specialist'), async (account) => {
      const person = await Person.signIn(this.service.url, await signInLink(this.service, this.actor, account));
      const mine = await person.get<{ visits: readonly MyVisit[] }>(`/api/v1/my/visits?month=${MONTH}`);
      for (const visit of mine.visits) {
        if (visit.state === 'offered') {
          await person.send('POST', `/api/v1/visits/${visit.id}/accept`, {}, { 'if-match': `"${visit.revision}"` });
        }
        visits.push({ person, visit });
      }
    });
    const branches = await this.branches();
    const evenings = new Set(visits.map(({ visit }) => visit.endsAt));
    let sent = 0;
    for (const endsAt of [...evenings].sort()) {
      await this.at(new Date(Date.parse(endsAt) + AN_HOUR_MS));
      const evening = visits.filter(({ visit }) => visit.endsAt === endsAt);
      await inParallel(evening, async ({ person, visit }) => {
        const branch = branches.get(visit.branchId);
        if (!branch) throw new Error(`the sample has no branch ${visit.branchId}`);
        if (visit.state !== 'done') {
          const path = `/api/v1/visits/${visit.id}/submissions/${v5(visit.id, NAMESPACE)}`;
          await person.send('PUT', path, { basedOn: 0, answers: answersFor(visit, branch, person) });
        }
        advance(++sent, visits.length);
      });
    }
    return `${sent} phiếu`;
  }

  private async review(advance: Advance): Promise<string> {
    await this.at(AT.review);
    const { forms } = await this.board.get<FormsReply>(`/api/v1/months/${MONTH}/forms`);
    const waiting = forms.filter(({ state }) => state === 'submitted');
    let accepted = 0;
    for (const { submissionId, revision } of waiting) {
      await this.board.send(
        'POST',
        `/api/v1/submissions/${submissionId ?? ''}/acceptance`,
        {},
        { 'if-match': `"${revision}"` },
      );
      advance(++accepted, waiting.length);
    }
    return `${forms.filter(({ state }) => state !== 'missing').length} phiếu được chấp nhận`;
  }

  private async brief(): Promise<string> {
    await this.at(AT.briefing);
    const path = `/api/v1/months/${MONTH}/briefing`;
    let briefing = await this.board.find<{ state: string; symbol: string | null; revision: number }>(path);
    if (briefing?.state !== 'frozen') {
      briefing = await this.board.send<{ state: string; symbol: string | null; revision: number }>('POST', path);
      briefing = await this.board.send<{ state: string; symbol: string | null; revision: number }>(
        'POST',
        `${path}/freeze`,
        {},
        { 'if-match': `"${briefing.revision}"` },
      );
    }
    return `số ${briefing.symbol ?? ''}`;
  }

  /** What the sample answers depend on, by the branch's id. */
  private async branches(): Promise<ReadonlyMap<string, BranchTraits>> {
    const traits = new Map<string, BranchTraits>();
    for (let next: string | null = ''; next !== null;) {
      const cursor: string = next === '' ? '' : `&cursor=${encodeURIComponent(next)}`;
      const page = await this.board.get<BranchesReply>(`/api/v1/branches?limit=100${cursor}`);
      for (const {
        id,
        type,
        officialMembers,
        probationaryMembers,
        committeeSeats,
        vacantSeats,
        ...branch
      } of page.items) {
        traits.set(id, {
          ...branch,
          type: type.code,
          official: officialMembers,
          probationary: probationaryMembers,
          seats: committeeSeats ?? 0,
          vacantSeats: vacantSeats ?? 0,
        });
      }
      next = page.next;
    }
    return traits;
  }

  /** Whether a briefing of the month was frozen; a later version may be a draft again. */
  private async isPlayed(): Promise<boolean> {
    const path = `/api/v1/months/${MONTH}/briefing`;
    const briefing = await this.board.find<{ state: string; version: number }>(path);
    return briefing !== null && (briefing.state === 'frozen' || briefing.version > 1);
  }

  private async isPublished(): Promise<boolean> {
    return (await this.board.find<PlanReply>(`/api/v1/months/${MONTH}/plan`))?.state === 'published';
  }

  /** `pending`: events that have not been handled, of which further mails may come. */
  private mails(): Promise<{ pending: number; queued: number; sent: number; failed: number }> {
    const { app, work } = this.service;
    return work.as(this.actor, () =>
      work.run(async () => ({
        pending: await app.get(PostgresEvents).pending(),
        ...(await app.get(MailsReadModel).counts()),
      })),
    );
  }

  private accounts(role: 'specialist'): Promise<readonly { id: AccountId }[]> {
    const { app, work } = this.service;
    return work.as(this.actor, () => work.run(() => app.get(Accounts).list(role)));
  }

  private at(time: Date): Promise<void> {
    return this.service.clock.moveTo(time);
  }
}

/** The sample's committee and its office people, made once. */
async function setUp({ app, work, clock }: Service): Promise<Actor> {
  await clock.moveTo(AT.start);
  const committees = app.get(Committees);
  const found = (await work.run(() => committees.list())).find(({ code }) => code === COMMITTEE.code);
  const id: CommitteeId = found?.id ?? newId<'Committee'>();
  const actor = serviceActor(id);
  await work.as(actor, () =>
    work.run(async () => {
      if (!found) await committees.insert({ ...COMMITTEE, id, timeZone: ZONE, isSample: true, labels: {} });
      for (const person of OFFICE) await app.get(GrantRole).execute(person);
      await app.get(SeedStandardRubric).execute();
    }),
  );
  return actor;
}

async function accountOf(
  { app, work }: Service,
  actor: Actor,
  role: 'board' | 'specialist' | 'leader' | 'admin',
): Promise<{ id: AccountId }> {
  const [account] = await work.as(actor, () => work.run(() => app.get(Accounts).list(role)));
  if (!account) throw new Error(`nobody is ${role}`);
  return account;
}

function signInLink({ app, work }: Service, actor: Actor, account: { id: AccountId }, leadsTo = '/'): Promise<string> {
  return work.as(actor, () => app.get(MakeSignInLink).execute(account.id, actor.committeeId, leadsTo));
}

/** The form that this person might write after the visit. */
function answersFor(visit: MyVisit, branch: BranchTraits, { name }: Person): object {
  const startsAt = timeIn(ZONE, new Date(visit.startsAt));
  const { kind, heldOn, place } = visit;
  return sampleAnswers(branch, { kind, day: heldOn, startsAt, place }, name);
}

/** If one item fails, the others finish first, so that nothing is still running when the step is repeated. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const one = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, one));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
