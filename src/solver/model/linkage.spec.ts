import { generateMonth } from '../../../test/generate/month.ts';
import { solve } from '../engine/solve.ts';
import { inputHash } from './canonical.ts';
import { verify } from '../verify/verify.ts';
import { linkageCosts } from './linkage.ts';

const month = generateMonth({ seed: 7, specialists: 12, meetings: 30, departments: 4, maxObservers: 2 });

describe('visits that are wished for', () => {
  it('cost less by what they are worth, and by one where they connect', () => {
    const [specialist] = month.specialists;
    const [branch] = month.branches;
    if (!specialist || !branch) throw new Error('a month has people and branches');
    const without = linkageCosts(month)(specialist.id)(branch.id);
    const linkageWishes = [40, 15].map((worth) => ({ specialistId: specialist.id, branchId: branch.id, worth }));
    expect(linkageCosts({ ...month, linkageWishes })(specialist.id)(branch.id)).toBe(without - 40);
  });

  it('are made where nothing that counts before suffers, and are proven like everything else', async () => {
    const plan = await solve(month);
    // What the plan would not do on its own: wishes of everybody for the branches that they are not sent to.
    const sent = new Set(plan.assignments.map(({ specialistId, meetingId }) => `${specialistId} ${meetingId}`));
    const linkageWishes = month.meetings
      .flatMap(({ id, branchId }) =>
        month.specialists.flatMap((specialist) =>
          sent.has(`${specialist.id} ${id}`) ? [] : [{ specialistId: specialist.id, branchId, worth: 60 }],
        ),
      )
      .slice(0, 120);
    const wished = { ...month, linkageWishes };
    const other = await solve(wished);
    expect(verify(wished, other)).toMatchObject({ ok: true });
    const before = (of: typeof plan) => of.tiers.slice(0, -1).map(({ objective }) => objective);
    expect(before(other)).toEqual(before(plan));
    const linkage = (of: typeof plan) =>
      of.assignments.reduce((sum, { specialistId, meetingId }) => {
        const branchId = month.meetings.find(({ id }) => id === meetingId)?.branchId ?? '';
        return sum + linkageCosts(wished)(specialistId)(branchId);
      }, 0);
    expect(linkage(other)).toBeLessThanOrEqual(linkage(plan));
    expect(other.tiers.at(-1)?.objective).toBe(linkage(other));
  });

  it('leave the hash of a month without any as it was', () => {
    expect(inputHash({ ...month })).toBe(inputHash(month));
    const linkageWishes = [{ specialistId: 's', branchId: 'b', worth: 1 }];
    expect(inputHash({ ...month, linkageWishes })).not.toBe(inputHash(month));
  });
});
