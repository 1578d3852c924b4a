import type { AccountId, MeetingId, SpecialistId } from '../../../kernel/id.ts';
import { effectOf, type PlanByHand } from './desk-action.ts';
import { doneByOthers, type PlanEdit, quickerEdit, toRedo, toUndo } from './plan-edit.ts';

const duty = (name: string, place: string) => ({
  specialistId: name as SpecialistId,
  meetingId: place as MeetingId,
});
const EMPTY: PlanByHand = { duties: [], decisions: [] };

function edit(
  number: number,
  state: 'stands' | 'undone' | 'closed',
  of = duty('lan', '1'),
  revision = number,
): PlanEdit {
  const action = { kind: 'assign', ...of } as const;
  return {
    number,
    action,
    effect: effectOf(action, EMPTY),
    reason: null,
    revision,
    madeAt: new Date(0),
    madeBy: null,
    undoneAt: state === 'stands' ? null : new Date(1),
    undoneBy: null,
    madeAgainBy: null,
    isClosed: state === 'closed',
  };
}

describe('the edits of a plan', () => {
  it.each([
    ['none', [], null, null],
    ['two that stand', [edit(1, 'stands'), edit(2, 'stands')], 2, null],
    ['one undone', [edit(1, 'stands'), edit(2, 'undone')], 1, 2],
    ['two undone: the earlier comes back first', [edit(1, 'undone'), edit(2, 'undone')], null, 1],
    ['one undone before another was made', [edit(1, 'closed'), edit(2, 'stands')], 2, null],
  ] as const)('know what is undone and made again next: %s', (_, edits, undo, redo) => {
    expect(toUndo(edits)?.number ?? null).toBe(undo);
    expect(toRedo(edits)?.number ?? null).toBe(redo);
  });

  const effect = effectOf({ kind: 'assign', ...duty('lan', '9') }, EMPTY);
  it.each([
    ['about the same person, before what was seen', edit(1, 'stands', duty('lan', '1'), 3), null],
    ['about the same person, since', edit(1, 'stands', duty('lan', '1'), 4), 1],
    ['about the same meeting, since', edit(1, 'stands', duty('minh', '9'), 4), 1],
    ['about others, since', edit(1, 'stands', duty('minh', '1'), 4), null],
    ['about the same person, undone since', edit(1, 'undone', duty('lan', '1'), 4), 1],
  ])('say who was quicker: %s', (_, other, expected) => {
    expect(quickerEdit([other], effect, 3)?.number ?? null).toBe(expected);
  });

  const [ban, hoa] = ['ban' as AccountId, 'hoa' as AccountId];
  it.each<[string, Partial<PlanEdit>, boolean]>([
    ['what a colleague made', { madeBy: hoa }, true],
    ['what one made oneself', { madeBy: ban }, false],
    ['what a colleague has undone of it', { madeBy: ban, undoneAt: new Date(1), undoneBy: hoa }, true],
    ['what one has undone of theirs', { madeBy: hoa, undoneAt: new Date(1), undoneBy: ban }, false],
    ['what a colleague made again', { madeBy: ban, madeAgainBy: hoa }, true],
    ['what was seen before', { madeBy: hoa, revision: 3 }, false],
  ])('tell of others since: %s', (_, change, expected) => {
    expect(doneByOthers([{ ...edit(1, 'stands', duty('lan', '1'), 4), ...change }], 3, ban)).toHaveLength(
      expected ? 1 : 0,
    );
  });
});
