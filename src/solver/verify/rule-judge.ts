import { bindingAcceptances } from '../model/binding-acceptances.ts';
import { clashing } from '../model/cannot-attend-both.ts';
import { type PairOfIds, pairKey } from '../model/pair-key.ts';
import { Settled } from '../model/settled.ts';
import type { Department, Meeting, Pairing, PlanProblem, Specialist } from '../problem.ts';
import { judgeSpacing } from './judge-spacing.ts';
import { type PairCosts, pairCosts } from './pair-facts.ts';

export type AddFault = (pointer: string, code: string, params?: Record<string, unknown>) => void;

/** The hard rules of a problem, by whom or what each speaks of: one person's visits, one meeting's observers, one pair. */
export class RuleJudge {
  /** Null where the person is not eligible. */
  readonly costsOf: PairCosts;
  /** Whether one person cannot attend both, by the clock, the branch or a given set. */
  readonly clashes: (a: Meeting, b: Meeting) => boolean;
  private readonly spacing: ReturnType<typeof judgeSpacing>;
  private readonly pairings: readonly Pairing[];
  /** Pins on meetings ahead, by pair. */
  private readonly pins = new Map<string, 'must' | 'must_not'>();
  private readonly binding: ReadonlySet<string>;

  constructor(problem: PlanProblem) {
    this.costsOf = pairCosts(problem);
    this.clashes = clashing(problem);
    this.spacing = judgeSpacing(problem);
    this.pairings = problem.pairings ?? [];
    this.binding = new Set(bindingAcceptances(problem).map(pairKey));
    const settled = new Settled(problem);
    const over = new Set(problem.meetings.flatMap((meeting) => (settled.isOver(meeting) ? [meeting.id] : [])));
    for (const pin of problem.pins) {
      if (pin.kind !== 'may' && !over.has(pin.meetingId)) this.pins.set(pairKey(pin), pin.kind);
    }
  }

  /** Of one person's visits, apart from those that clash. */
  person({ id: specialistId, minVisits, maxVisits }: Specialist, month: readonly Meeting[], fault: AddFault): void {
    const visits = month.length;
    this.spacing(specialistId, month, (code, params) => fault('/assignments', code, params));
    if (visits < minVisits) fault('/loads', 'below_min_visits', { specialistId, visits, limit: minVisits });
    if (visits > maxVisits) fault('/loads', 'above_max_visits', { specialistId, visits, limit: maxVisits });
  }

  department({ id: departmentId, minVisits, maxVisits }: Department, visits: number, fault: AddFault): void {
    if (visits < (minVisits ?? 0)) fault('/loads', 'below_department_min', { departmentId, visits, limit: minVisits });
    if (visits > (maxVisits ?? Infinity)) {
      fault('/loads', 'above_department_max', { departmentId, visits, limit: maxVisits });
    }
  }

  /** Of the observers of one meeting. */
  team(meeting: Meeting, team: readonly Specialist[], fault: AddFault): void {
    const { id: meetingId, minObservers, maxObservers, mandatory } = meeting;
    const observers = team.length;
    const broken = (code: string, params: Record<string, unknown> = {}): void =>
      fault('/assignments', code, { meetingId, ...params });
    if (observers > maxObservers) broken('too_many_observers', { observers, limit: maxObservers });
    if (mandatory && observers < minObservers) broken('mandatory_unmet', { observers, limit: minObservers });
    if (meeting.team.lead && observers > 0 && !team.some(({ mayLead }) => mayLead)) broken('without_lead');
    const departments = new Set(team.map(({ departmentId }) => departmentId));
    if (meeting.team.differentDepartments && departments.size < observers) broken('same_department');
    for (const { kind, specialistIds } of this.together(team)) {
      if (kind === 'apart') broken('kept_apart', { specialistIds });
    }
  }

  /** The quality that those who go there together are worth. */
  reward(team: readonly Specialist[]): number {
    return this.together(team).reduce((sum, one) => (one.kind === 'together' ? sum + one.reward : sum), 0);
  }

  /** Of one pair: a pin, or an accepted visit that still binds. */
  wish({ specialistId, meetingId }: PairOfIds, isChosen: boolean, fault: AddFault): void {
    const key = pairKey({ specialistId, meetingId });
    const pin = this.pins.get(key);
    if (pin !== undefined && isChosen !== (pin === 'must')) {
      fault('/assignments', 'pin_broken', { specialistId, meetingId, pin });
    }
    if (!isChosen && this.binding.has(key))
      fault('/assignments', 'accepted_visit_dropped', { specialistId, meetingId });
  }

  /** Pairings of which two or more are in the team, each with those who are. */
  private together(team: readonly Specialist[]): Pairing[] {
    if (team.length < 2 || this.pairings.length === 0) return [];
    const there = new Set(team.map(({ id }) => id));
    return this.pairings.flatMap((one): Pairing[] => {
      const present = one.specialistIds.filter((id) => there.has(id));
      if (present.length < 2) return [];
      return [one.kind === 'apart' ? { ...one, specialistIds: present } : one];
    });
  }
}
