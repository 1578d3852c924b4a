import { randomFrom } from '../../../src/kernel/random.ts';
import type { MeetingId, SpecialistId, SwapId } from '../../../src/kernel/id.ts';
import type { Day } from '../../../src/kernel/month.ts';
import { TellConflict } from '../../../src/modules/directory/index.ts';
import { ProposeHandover } from '../../../src/modules/planning/index.ts';
import { aBranch } from '../a-month.ts';
import type { PublishedMonthInTest, PublishedVisitRow } from '../a-published-month.ts';
import { apiOf } from '../api.ts';
import type { SignedInPerson, TestService } from '../service.ts';

/** Something that happens in a published month; returns what to print of it, or null where it could not happen. */
type MonthEvent = (month: Happening) => Promise<string | null>;

/** What the events read of an answer. */
interface Answered {
  readonly code?: string;
  /** Of proposals to fill a seat. */
  readonly items?: readonly { readonly changes: readonly object[] }[];
}

/** A published month to which things happen, drawn from one seed. */
export class Happening {
  private readonly random: ReturnType<typeof randomFrom>;

  constructor(
    readonly service: TestService,
    readonly month: PublishedMonthInTest,
    readonly people: readonly SpecialistId[],
    seed: number,
  ) {
    this.random = randomFrom(seed);
  }

  /** One event that can happen now, with the answer of the service. */
  async next(): Promise<string> {
    for (;;) {
      const name = this.pick(NAMES) ?? 'accept';
      const told = await EVENTS[name]?.(this);
      if (told) return `${name}: ${told}`;
    }
  }

  pick<T>(list: readonly T[]): T | undefined {
    return list[this.random.below(list.length)];
  }

  below(limit: number): number {
    return this.random.below(limit);
  }

  chance(percent: number): boolean {
    return this.random.chance(percent);
  }

  async ahead(): Promise<PublishedVisitRow[]> {
    const now = this.service.clock.now();
    return (await this.month.visits()).filter(
      ({ state, startsAt }) => (state === 'offered' || state === 'accepted') && startsAt > now,
    );
  }

  /** A day of the month that is to come. */
  dayAhead(): Day {
    const today = Number(this.service.clock.now().toISOString().slice(8, 10));
    const first = this.service.clock.now().toISOString() < '2020-12-01' ? 2 : Math.min(today + 2, 30);
    return `2020-12-${String(first + this.random.below(31 - first)).padStart(2, '0')}` as Day;
  }

  /** What came of a request. */
  async send(
    who: SignedInPerson,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    revision?: number,
  ): Promise<{ readonly status: number; readonly body: Answered; readonly told: string }> {
    const headers = revision === undefined ? undefined : { 'if-match': `"${revision}"` };
    const reply = await apiOf(this.service, who)<Answered>(method, path, body, headers);
    if (reply.status >= 500) throw new Error(`${method} ${path} answered ${reply.status}`);
    return {
      ...reply,
      told: `${method} ${path} → ${reply.status} ${reply.status < 400 ? '' : (reply.body?.code ?? '')}`,
    };
  }

  async revisionOf(table: 'visits' | 'meetings' | 'plans', id: string): Promise<number> {
    const [row] = await this.month.sql<{ revision: number }>(`select revision from ${table} where id = $1`, id);
    return row?.revision ?? 0;
  }

  async amend(changes: readonly object[], reason: string) {
    const { planId, board } = this.month;
    const seen = await this.revisionOf('plans', planId);
    return this.send(board, 'POST', '/months/2020-12/amendments', { planId, changes, reason }, seen);
  }

  async openSwap(): Promise<{ id: SwapId; takerId: SpecialistId; giverId: SpecialistId } | undefined> {
    return this.pick(
      await this.month.sql<{ id: SwapId; takerId: SpecialistId; giverId: SpecialistId }>(
        `select id, taker_id as "takerId", giver_id as "giverId" from swaps where state in ('asked', 'agreed') order by id`,
      ),
    );
  }
}

const answer =
  (verb: 'accept' | 'decline'): MonthEvent =>
  async (of) => {
    const visit = of.pick(await of.ahead());
    if (!visit) return null;
    const who = await of.month.account(visit.specialistId);
    const body = verb === 'accept' ? undefined : { reason: 'Ốm', kind: 'ill' };
    const revision = await of.revisionOf('visits', visit.id);
    return (await of.send(who, 'POST', `/visits/${visit.id}/${verb}`, body, revision)).told;
  };

const step =
  (verb: 'agreement' | 'refusal' | 'withdrawal'): MonthEvent =>
  async (of) => {
    const swap = await of.openSwap();
    if (!swap) return null;
    const who = await of.month.account(verb === 'withdrawal' ? swap.giverId : swap.takerId);
    return (await of.send(who, 'POST', `/swaps/${swap.id}/${verb}`, {})).told;
  };

