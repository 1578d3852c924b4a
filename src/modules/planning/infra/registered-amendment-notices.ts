import { Injectable } from '@nestjs/common';
import type { DocumentId } from '../../../kernel/id.ts';
import { dayIn, firstDay, timeIn } from '../../../kernel/month.ts';
import { formatMonth } from '../../../kernel/format.ts';
import { DocumentRegister } from '../../documents/index.ts';
import { DeadlinesReadModel } from '../../visits/index.ts';
import { AmendmentNotices, type DutyNotice } from '../application/ports.ts';
import type { Amendment } from '../domain/amendment.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { type AmendedMeeting, type AmendedPerson, amendmentNotice } from './amendment-notice.ts';
import { type PlanVisit, PlanVisitsReadModel } from './plan-visits-read-model.ts';

/** Issues a numbered notice of each amendment. */
@Injectable()
export class RegisteredAmendmentNotices extends AmendmentNotices {
  constructor(
    private readonly visits: PlanVisitsReadModel,
    private readonly register: DocumentRegister,
    private readonly deadlines: DeadlinesReadModel,
  ) {
    super();
  }

  async issue(
    { noticeId }: PlanHeader,
    amendment: Omit<Amendment, 'noticeId'>,
    given: number | null,
  ): Promise<DutyNotice> {
    const { month, number, reason, changes } = amendment;
    const named = await this.visits.list(changes.map(({ visitId }) => visitId));
    const off = new Set(changes.flatMap(({ kind, visitId }) => (kind === 'release' ? [visitId] : [])));
    const amended = noticeId && (await this.register.referenceOf(noticeId));
    const deadlines = await this.deadlines.read();
    const facts = { month, number, reason, amended, meetings: meetingsOf(named, (visit) => off.has(visit.id)) };
    return this.register.issue({
      type: 'TB',
      given,
      title: `Điều chỉnh phân công dự sinh hoạt chi bộ tháng ${formatMonth('vi', month)} (lần ${number})`,
      compose: (letterhead, documentNumber, issuedOn) =>
        amendmentNotice(letterhead, documentNumber, issuedOn, facts, deadlines.policyOn(firstDay(month))),
    });
  }

  async get(id: DocumentId): Promise<DutyNotice> {
    return { id, symbol: await this.register.symbolOf(id) };
  }
}

/** The visits by meeting, in order of time. */
function meetingsOf(visits: readonly PlanVisit[], isOff: (visit: PlanVisit) => boolean): AmendedMeeting[] {
  const meetings = new Map<string, PlanVisit[]>();
  for (const visit of visits) meetings.set(visit.meetingId, [...(meetings.get(visit.meetingId) ?? []), visit]);
  return [...meetings.values()].flatMap((there): AmendedMeeting[] => {
    const [first] = there;
    if (!first) return [];
    const { zone, startsAt, branch, place } = first;
    const when = { day: dayIn(zone, startsAt), from: timeIn(zone, startsAt) };
    const off = there.filter(isOff).map(personOf);
    const on = there.filter((visit) => !isOff(visit)).map(personOf);
    return [{ ...when, branch, place, off, on }];
  });
}

function personOf({ specialist, title, department }: PlanVisit): AmendedPerson {
  return { specialist, title, department };
}
