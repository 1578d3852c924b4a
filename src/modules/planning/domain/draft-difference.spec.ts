import { draftDifference } from './draft-difference.ts';

const duties = (...pairs: readonly string[]) =>
  pairs.map((pair) => {
    const [specialistId = '', meetingId = ''] = pair.split('>');
    return { specialistId, meetingId };
  });

describe('what a draft changes against the one before', () => {
  it.each<[string, string[], string[], [string, string, string][]]>([
    ['nothing', ['a>1', 'b>2'], ['b>2', 'a>1'], []],
    [
      'two people who change places',
      ['a>1', 'b>2'],
      ['a>2', 'b>1'],
      [
        ['1', 'a', 'b'],
        ['2', 'b', 'a'],
      ],
    ],
    ['somebody more', ['a>1'], ['a>1', 'b>2'], [['2', '', 'b']]],
    ['somebody less', ['a>1', 'b>2'], ['a>1'], [['2', 'b', '']]],
    ['one of two', ['a>1', 'b>1'], ['c>1', 'a>1'], [['1', 'a,b', 'a,c']]],
  ])('tells it meeting by meeting: %s', (_, before, after, expected) => {
    const { meetings, visitsBefore, visitsAfter } = draftDifference(duties(...before), duties(...after));
    expect(meetings.map((one) => [one.meetingId, one.before.join(), one.after.join()])).toEqual(expected);
    expect([visitsBefore, visitsAfter]).toEqual([before.length, after.length]);
  });
});
