import { type BranchId, newId } from '../../../kernel/id.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { Month } from '../../../kernel/month.ts';
import type { Meeting, Slot } from './meeting.ts';
import type { ForeseenMeeting } from './month-calendar.ts';

export interface CalendarChanges {
  readonly added: readonly Meeting[];
  /** Made by a rule that has changed since, or on a day that became a holiday. */
  readonly changed: readonly Meeting[];
  /** Made by a rule that no longer has them. */
  readonly removed: readonly Meeting[];
  /** Number of meetings that somebody edited; they stay, whatever the rule says. */
  readonly kept: number;
  readonly unchanged: number;
}

/** The changes that bring the calendar in line with the rules without touching anybody's edits. */
export function reconcileCalendar(
  stored: readonly Meeting[],
  foreseen: readonly ForeseenMeeting<BranchId>[],
  month: Month,
): CalendarChanges {
  const bySlot = new Map<string, Meeting>();
  for (const meeting of stored) if (meeting.slot) bySlot.set(keyOf(meeting.branchId, meeting.slot), meeting);
  const wanted = new Map(foreseen.map((meeting) => [keyOf(meeting.branchId, slotOf(meeting)), meeting]));
  const added: Meeting[] = [];
  const changed: Meeting[] = [];
  let unchanged = 0;
  for (const [key, meeting] of wanted) {
    const now = bySlot.get(key);
    if (!now) added.push(ofRule(meeting, month));
    else if (now.source === 'rule') {
      const next = { ...ofRule(meeting, month), id: now.id, revision: now.revision };
      if (canonicalJson(next) === canonicalJson(now)) unchanged += 1;
      else changed.push({ ...next, revision: now.revision + 1 });
    }
  }
  const removed = stored.filter(
    ({ branchId, slot, source }) => source === 'rule' && slot !== null && !wanted.has(keyOf(branchId, slot)),
  );
  const kept = stored.filter(({ source }) => source !== 'rule').length;
  return { added, changed, removed, kept, unchanged };
}

function ofRule(foreseen: ForeseenMeeting<BranchId>, month: Month): Meeting {
  return {
    id: newId(),
    branchId: foreseen.branchId,
    month,
    startsAt: foreseen.start,
    endsAt: foreseen.end,
    kind: foreseen.kind,
    state: 'scheduled',
    source: 'rule',
    place: '',
    note: '',
    slot: slotOf(foreseen),
    wantedOn: foreseen.wanted,
    passed: foreseen.passed,
    revision: 1,
  };
}

function slotOf({ kind }: ForeseenMeeting<BranchId>): Slot {
  return kind === 'thematic' ? 'thematic' : 'main';
}

function keyOf(branchId: BranchId, slot: Slot): string {
  return `${branchId}/${slot}`;
}
