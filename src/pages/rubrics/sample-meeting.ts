import { MEETING_KINDS, type MeetingKind } from '../../kernel/meeting-kind.ts';
import type { DraftAnswers, Rubric } from '../../modules/evaluations/index.ts';
import type { EditBody } from './read-edit.ts';

/** A meeting as it is typed beside a rubric, to see what the rubric makes of it. */
export interface SampleMeeting {
  readonly kind: MeetingKind;
  readonly members: number;
  readonly present: number;
  readonly unexcused: number;
  readonly speakers: number;
  readonly minutes: number;
  readonly targetsSet: number;
  readonly targetsMet: number;
  /** What the observer judges: everything at its best, its middle, or its worst. */
  readonly judged: 'best' | 'middle' | 'worst';
}

export const SAMPLE_NUMBERS = [
  'members',
  'present',
  'unexcused',
  'speakers',
  'minutes',
  'targetsSet',
  'targetsMet',
] as const;
export const JUDGED = ['best', 'middle', 'worst'] as const;

const USUAL: SampleMeeting = {
  kind: 'regular',
  members: 40,
  present: 36,
  unexcused: 0,
  speakers: 18,
  minutes: 90,
  targetsSet: 10,
  targetsMet: 8,
  judged: 'best',
};

/** The meeting as typed; a field that is missing or no number has its usual value. */
export function sampleMeeting(rubric: Rubric, body: EditBody = {}): SampleMeeting {
  const number = (name: (typeof SAMPLE_NUMBERS)[number]) => {
    const typed = body[`meeting.${name}`];
    return typeof typed === 'string' && /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : USUAL[name];
  };
  return {
    kind: MEETING_KINDS.find((kind) => kind === body['meeting.kind']) ?? rubric.sheets[0]?.kinds[0] ?? 'regular',
    members: Math.max(1, number('members')),
    present: number('present'),
    unexcused: number('unexcused'),
    speakers: number('speakers'),
    minutes: Math.min(number('minutes'), 600),
    targetsSet: Math.max(1, number('targetsSet')),
    targetsMet: number('targetsMet'),
    judged: JUDGED.find((each) => each === body['meeting.judged']) ?? 'best',
  };
}

/** The form that an observer of this meeting would fill in. */
export function sampleAnswers(rubric: Rubric, meeting: SampleMeeting): DraftAnswers {
  const end = 13 * 60 + meeting.minutes;
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return {
    meetingKind: meeting.kind,
    startedAt: '13:00',
    endedAt: time(end),
    membersTotal: meeting.members,
    exempted: 0,
    onSpecialDuty: 0,
    present: meeting.present,
    absentUnexcused: meeting.unexcused,
    absentExcused: Math.max(0, meeting.members - meeting.present - meeting.unexcused),
    longExcused: 'no',
    secretaryAlone: 'no',
    notice: 'members_and_superior',
    materials: 'a_day_before',
    minutesUpload: 'within_two_days',
    speakers: meeting.speakers,
    opinions: meeting.speakers,
    targetsSet: meeting.targetsSet,
    targetsMet: meeting.targetsMet,
    scores: judgedAs(rubric, meeting.judged),
  };
}

function judgedAs({ sheets }: Rubric, judged: SampleMeeting['judged']): Record<string, number | string> {
  const criteria = sheets.flatMap(({ groups }) => groups.flatMap((group) => group.criteria));
  return Object.fromEntries(
    criteria.flatMap(({ id, maximum, scoring }): [string, number | string][] => {
      if (scoring.by === 'points') {
        const steps = Math.round(maximum / scoring.step);
        const taken = judged === 'best' ? steps : judged === 'middle' ? Math.floor(steps / 2) : 0;
        return [[id, Math.round(taken * scoring.step * 100) / 100]];
      }
      if (scoring.by !== 'choice') return [];
      const options = scoring.options.toSorted((a, b) => b.points - a.points);
      const at = judged === 'best' ? 0 : judged === 'middle' ? Math.floor(options.length / 2) : options.length - 1;
      return [[id, options[at]?.value ?? '']];
    }),
  );
}
