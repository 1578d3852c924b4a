import { applyAction } from '../../src/browser/desk/apply-action.ts';
import { Board, pairsOf } from '../../src/browser/desk/board.ts';
import type { DeskRequests } from '../../src/browser/desk/desk-requests.ts';
import { DeskStore } from '../../src/browser/desk/desk-store.ts';
import { mergeChange } from '../../src/browser/desk/merge-change.ts';
import { filterBoard, NO_FILTERS } from '../../src/browser/desk/filter-board.ts';
import {
  chipWidth,
  columnsOf,
  HEAD,
  LOAD,
  NAME,
  ROW,
  scrolledTo,
  windowOf,
} from '../../src/browser/desk/matrix-window.ts';
import { actionsFor, type Source, type Target } from '../../src/browser/desk/targets.ts';
import { deskMessages } from '../../src/pages/desk/desk-messages.ts';
import type { DeskAction, DeskChange, DeskState } from '../../src/pages/desk/desk.view.ts';
import { deskState } from '../support/gallery/desk-state.ts';

/** An, Bình and Châu; An goes to the first meeting, Bình to the second, nobody to the third. */
function small(): DeskState {
  const large = deskState(3, 3);
  return {
    ...large,
    people: large.people.map((person, at) => ({ ...person, name: ['Lê Văn An', 'Đỗ Thị Bình', 'Ngô Châu'][at] ?? '' })),
    meetings: large.meetings.map((meeting, at) => ({ ...meeting, id: `m${at + 1}`, wanted: 1, most: 2 })),
    assignments: [
      [0, 0, 0],
      [1, 1, 1],
    ],
    forbidden: [[2, 2]],
  };
}

const an: Source = { kind: 'visit', specialistId: 's1', meetingId: 'm1' };
const about = (kind: 'assign' | 'unassign', specialistId: string, meetingId: string): DeskAction => ({
  kind,
  specialistId,
  meetingId,
});
const swap: DeskAction = {
  kind: 'swap',
  specialistId: 's1',
  meetingId: 'm1',
  withSpecialistId: 's2',
  withMeetingId: 'm2',
};
const replace = (bySpecialistId: string): DeskAction => ({
  kind: 'replace',
  meetingId: 'm1',
  specialistId: 's1',
  bySpecialistId,
});
const move = (toMeetingId: string): DeskAction => ({ kind: 'move', specialistId: 's1', meetingId: 'm1', toMeetingId });
const visit = (specialistId: string, meetingId: string): Target => ({ kind: 'visit', specialistId, meetingId });

describe('what a drop means', () => {
  const cases: readonly (readonly [string, Source, Target, readonly DeskAction[]])[] = [
    ['a visit on another person', an, { kind: 'person', specialistId: 's3' }, [replace('s3')]],
    ['a visit on its own person', an, { kind: 'person', specialistId: 's1' }, []],
    ['a visit on another’s visit', an, visit('s2', 'm2'), [swap, replace('s2')]],
    ['a visit on itself', an, visit('s1', 'm1'), []],
    ['a visit on a meeting without anybody', an, { kind: 'meeting', meetingId: 'm3' }, [move('m3')]],
    ['a visit on a meeting with somebody', an, { kind: 'meeting', meetingId: 'm2' }, [move('m2'), swap]],
    ['a visit on its own meeting', an, { kind: 'meeting', meetingId: 'm1' }, []],
    ['a visit on nobody', an, { kind: 'nobody' }, [about('unassign', 's1', 'm1')]],
    [
      'a meeting on a person',
      { kind: 'meeting', meetingId: 'm3' },
      { kind: 'person', specialistId: 's1' },
      [about('assign', 's1', 'm3')],
    ],
    ['a meeting on who goes there', { kind: 'meeting', meetingId: 'm1' }, visit('s1', 'm1'), []],
    ['a meeting on a meeting', { kind: 'meeting', meetingId: 'm1' }, { kind: 'meeting', meetingId: 'm2' }, []],
  ];
  it.each(cases)('%s', (_, source, target, actions) => {
    expect(actionsFor(new Board(small()), source, target)).toEqual(actions);
  });

  it('is rather a swap where a meeting takes no more', () => {
    const state = small();
    const full = { ...state, meetings: state.meetings.map((meeting) => ({ ...meeting, most: 1 })) };
    expect(actionsFor(new Board(full), an, { kind: 'meeting', meetingId: 'm2' })).toEqual([swap, move('m2')]);
  });
});

