import type { MeetingId, SpecialistId, VisitId } from '../../../kernel/id.ts';
import { solve } from '../../../solver/index.ts';
import { generateMonth } from '../../../../test/generate/month.ts';
import type { VisitState } from '../../visits/index.ts';
import type { PublishedMonth, PublishedVisit } from './published-month.ts';
import { amendmentOf, askedReplan, REPLAN_GOALS, replannedParts } from './replan.ts';

/** Of every four coming visits one is accepted, one declined, one pinned by the board, and one only offered. */
const AHEAD: readonly VisitState[] = ['accepted', 'declined', 'offered', 'offered'];

async function published(seed: number): Promise<{ month: PublishedMonth; now: Date; pinned: readonly string[] }> {
  const problem = generateMonth({ seed, specialists: 12, meetings: 24, calendar: 'even' });
  const { assignments } = await solve(problem, { timeLimitMs: 10_000 });
  const startOf = new Map(problem.meetings.map(({ id, start }) => [id, new Date(start * 60_000)]));
  const starts = [...startOf.values()].toSorted((a, b) => a.getTime() - b.getTime());
  const now = starts[Math.floor(starts.length / 2)] ?? new Date(0);
  let coming = 0;
  const pinned: string[] = [];
  const visits = assignments.map((duty, i): PublishedVisit => {
    const startsAt = startOf.get(duty.meetingId) ?? now;
    const at = coming % AHEAD.length;
    const state = startsAt <= now ? 'done' : (AHEAD[at] ?? 'offered');
    if (startsAt > now) {
      coming += 1;
      if (at === 2) pinned.push(`v${i}`);
    }
    return {
      id: `v${i}` as VisitId,
      specialistId: duty.specialistId as SpecialistId,
      meetingId: duty.meetingId as MeetingId,
      state,
      isAccepted: state === 'accepted',
      startsAt,
      endsAt: startsAt,
      countsAsShare: true,
      replacedById: null,
    };
  });
  const decisions = visits.filter(({ id }) => pinned.includes(id)).map((visit) => ({ ...visit, kind: 'must' }));
  const facts = { decisions, meetings: problem.meetings.map(({ id }) => ({ id, startsAt: startOf.get(id) })) };
  return { month: { facts, problem, visits } as unknown as PublishedMonth, now, pinned };
}

describe('what a published month has left, planned again', () => {
  it.each(REPLAN_GOALS)(
    'leaves alone what is over, accepted or pinned, and sends nobody who declined: %s',
    async (goal) => {
      const { month, now, pinned } = await published(5);
      const { status, assignments } = await solve(askedReplan(month, now, goal), { timeLimitMs: 10_000 });
      expect(status).toBe('optimal');
      const goes = new Set(assignments.map(({ specialistId, meetingId }) => `${meetingId}/${specialistId}`));
      const wrong = month.visits.filter(({ id, state, specialistId, meetingId }) => {
        const isKept = goes.has(`${meetingId}/${specialistId}`);
        return state === 'declined' ? isKept : !isKept && (state !== 'offered' || pinned.includes(id));
      });
      expect(wrong).toEqual([]);
      const duties = assignments.map((duty) => duty as unknown as PublishedVisit);
      const { possible, gone } = replannedParts(month, { duties }, now);
      expect(gone).toBe(0);
      const changes = possible.flatMap((part) => amendmentOf(part, month));
      const begun = new Set(month.facts.meetings.flatMap(({ id, startsAt }) => (startsAt <= now ? [id] : [])));
      expect(changes.filter((change) => change.kind === 'send' && begun.has(change.meetingId))).toEqual([]);
      expect(changes.filter(({ kind }) => kind === 'send').length).toBeGreaterThan(0);
    },
  );

  it('takes off nobody who has accepted since, sends nobody who has left since, and says how much is gone', async () => {
    const { month, now } = await published(5);
    const { assignments } = await solve(askedReplan(month, now, 'few'), { timeLimitMs: 10_000 });
    const duties = assignments.map((duty) => duty as unknown as PublishedVisit);
    const offered = month.visits.find(({ state }) => state === 'offered');
    const [sent] = replannedParts(month, { duties }, now).possible.flatMap(({ added }) => added);
    if (!offered || !sent) throw new Error('somebody is asked, and somebody would be sent');
    const without = duties.filter(({ meetingId }) => meetingId !== offered.meetingId);
    const partsOf = (given: PublishedMonth, answer: readonly PublishedVisit[]) =>
      replannedParts(given, { duties: answer }, now);
    const dropsIt = (parts: ReturnType<typeof partsOf>) =>
      parts.possible.some(({ dropped }) => dropped.some(({ meetingId }) => meetingId === offered.meetingId));
    expect(dropsIt(partsOf(month, without))).toBe(true);
    const visits = month.visits.map((visit) =>
      visit === offered ? { ...visit, state: 'accepted' as const, isAccepted: true } : visit,
    );
    const accepted = partsOf({ ...month, visits }, without);
    expect([dropsIt(accepted), accepted.gone]).toEqual([false, 1]);

    const specialists = month.problem.specialists.filter(({ id }) => id !== sent.specialistId);
    const left = partsOf({ ...month, problem: { ...month.problem, specialists } }, duties);
    const people = left.possible.flatMap(({ added }) => added.map(({ specialistId }) => specialistId));
    expect([people.includes(sent.specialistId), left.gone]).toEqual([false, 1]);
  });

  it('leaves where they are those who had declined and were sent there again', async () => {
    const { month, now } = await published(5);
    const accepted = month.visits.find(({ state }) => state === 'accepted');
    if (!accepted) throw new Error('somebody has accepted');
    const declined: PublishedVisit = { ...accepted, id: 'first' as VisitId, state: 'declined', isAccepted: false };
    const visits = [declined, ...month.visits];
    const { assignments } = await solve(askedReplan({ ...month, visits }, now, 'few'), { timeLimitMs: 10_000 });
    const { specialistId, meetingId } = accepted;
    expect(assignments).toContainEqual(expect.objectContaining({ specialistId, meetingId }));
  });
});
