import type { ErrorCode } from '../../../kernel/domain-error.ts';
import type { MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { applied, deciding, type DeskAction, effectOf, inverse, overruling, type PlanByHand } from './desk-action.ts';
import type { PlanDecision } from './plan-decision.ts';

const who = (name: string) => name as SpecialistId;
const where = (name: string) => name as MeetingId;
const duty = (name: string, place: string) => ({ specialistId: who(name), meetingId: where(place) });
const decision = (name: string, place: string, kind: PlanDecision['kind']): PlanDecision => ({
  ...duty(name, place),
  kind,
  overrules: [],
  reason: null,
});

/** Lan goes to the first meeting and Minh to the second; Minh was kept from the third. */
const PLAN: PlanByHand = {
  duties: [duty('lan', '1'), duty('minh', '2')],
  decisions: [decision('minh', '3', 'must_not')],
};

/** `lan 1, minh 2 | +lan 1 −minh 3`: who goes, and who was sent or kept away by hand. */
function written({ duties, decisions }: PlanByHand): string {
  const going = duties.map(({ specialistId, meetingId }) => `${specialistId} ${meetingId}`).toSorted();
  const decided = decisions
    .map(({ specialistId, meetingId, kind }) => `${kind === 'must' ? '+' : '−'}${specialistId} ${meetingId}`)
    .toSorted();
  return `${going.join(', ')} | ${decided.join(' ')}`;
}

describe('an action on the desk', () => {
  it.each<[string, DeskAction, string]>([
    ['sends somebody', { kind: 'assign', ...duty('lan', '3') }, 'lan 1, lan 3, minh 2 | +lan 3 −minh 3'],
    ['sends whom people had kept away', { kind: 'assign', ...duty('minh', '3') }, 'lan 1, minh 2, minh 3 | +minh 3'],
    ['takes somebody off', { kind: 'unassign', ...duty('lan', '1') }, 'minh 2 | −lan 1 −minh 3'],
    [
      'moves somebody',
      { kind: 'move', ...duty('lan', '1'), toMeetingId: where('3') },
      'lan 3, minh 2 | +lan 3 −lan 1 −minh 3',
    ],
    [
      'replaces somebody',
      { kind: 'replace', ...duty('lan', '1'), bySpecialistId: who('minh') },
      'minh 1, minh 2 | +minh 1 −lan 1 −minh 3',
    ],
    [
      'swaps two',
      { kind: 'swap', ...duty('lan', '1'), withSpecialistId: who('minh'), withMeetingId: where('2') },
      'lan 2, minh 1 | +lan 2 +minh 1 −lan 1 −minh 2 −minh 3',
    ],
    ['pins', { kind: 'pin', ...duty('lan', '1') }, 'lan 1, minh 2 | +lan 1 −minh 3'],
    ['rules out', { kind: 'forbid', ...duty('lan', '2') }, 'lan 1, minh 2 | −lan 2 −minh 3'],
    ['rules out who goes there', { kind: 'forbid', ...duty('lan', '1') }, 'minh 2 | −lan 1 −minh 3'],
    ['releases', { kind: 'release', ...duty('minh', '3') }, 'lan 1, minh 2 | '],
  ])('%s, and undoing it leaves nothing of it', (_, action, expected) => {
    const effect = effectOf(action, PLAN);
    const after = applied(PLAN, effect);
    expect(written(after)).toBe(expected);
    expect(written(applied(after, inverse(effect)))).toBe(written(PLAN));
  });

  it.each<[string, DeskAction, ErrorCode]>([
    ['sends who goes there already', { kind: 'assign', ...duty('lan', '1') }, 'plan.already_so'],
    ['takes off who does not go there', { kind: 'unassign', ...duty('lan', '2') }, 'plan.not_so'],
    [
      'moves to where they go already',
      { kind: 'move', ...duty('lan', '1'), toMeetingId: where('1') },
      'plan.already_so',
    ],
    ['pins who does not go there', { kind: 'pin', ...duty('lan', '2') }, 'plan.not_so'],
    ['rules out twice', { kind: 'forbid', ...duty('minh', '3') }, 'plan.already_so'],
    ['releases what was not decided', { kind: 'release', ...duty('lan', '1') }, 'plan.already_so'],
    [
      'swaps with who is not there',
      { kind: 'swap', ...duty('lan', '1'), withSpecialistId: who('minh'), withMeetingId: where('3') },
      'plan.not_so',
    ],
  ])('is refused where it %s', (_, action, code) => {
    expect(() => effectOf(action, PLAN)).toThrow(code);
  });

  it('keeps why it breaks a rule, through undoing its release', () => {
    const asked = effectOf({ kind: 'assign', ...duty('lan', '3') }, PLAN);
    const effect = overruling(asked, () => ['rotation_gap'], 'Cần người quen việc');
    const sent = applied(PLAN, effect);
    const release = effectOf({ kind: 'release', ...duty('lan', '3') }, sent);
    const again = applied(applied(sent, release), inverse(release));
    expect(again.decisions).toContainEqual({
      ...duty('lan', '3'),
      kind: 'must',
      overrules: ['rotation_gap'],
      reason: 'Cần người quen việc',
    });
  });

  it('that takes over what the engine proposes decides only what a rule gives way to', () => {
    const effect = { added: [duty('minh', '3'), duty('nga', '4')], dropped: [duty('lan', '1')], decisions: [] };
    const whole = deciding(effect, PLAN, ({ specialistId }) => specialistId !== 'nga');
    const after = applied(PLAN, whole);
    expect(written(after)).toBe('minh 2, minh 3, nga 4 | +minh 3 −lan 1');
    expect(written(applied(after, inverse(whole)))).toBe(written(PLAN));
  });
});