describe('what one’s own action shows before it is answered', () => {
  const cases: readonly (readonly [DeskAction, readonly string[]])[] = [
    [about('assign', 's3', 'm3'), ['s1 m1', 's2 m2', 's3 m3']],
    [about('assign', 's1', 'm1'), ['s1 m1', 's2 m2']],
    [about('unassign', 's1', 'm1'), ['s2 m2']],
    [move('m3'), ['s1 m3', 's2 m2']],
    [replace('s3'), ['s2 m2', 's3 m1']],
    [swap, ['s1 m2', 's2 m1']],
  ];
  it.each(cases)('%j', (action, pairs) => {
    expect([...pairsOf(applyAction(small(), action))].sort()).toEqual(pairs);
  });

  it('pins, lets go, keeps away and allows again', () => {
    const pinned = applyAction(small(), { kind: 'pin', specialistId: 's1', meetingId: 'm1' });
    expect(pinned.assignments).toContainEqual([0, 0, 1]);
    expect(applyAction(pinned, { kind: 'release', specialistId: 's1', meetingId: 'm1' })).toEqual(small());
    const kept = applyAction(small(), { kind: 'forbid', specialistId: 's1', meetingId: 'm1' });
    expect([kept.assignments, kept.forbidden]).toEqual([
      [[1, 1, 1]],
      [
        [2, 2],
        [0, 0],
      ],
    ]);
    expect(applyAction(small(), { kind: 'release', specialistId: 's3', meetingId: 'm3' }).forbidden).toEqual([]);
  });
});

describe('what the filters show', () => {
  const shown = (change: Partial<typeof NO_FILTERS>, state = small()) =>
    filterBoard(new Board(state), { ...NO_FILTERS, ...change });

  it('is everything, meetings without anybody first', () => {
    expect(shown({})).toEqual({ people: [0, 1, 2], meetings: [2, 0, 1], isFiltered: false });
  });

  it('is found without diacritics, by the person or by the meeting', () => {
    expect(shown({ text: 'do binh' })).toEqual({ people: [1], meetings: [1], isFiltered: true });
    const state = small();
    const named = { ...state, meetings: state.meetings.map((each, at) => ({ ...each, branch: `Chi bộ Bến ${at}` })) };
    expect(shown({ text: 'ben 0' }, named)).toEqual({ people: [0], meetings: [0], isFiltered: true });
  });

  it('is of one department: its people, where they go, and where somebody is wanted', () => {
    const state = small();
    const people = state.people.map((each, at) => ({ ...each, department: at === 1 ? 'Ban Dân vận' : 'Ban Tổ chức' }));
    expect(shown({ department: 'Ban Dân vận' }, { ...state, people })).toEqual({
      people: [1],
      meetings: [2, 1],
      isFiltered: true,
    });
  });

  it('is of one standing', () => {
    expect(shown({ standing: 'lacking' }).meetings).toEqual([2]);
    expect(shown({ standing: 'held' }).meetings).toEqual([0, 1]);
    expect(shown({ standing: 'later' }).meetings).toEqual([]);
  });
});

describe('the window of the matrix', () => {
  const columns = columnsOf(new Board(deskState()));
  const sight = { top: 10 * ROW, left: 0, width: NAME + LOAD + 300, height: HEAD + 10 * ROW };

  it('has a day as wide as the chips of whoever has most on it, and a thin one without meetings', () => {
    const state = small();
    const day = (at: number) => state.days.findIndex((each) => each.day === state.meetings[at]?.day);
    const both = { ...state, meetings: state.meetings.map((each) => ({ ...each, short: 'THPT PĐP' })) };
    const { widths } = columnsOf(new Board(both));
    expect(chipWidth('THPT PĐP')).toBe(75);
    expect([widths[day(0)], widths[day(2)]]).toEqual([75 + 8, 42 + 6]);
    expect(Math.min(...widths)).toBe(26);
  });

  it('draws what is seen and a little more', () => {
    const { firstRow, lastRow, firstDay, lastDay } = windowOf(sight, 60, columns);
    expect([firstRow, lastRow, firstDay]).toEqual([7, 23, 0]);
    expect(columns.offsets[lastDay]).toBeLessThan(300 + 3 * 42);
    expect(windowOf(sight, 12, columns).lastRow).toBe(11);
  });

  it('scrolls no further than a cell needs', () => {
    expect(scrolledTo(sight, 12, 1, columns)).toEqual(sight);
    expect(scrolledTo(sight, 3, -1, columns).top).toBe(3 * ROW);
    expect(scrolledTo(sight, 25, -1, columns).top).toBe(16 * ROW);
    const last = columns.offsets.length - 1;
    expect(scrolledTo(sight, 12, last, columns).left).toBe(columns.width - 300);
  });
});

