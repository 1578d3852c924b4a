import { newId } from '../../../kernel/id.ts';
import { day, month } from '../../../kernel/month.ts';
import { takeBack } from './calendar-change.ts';
import type { Meeting } from './meeting.ts';

const branchId = newId<'Branch'>();
const ofRule: Meeting = {
  id: newId(),
  branchId,
  month: month('2021-01'),
  startsAt: new Date('2021-01-04T12:30:00Z'),
  endsAt: new Date('2021-01-04T14:00:00Z'),
  kind: 'regular',
  state: 'scheduled',
  source: 'rule',
  place: '',
  note: '',
  slot: 'main',
  wantedOn: day('2021-01-03'),
  passed: [],
  revision: 3,
};
const moved: Meeting = { ...ofRule, startsAt: new Date('2021-01-05T12:30:00Z'), source: 'edit', revision: 4 };
const added: Meeting = { ...ofRule, id: newId(), source: 'edit', slot: null, wantedOn: null };
const madeAgain: Meeting = { ...ofRule, id: newId(), revision: 1 };
const nothing = { updated: [], inserted: [], replaced: [], kept: [] };

describe('taking back a change of the calendar', () => {
  it.each<readonly [string, Parameters<typeof takeBack>[0]['meetings'], readonly Meeting[], object]>([
    [
      'moves a meeting back, with its rule',
      [{ before: ofRule, after: moved }],
      [moved],
      { updated: [{ ...ofRule, revision: 5 }] },
    ],
    [
      'leaves alone what was edited since',
      [{ before: ofRule, after: moved }],
      [{ ...moved, revision: 5 }],
      { kept: [{ ...moved, revision: 5 }] },
    ],
    ['bears that a moved meeting is gone', [{ before: ofRule, after: moved }], [], { kept: [moved] }],
    [
      'puts back what was removed, newer than anybody has seen it',
      [{ before: added, after: null }],
      [moved],
      { inserted: [{ ...added, revision: 4 }] },
    ],
    [
      'replaces what a rule has made in its place',
      [{ before: moved, after: null }],
      [madeAgain],
      { inserted: [{ ...moved, revision: 5 }], replaced: [madeAgain.id] },
    ],
    [
      'leaves alone what stands in its place and was edited',
      [{ before: moved, after: null }],
      [{ ...madeAgain, source: 'edit', revision: 2 }],
      { kept: [{ ...madeAgain, source: 'edit', revision: 2 }] },
    ],
    ['puts nothing back twice', [{ before: added, after: null }], [added], { kept: [added] }],
  ])('%s', (_, meetings, stored, expected) => {
    expect(takeBack({ meetings }, stored)).toEqual({ ...nothing, ...expected });
  });
});
