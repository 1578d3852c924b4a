import { Injectable } from '@nestjs/common';
import type { Month } from '../../../kernel/month.ts';
import { PostgresUnitOfWork } from '../../../platform/database/postgres-unit-of-work.ts';
import type { MeetingInquiry } from '../domain/meeting-inquiry.ts';
import { MeetingInquiries } from './repositories/meeting-inquiries.ts';

/** Reads what the branches were asked about their meetings of a month, and what they answered. */
@Injectable()
export class InquiriesReadModel {
  constructor(
    private readonly work: PostgresUnitOfWork,
    private readonly inquiries: MeetingInquiries,
  ) {}

  /** By meeting. */
  async of(month: Month): Promise<ReadonlyMap<string, MeetingInquiry>> {
    const inquiries = await this.work.run(() => this.inquiries.list(month));
    return new Map(inquiries.map((inquiry) => [inquiry.meetingId, inquiry]));
  }
}