describe('the texts of the desk', () => {
  it('have the same facts in both languages', () => {
    const factsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const keys = Object.keys(deskMessages.vi) as (keyof typeof deskMessages.vi)[];
    expect(keys.filter((key) => factsOf(deskMessages.vi[key]).join() !== factsOf(deskMessages.en[key]).join())).toEqual(
      [],
    );
  });
});

describe('what the service answers a change with', () => {
  const change = (more: Partial<DeskChange> = {}): DeskChange => {
    const { planId, lists, figures } = small();
    return {
      planId,
      lists,
      figures: { ...figures, handMade: 3 },
      revision: 8,
      assignments: [[2, 2, 1]],
      forbidden: [],
      undo: 'cử Ngô Châu',
      redo: null,
      news: [],
      reasons: [[0, 'không ai rảnh']],
      ...more,
    };
  };

  it('is put in the place of what was there, and leaves the rest', () => {
    const before = small();
    const after = mergeChange(before, change());
    expect(after).toEqual({
      ...before,
      figures: { ...before.figures, handMade: 3 },
      revision: 8,
      assignments: [[2, 2, 1]],
      forbidden: [],
      undo: 'cử Ngô Châu',
      redo: null,
      meetings: before.meetings.map((meeting, at) => ({ ...meeting, reason: at === 0 ? 'không ai rảnh' : null })),
    });
  });

  it.each<readonly [string, Partial<DeskChange>]>([
    ['another plan', { planId: 'p2' }],
    ['other people or meetings', { lists: 2 }],
  ])('is not taken for %s', (_, other) => {
    expect(mergeChange(small(), change(other))).toBeNull();
  });
});

describe('what others have done', () => {
  /** A service at which a colleague has made the second revision, and which answers the state only when it is let. */
  function withColleague() {
    const before = { ...small(), revision: 1 };
    let latest = 2;
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const since = (seen: number) => ({ revision: latest, news: seen < 2 ? ['Đỗ Thị Bình: ghim'] : [] });
    const changed = ({ seen }: { readonly seen: number }) => {
      latest += 1;
      const { planId, assignments, forbidden, undo, redo, figures, lists } = before;
      const value: DeskChange = {
        ...{ planId, assignments, forbidden, undo, redo, figures, lists },
        ...since(seen),
        reasons: [],
      };
      return Promise.resolve({ kind: 'done', value });
    };
    const service = {
      state: ({ seen }: { readonly seen: number }) =>
        held.then(() => ({ kind: 'done', value: { ...before, ...since(seen) } })),
      edit: changed,
      adopt: async (_form: string, fields: { readonly seen: number }) => ({
        kind: 'done',
        value: { said: 'Đã nhận', change: (await changed(fields)).value },
      }),
    } as unknown as DeskRequests;
    return { store: new DeskStore(before, service), letGo: () => letGo() };
  }

  it('is told once where one does something at the same moment', async () => {
    const { store, letGo } = withColleague();
    const both = [store.refresh(), store.perform(about('assign', 's3', 'm3'), '')];
    letGo();
    await Promise.all(both);
    expect(store.news.value.said).toEqual(['Đỗ Thị Bình: ghim']);
    expect(store.base.value.revision).toBe(3);
  });

  it('is told where one takes over what the engine proposes meanwhile', async () => {
    const { store, letGo } = withColleague();
    const taken = store.adopt('proposal', { seen: '1' });
    letGo();
    await taken;
    expect(store.news.value.said).toEqual(['Đỗ Thị Bình: ghim']);
  });
});
