import type { Actor } from '../../src/kernel/actor.ts';
import { dayIn, timeIn } from '../../src/kernel/month.ts';
import { Calendars, Outbox } from '../../src/modules/notifications/index.ts';
import { type Visit, VisitCalendars, VisitInvitations, VisitsReadModel } from '../../src/modules/visits/index.ts';
import type { TestService } from './service.ts';

/** One mail for each visit, with its invitation, as at the publication; returns the keys of the mails. */
export function tellOfVisits(
  service: TestService,
  committee: Actor,
  visits: readonly Pick<Visit, 'id'>[],
): Promise<string[]> {
  return service.as(committee, async () => {
    const keys: string[] = [];
    for (const line of await service.get(VisitsReadModel).list(visits.map(({ id }) => id))) {
      const [occasion] = await service.get(VisitCalendars).identified([line]);
      if (!occasion) throw new Error('a visit has no calendar entry');
      const { id, zone, startsAt, endsAt, branch, place, kind, email, specialist, specialistId, month } = line;
      const key = `told/${id}`;
      const [from, to] = [timeIn(zone, startsAt), timeIn(zone, endsAt)];
      const visit = {
        day: dayIn(zone, startsAt),
        from,
        to,
        branch,
        place,
        kind,
        with: [],
        link: 'https://giao.example',
      };
      await service.get(Outbox).post({
        key,
        to: { address: email, name: specialist, specialistId },
        locale: 'vi',
        month,
        template: 'visit-restored',
        model: { visit, link: 'https://giao.example' },
        invitations: [service.get(Calendars).invitation('REQUEST', occasion, 'vi')],
      });
      await service.get(VisitInvitations).noteSent([{ visitId: id, mailKey: key }]);
      keys.push(key);
    }
    return keys;
  });
}
