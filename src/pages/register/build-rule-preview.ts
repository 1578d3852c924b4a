import { timeIn } from '../../kernel/month.ts';
import type { BranchRule } from '../../modules/directory/index.ts';
import { type MeetingRule, type PreviewedMeeting, type PreviewedMonth } from '../../modules/meetings/index.ts';
import type { RulePreview, RulePreviewMeeting } from './branch-rule.view.ts';

/** The rule as the calendar knows it. */
export function meetingRuleOf(rule: BranchRule): MeetingRule {
  return {
    dayOfMonth: rule.meetingDay,
    time: rule.meetingTime,
    durationMinutes: rule.durationMinutes,
    rollWeekend: rule.rollWeekend,
    thematicMonths: rule.thematicMonths,
    thematicDay: rule.thematicDay,
  };
}

export function rulePreview(months: readonly PreviewedMonth[] | null, zone: string): RulePreview {
  return {
    months:
      months &&
      months.map(({ meetings, ...month }) => ({ ...month, meetings: meetings.map((one) => lineOf(one, zone)) })),
  };
}

function lineOf(
  { day, kind, start, end, wanted, passed, isShortened, dayOff }: PreviewedMeeting,
  zone: string,
): RulePreviewMeeting {
  return {
    day,
    from: timeIn(zone, start),
    to: timeIn(zone, end),
    kind,
    movedFrom: day === wanted ? null : wanted,
    isEarlier: day < wanted,
    because: passed.map((each) => ({
      day: each.day,
      because: each.because,
      kind: each.kind,
      name: each.because === 'holiday' ? each.name : '',
    })),
    isShortened,
    dayOff,
  };
}
