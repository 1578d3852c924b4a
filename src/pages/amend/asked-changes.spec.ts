import { newId } from '../../kernel/id.ts';
import type { AmendmentChange } from '../../modules/planning/index.ts';
import { amendHref, askedChanges } from './asked-changes.ts';

const [visit, other, person, meeting] = [newId<'Visit'>(), newId<'Visit'>(), newId<'Specialist'>(), newId<'Meeting'>()];
const off: AmendmentChange = { kind: 'release', visitId: visit };
const on: AmendmentChange = { kind: 'send', specialistId: person, meetingId: meeting };

describe('the changes that an address or a form names', () => {
  it.each<[string, object, AmendmentChange[]]>([
    ['none', {}, []],
    ['one of each', { off: visit, on: `${person}_${meeting}` }, [off, on]],
    ['several', { off: [visit, other] }, [off, { kind: 'release', visitId: other }]],
    ['very many, as an object', { off: { 0: visit, 1: other } }, [off, { kind: 'release', visitId: other }]],
    ['one of them twice', { off: [visit, visit] }, [off]],
    ['what is no id', { off: ['x', 7, null], on: [person, 'a_b', `_${meeting}`, 9] }, []],
  ])('%s', (_name, sent, expected) => {
    expect(askedChanges({ ...sent })).toEqual(expected);
  });

  it('come back from the address that shows them', () => {
    const { searchParams } = new URL(amendHref('2020-12', meeting, [off, on]), 'http://localhost');
    expect(askedChanges({ off: searchParams.getAll('off'), on: searchParams.getAll('on') })).toEqual([off, on]);
    expect(searchParams.get('meeting')).toBe(meeting);
    expect(amendHref('2020-12', null, [])).toBe('/months/2020-12/amend');
  });
});
