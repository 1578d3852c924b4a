import type { RowChange } from './compare-rows.ts';
import { toldChanges } from './told-changes.ts';

const added = (table: RowChange['table'], subject: string): RowChange => ({
  table,
  subject,
  before: null,
  after: { id: `${table}-${subject}`, name: subject },
});

describe('the first changes of each kind', () => {
  it('tell of many new organisations as new ones alone, although each has a name of its own', () => {
    const subjects = Array.from({ length: 60 }, (_, index) => `P${index + 1}`);
    const changes = [
      ...subjects.map((subject) => added('organisations', subject)),
      ...subjects.map((subject) => added('organisation_versions', subject)),
    ];
    const told = toldChanges({ changes, codes: new Map() });
    expect(new Set(told.map(({ kind, outcome }) => `${kind} ${outcome}`))).toEqual(new Set(['organisations added']));
    expect(told.length).toBeLessThan(subjects.length);
  });

  it('tell of a new name of a known organisation as a change', () => {
    const told = toldChanges({ changes: [added('organisation_versions', 'P1')], codes: new Map() });
    expect(told).toMatchObject([{ kind: 'organisations', subject: 'P1', outcome: 'changed' }]);
  });
});
