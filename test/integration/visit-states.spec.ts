import type { Actor } from '../../src/kernel/actor.ts';
import { day } from '../../src/kernel/month.ts';
import {
  holdsSeat,
  isAssigned,
  isAttended,
  takesPlace,
  VISIT_STATES,
} from '../../src/modules/visits/domain/visit-state.ts';
import { aBranch, aGround, aSpecialist, aVisit } from '../support/a-month.ts';
import { aCommittee, aService, type TestService } from '../support/service.ts';

describe('the states of a visit', () => {
  let service: TestService;
  let committee: Actor;
  beforeAll(async () => {
    service = await aService({ works: false, serves: false });
  });
  afterAll(() => service.end());

  it.each(VISIT_STATES)('mean the same to the database as to the domain: %s', async (state) => {
    const ground = await aGround(service, (committee = await aCommittee(service)));
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const branchId = await aBranch(service, committee, ground);
    const { id } = await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-03') });
    const [row] = await service.as(committee, async () => {
      await service.work.query(`update visits set state = $2, decline_reason = 'Ốm' where id = $1`, [id, state]);
      return service.work.query(
        `select is_assigned as "isAssigned", holds_seat as "holdsSeat", takes_place as "takesPlace",
           is_attended as "isAttended", exists (select from visit_history h where h.id = v.id) as "isHistory"
         from month_visits v where id = $1`,
        [id],
      );
    });
    expect(row).toEqual({
      isAssigned: isAssigned(state),
      holdsSeat: holdsSeat(state),
      takesPlace: takesPlace(state),
      isAttended: isAttended(state),
      isHistory: takesPlace(state),
    });
  });

  it.each(VISIT_STATES)('leave the seat to another, or do not: %s', async (state) => {
    const ground = await aGround(service, (committee = await aCommittee(service)));
    const { id: specialistId } = await aSpecialist(service, committee, ground);
    const branchId = await aBranch(service, committee, ground);
    const { id } = await aVisit(service, committee, { branchId, specialistId, heldOn: day('2020-12-03') });
    const again = service.as(committee, async () => {
      await service.work.query(`update visits set state = $2, decline_reason = 'Ốm' where id = $1`, [id, state]);
      await service.work.query(
        `insert into visits (committee_id, id, branch_id, specialist_id, month, held_on, kind, state, meeting_id, plan_id)
         select committee_id, gen_random_uuid(), branch_id, specialist_id, month, held_on, kind, 'offered', meeting_id, plan_id
         from visits where id = $1`,
        [id],
      );
    });
    if (holdsSeat(state)) await expect(again).rejects.toThrow(/visits_meeting_key/);
    else await again;
  });
});
