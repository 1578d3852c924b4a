import type { BranchId } from '../../../../kernel/id.ts';
import { Injectable } from '@nestjs/common';
import { committeeZone } from '../../../../platform/database/committee-zone.ts';
import { PostgresUnitOfWork } from '../../../../platform/database/postgres-unit-of-work.ts';
import type { CalendarBranch } from '../../domain/calendar-workbook.ts';
import type { MeetingRule } from '../../domain/meeting-rule.ts';
import type { BranchWithRule } from '../../domain/month-calendar.ts';

interface RuleRow extends MeetingRule {
  id: BranchId;
}

/** Reads from the directory the rules that a calendar is made of. */
@Injectable()
export class MeetingRules {
  constructor(private readonly work: PostgresUnitOfWork) {}

  zone(): Promise<string> {
    return committeeZone(this.work);
  }

  /** All branches that are not archived. */
  async branches(): Promise<BranchWithRule<BranchId>[]> {
    const rows = await this.work.query<RuleRow>(
      `select branch_id as id, coalesce(to_jsonb(meeting_day), to_jsonb(meeting_weekday)) as "dayOfMonth", to_char(meeting_time, 'HH24:MI') as time, meeting_minutes as "durationMinutes",
         rolls_forward as "rollWeekend", thematic_months as "thematicMonths", 
         coalesce(to_jsonb(thematic_day), to_jsonb(thematic_weekday)) as "thematicDay"
       from branch_meeting_rules order by branch_id`,
    );
    return rows.map(({ id, ...rule }) => ({ id, rule }));
  }

  /** All branches, those out of use included, because meetings may name them. */
  branchCodes(): Promise<CalendarBranch[]> {
    return this.work.query<CalendarBranch>(
      `select id, code, name, in_use as "isInUse" from branch_profiles order by code, id`,
    );
  }

  async branchExists(id: BranchId): Promise<boolean> {
    const rows = await this.work.query(`select 1 from branch_profiles where id = $1 and in_use`, [id]);
    return rows.length > 0;
  }
}
