import type { DocumentId } from '../../../kernel/id.ts';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../../config/config.ts';
import { dayIn, timeIn } from '../../../kernel/month.ts';
import { formatMonth } from '../../../kernel/format.ts';
import { CONFIG } from '../../../platform/tokens.ts';
import { DocumentRegister, type IssuedDocument } from '../../documents/index.ts';
import {
  Calendars,
  type MailContact,
  MailContactReadModel,
  type MailDraft,
  Outbox,
  type VisitLine,
} from '../../notifications/index.ts';
import { type Deadlines, DeadlinesReadModel, type Visit } from '../../visits/index.ts';
import { type DutyNotice, DutyNotices } from '../application/ports.ts';
import type { PlanHeader } from '../domain/month-plan.ts';
import { dutyNotice } from './duty-notice.ts';
import { type PlanVisit, PlanVisitsReadModel } from './plan-visits-read-model.ts';

interface MailFacts {
  readonly notice: IssuedDocument;
  readonly deadlines: Deadlines;
  readonly contact: MailContact | null;
}

/** Tells everybody of their duties: one numbered notice for the office, one mail for each person. */
@Injectable()
export class RegisteredDutyNotices extends DutyNotices {
  constructor(
    private readonly visits: PlanVisitsReadModel,
    private readonly register: DocumentRegister,
    private readonly outbox: Outbox,
    private readonly calendars: Calendars,
    private readonly deadlines: DeadlinesReadModel,
    private readonly contacts: MailContactReadModel,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  async issue(plan: PlanHeader, visits: readonly Visit[]): Promise<DutyNotice> {
    const { month } = plan;
    const named = await this.visits.list(visits.map(({ id }) => id));
    const rows = named.map((visit) => ({
      day: dayIn(visit.zone, visit.startsAt),
      from: timeIn(visit.zone, visit.startsAt),
      branch: visit.branch,
      place: visit.place,
      specialist: visit.specialist,
      title: visit.title,
      department: visit.department,
    }));
    const deadlines = await this.deadlines.read();
    const notice = await this.register.issue({
      type: 'TB',
      title: `Phân công dự sinh hoạt chi bộ tháng ${formatMonth('vi', month)}`,
      compose: (letterhead, number, issuedOn) =>
        dutyNotice(letterhead, number, issuedOn, month, rows, deadlines.policyOn(issuedOn)),
    });
    await this.outbox.postAll(this.mailsOf(plan, named, { notice, deadlines, contact: await this.contacts.acting() }));
    return notice;
  }

  async get(id: DocumentId): Promise<DutyNotice> {
    return { id, symbol: await this.register.symbolOf(id) };
  }

  private mailsOf(
    { id, month }: PlanHeader,
    visits: readonly PlanVisit[],
    { notice, deadlines, contact }: MailFacts,
  ): MailDraft[] {
    const { symbol, issuedOn } = notice;
    const { publicUrl } = this.config;
    const observers = new Map<string, PlanVisit[]>();
    const people = new Map<string, [PlanVisit, ...PlanVisit[]]>();
    for (const visit of visits) {
      observers.set(visit.meetingId, [...(observers.get(visit.meetingId) ?? []), visit]);
      people.set(visit.specialistId, [...(people.get(visit.specialistId) ?? []), visit] as [PlanVisit, ...PlanVisit[]]);
    }
    return Array.from(people, ([specialistId, own]) => {
      const [person] = own;
      const locale = person.locale ?? 'vi';
      return {
        key: `visits-published/${id}/${specialistId}`,
        to: {
          address: person.email,
          name: person.specialist,
          specialistId: person.specialistId,
          ...(person.accountId && { accountId: person.accountId }),
        },
        locale,
        month,
        template: 'visits-published',
        model: {
          month,
          visits: own.map((visit) => lineOf(visit, observers.get(visit.meetingId) ?? [], publicUrl)),
          notice: { symbol, issuedOn, link: `${publicUrl}/my/notices/${notice.id}/pdf` },
          answerBy: deadlines.answerBy(issuedOn, dayIn(person.zone, person.startsAt)),
          formWorkdays: deadlines.policyOn(issuedOn).formWorkdays,
          contact,
          link: `${publicUrl}/my/visits?month=${month}`,
        },
        invitations: own.map((visit) => this.calendars.invitation('REQUEST', this.visits.occasionOf(visit), locale)),
      };
    });
  }
}

function lineOf(visit: PlanVisit, observers: readonly PlanVisit[], publicUrl: string): VisitLine {
  return {
    day: dayIn(visit.zone, visit.startsAt),
    from: timeIn(visit.zone, visit.startsAt),
    to: timeIn(visit.zone, visit.endsAt),
    branch: visit.branch,
    place: visit.place,
    kind: visit.kind,
    with: observers.filter(({ id }) => id !== visit.id).map(({ specialist }) => specialist),
    link: `${publicUrl}/my/visits/${visit.id}`,
  };
}