const EVENTS: Readonly<Record<string, MonthEvent>> = {
  accept: answer('accept'),
  decline: answer('decline'),

  takeBack: async (of) => {
    const visit = of.pick((await of.month.visits()).filter(({ state }) => state === 'declined'));
    if (!visit) return null;
    const who = await of.month.account(visit.specialistId);
    return (await of.send(who, 'POST', `/visits/${visit.id}/take-back`, {}, await of.revisionOf('visits', visit.id)))
      .told;
  },

  absence: async (of) => {
    const [specialistId, from] = [of.pick(of.people), of.dayAhead()];
    const body = { specialistId, from, to: from, kind: of.chance(50) ? 'sick' : 'leave' };
    return (await of.send(of.month.board, 'POST', '/absences', body)).told;
  },

  move: async (of) => {
    const meetingId = of.pick(of.month.meetingIds);
    if (!meetingId) return null;
    const body = of.chance(20)
      ? { place: `Hội trường ${of.below(3)}` }
      : { day: of.dayAhead(), time: of.chance(70) ? '19:30' : '07:30' };
    const revision = await of.revisionOf('meetings', meetingId);
    return (await of.send(of.month.board, 'PATCH', `/months/2020-12/published-meetings/${meetingId}`, body, revision))
      .told;
  },

  callOff: async (of) => meeting(of, 'call-off', { reason: 'Chi bộ không họp' }),
  restore: async (of) => meeting(of, 'take-back', {}),

  ask: async (of) => {
    const [visits, takerId] = [await of.ahead(), of.pick(of.people)];
    const visit = of.pick(visits);
    if (!visit || !takerId || takerId === visit.specialistId) return null;
    const other = of.chance(40) ? of.pick(visits.filter(({ specialistId }) => specialistId === takerId)) : null;
    const who = of.chance(25) ? of.month.board : await of.month.account(visit.specialistId);
    const body = { takerId, otherVisitId: other?.id ?? null, kind: 'family' };
    return (await of.send(who, 'POST', `/visits/${visit.id}/swaps`, body)).told;
  },
  agree: step('agreement'),
  refuse: step('refusal'),
  withdraw: step('withdrawal'),

  repair: async (of) => {
    const left = (await of.month.visits()).filter(
      ({ state, replacedById, startsAt }) =>
        state === 'declined' && replacedById === null && startsAt > of.service.clock.now(),
    );
    const seat = of.pick(left);
    if (!seat) return null;
    const found = await of.send(
      of.month.board,
      'GET',
      `/months/2020-12/repairs?meetingId=${seat.meetingId}&visitId=${seat.id}`,
    );
    const [best] = found.body.items ?? [];
    return best ? (await of.amend(best.changes, 'Cử người thay')).told : `nobody can take ${seat.id}`;
  },

  amend: async (of) => {
    const visit = of.pick(await of.ahead());
    const specialistId = of.pick(of.people);
    if (!visit || !specialistId) return null;
    const send = { kind: 'send', specialistId, meetingId: visit.meetingId };
    const release = { kind: 'release', visitId: visit.id };
    const changes = of.pick([[release], [send], [release, send]]) ?? [];
    return (await of.amend(changes, 'Điều chỉnh phân công')).told;
  },

  leave: async (of) => {
    const specialistId = of.pick(of.people);
    if (!specialistId) return null;
    const { service, month } = of;
    const [ahead] = await service.as(month.committee, () => service.get(ProposeHandover).of(specialistId));
    if (!ahead) return null;
    const changes = ahead.visits.flatMap(({ visit, proposed }) => [
      { kind: 'release', visitId: visit.id },
      ...(proposed ? [{ kind: 'send', specialistId: proposed, meetingId: visit.meetingId }] : []),
    ]);
    const { told, status } = await of.amend(changes, 'Đồng chí chuyển công tác');
    if (status < 400) await month.sql(`update specialists set archived_at = now() where id = $1`, specialistId);
    return told;
  },

  holiday: async (of) =>
    (
      await of.send(of.month.board, 'POST', '/holidays', {
        day: of.dayAhead(),
        name: 'Nghỉ lễ địa phương',
        kind: 'local',
      })
    ).told,

  conflict: async (of) => {
    const visit = of.pick(await of.ahead());
    if (!visit) return null;
    const { actor } = await of.month.account(visit.specialistId);
    const [branch] = await of.month.sql<{ code: string }>(
      `select b.code from branch_profiles b join month_meetings m on m.branch_id = b.id where m.id = $1`,
      visit.meetingId,
    );
    const wish = { branchCode: branch?.code ?? '', reason: 'relative' as const, until: null };
    await of.service.work.as(actor, () => of.service.get(TellConflict).execute(visit.specialistId, wish));
    return `${visit.specialistId} tells of ${branch?.code}`;
  },

  outside: async (of) => {
    const { planId, board, ground, committee } = of.month;
    const branchId = await aBranch(of.service, committee, ground);
    const observers = [{ specialistId: of.pick(of.people) }];
    const at = { branchId, kind: 'regular', day: of.dayAhead(), time: '19:30', minutes: 90 };
    const seen = await of.revisionOf('plans', planId);
    const body = { ...at, planId, observers, reason: 'Chi bộ họp bất thường' };
    return (await of.send(board, 'POST', '/months/2020-12/outside-visits', body, seen)).told;
  },

  time: async (of) => {
    const now = of.service.clock.now();
    if (now.toISOString() > '2020-12-12') return null;
    await of.service.clock.moveTo(new Date(now.getTime() + (4 + of.below(20)) * 3_600_000));
    return of.service.clock.now().toISOString();
  },
};

/** What happens more often is named more often. */
const NAMES = [
  ...Object.keys(EVENTS),
  ...['accept', 'decline', 'decline', 'move', 'move', 'ask', 'ask', 'agree', 'agree', 'repair', 'repair', 'amend'],
];

async function meeting(of: Happening, verb: 'call-off' | 'take-back', body: object): Promise<string | null> {
  const state = verb === 'call-off' ? 'scheduled' : 'cancelled';
  const found = of.pick(
    await of.month.sql<{ id: MeetingId; revision: number }>(
      `select id, revision from meetings where state = $1 and month = '2020-12-01' and starts_at > $2 order by id`,
      state,
      of.service.clock.now(),
    ),
  );
  if (!found) return null;
  const path = `/months/2020-12/published-meetings/${found.id}/${verb}`;
  return (await of.send(of.month.board, 'POST', path, body, found.revision)).told;
}
