import type { RowChange } from './changes/compare-rows.ts';
import { askAboutDuties, type Duty, newDaysIn, newZoneIn } from './ask-about-duties.ts';

const change = (table: RowChange['table'], before: object | null, after: object | null): RowChange => ({
  table,
  subject: '',
  before: before as RowChange['before'],
  after: after as RowChange['after'],
});
const absence = { specialist_id: 's1', starts_on: '2027-03-01', ends_before: '2027-03-04', kind: 'sick' };
const days = { specialistId: 's1', from: '2027-03-01', before: '2027-03-04' };
const zone = (name: string) => ({ time_zone: name });
const duty = (by: Duty['by']): Duty => ({ by, day: '2027-03-02', name: 'Trần Thị Mẫu', branch: 'Chi bộ 1' });

/** Facts that come after a publication: what of an import may hit visits, and what is asked about it. */
describe('an import over published visits', () => {
  it.each<[string, RowChange, object]>([
    ['an absence', change('absences', null, absence), { absences: [{ ...days, hours: null }] }],
    [
      'hours of an absence',
      change('absences', null, { ...absence, from_time: '18:00:00', to_time: '24:00:00' }),
      { absences: [{ ...days, hours: { from: '18:00', to: '24:00' } }] },
    ],
    ['an absence that is known', change('absences', absence, { ...absence, kind: 'leave' }), { absences: [] }],
    ['a day off', change('holidays', null, { day: '2027-03-02', kind: 'local' }), { holidays: ['2027-03-02'] }],
    ['a day that is worked', change('holidays', null, { day: '2027-03-06', kind: 'worked' }), { holidays: [] }],
  ])('may hit them by %s', (_what, found, expected) => {
    expect(newDaysIn({ changes: [found] })).toMatchObject(expected);
  });

  it.each<[string, RowChange[], { from: string; to: string } | null]>([
    [
      'another zone',
      [change('committees', zone('Asia/Ho_Chi_Minh'), zone('Asia/Tokyo'))],
      { from: 'Asia/Ho_Chi_Minh', to: 'Asia/Tokyo' },
    ],
    ['the same zone', [change('committees', zone('Asia/Tokyo'), zone('Asia/Tokyo'))], null],
    ['no change of the committee', [], null],
  ])('is told of %s', (_what, changes, expected) => {
    expect(newZoneIn({ changes })).toEqual(expected);
  });

  it('asks once for each kind of fact that hits any, with the visits, and of a zone only where visits are published', () => {
    const changes = [change('committees', zone('Asia/Ho_Chi_Minh'), zone('Asia/Tokyo'))];
    const comparison = { changes } as unknown as Parameters<typeof askAboutDuties>[0];
    const duties = [...Array.from({ length: 12 }, () => duty('absence')), duty('holiday')];
    const asked = askAboutDuties(comparison, duties, 5).map(({ code, params }) => [code, params]);
    const { by: _, ...shown } = duty('holiday');
    expect(asked).toEqual([
      ['absence_over_duties', { examples: Array(10).fill(shown), total: 12 }],
      ['holiday_over_duties', { examples: [shown], total: 1 }],
      ['zone_over_duties', { from: 'Asia/Ho_Chi_Minh', to: 'Asia/Tokyo', total: 5 }],
    ]);
    expect(askAboutDuties(comparison, [], 0)).toEqual([]);
  });
});
