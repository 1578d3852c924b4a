import { type Entries, mergeDrafts } from './merge-drafts.ts';

const strength = (index: number, text: string): Entries => ({ [`strengths[${index}][text]`]: text });

describe('two drafts of one form', () => {
  it.each<[string, Entries, Entries, Entries, Entries]>([
    ['different fields', {}, { place: 'B' }, { recommendations: 'A' }, { place: 'B', recommendations: 'A' }],
    ['one changed, one left', { place: 'A' }, { place: 'B' }, { place: 'A' }, { place: 'B' }],
    ['the other changed', { place: 'A' }, { place: 'A' }, { place: 'B' }, { place: 'B' }],
    ['one emptied', { place: 'A', present: '3' }, { present: '3' }, { place: 'A', present: '4' }, { present: '4' }],
    ['both changed alike', { place: 'A' }, { place: 'B' }, { place: 'B' }, { place: 'B' }],
    [
      'both added one',
      {},
      strength(0, 'mine'),
      strength(0, 'theirs'),
      { ...strength(0, 'theirs'), ...strength(1, 'mine') },
    ],
    ['both added the same', {}, strength(0, 'same'), strength(0, 'same'), strength(0, 'same')],
    [
      'added beside two',
      strength(0, 'old'),
      { ...strength(0, 'old'), ...strength(1, 'mine') },
      { ...strength(0, 'old'), ...strength(1, 'theirs'), ...strength(2, 'more') },
      { ...strength(0, 'old'), ...strength(1, 'theirs'), ...strength(2, 'more'), ...strength(3, 'mine') },
    ],
    [
      'both added a row of a table',
      {},
      { 'extra[lanes][0][lane]': 'Hẻm 48', 'extra[lanes][0][bins]': '3' },
      { 'extra[lanes][0][lane]': 'Hẻm 122' },
      { 'extra[lanes][0][lane]': 'Hẻm 122', 'extra[lanes][1][lane]': 'Hẻm 48', 'extra[lanes][1][bins]': '3' },
    ],
    [
      'one removed',
      { ...strength(0, 'a'), ...strength(1, 'b') },
      strength(1, 'b'),
      { ...strength(0, 'a'), ...strength(1, 'b') },
      strength(1, 'b'),
    ],
  ])('are one where %s', (_what, base, mine, theirs, expected) => {
    expect(mergeDrafts(base, mine, theirs)).toEqual({ entries: expected, differences: [] });
  });

  it('lose neither text where both changed the same', () => {
    expect(mergeDrafts({ place: 'A' }, { place: 'B', ...strength(0, 'b') }, { place: 'C' })).toEqual({
      entries: { place: 'B', ...strength(0, 'b') },
      differences: [{ name: 'place', mine: 'B', theirs: 'C' }],
    });
    expect(mergeDrafts(strength(0, 'a'), {}, strength(0, 'b')).differences).toEqual([
      { name: 'strengths[0][text]', mine: '', theirs: 'b' },
    ]);
  });
});
