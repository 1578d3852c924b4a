import { baseAfter, changedFields, type Entries, joinDrafts, mergeDrafts } from './merge-drafts.ts';

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

describe('drafts of one device', () => {
  const base = { place: 'A', present: '3' };

  it('are one where each changed something else, and say that their writers have not seen it', () => {
    const drafts = [
      { base, entries: { ...base, place: 'B' } },
      { base, entries: { ...base, present: '4' } },
    ];
    expect(joinDrafts(drafts, base)).toEqual({
      entries: { place: 'B', present: '4' },
      differences: [],
      base,
      hasNews: true,
    });
    expect(joinDrafts(drafts.slice(0, 1), base).hasNews).toBe(false);
    expect(joinDrafts(drafts.slice(0, 1), { ...base, recommendations: 'C' }).hasNews).toBe(true);
  });

  it('keep every text where they changed the same, whoever it was', () => {
    const drafts = ['B', 'C'].map((place) => ({ base, entries: { ...base, place } }));
    const joined = joinDrafts(drafts, { ...base, place: 'D' });
    expect(joined.differences.flatMap(({ mine, theirs }) => [mine, theirs]).sort()).toEqual(['B', 'B', 'C', 'D']);
    // Stored with this base, the difference from the service is found again.
    expect(joinDrafts([{ base: joined.base, entries: joined.entries }], { ...base, place: 'D' }).differences).toEqual([
      { name: 'place', mine: 'C', theirs: 'D' },
    ]);
  });

  it.each([
    ['B', 'C', 'B'],
    ['B', 'B', 'C'],
    ['C', 'B', 'B'],
    ['C', 'B', 'C', 'B'],
  ])('ask about two texts once, in whatever order drafts have them: %s, %s, %s', (...places) => {
    const drafts = places.map((place) => ({ base, entries: { ...base, place } }));
    const { differences, entries } = joinDrafts(drafts, base);
    expect(differences.map(({ mine, theirs }) => [mine, theirs].sort())).toEqual([['B', 'C']]);
    expect(differences[0]?.mine).toBe(entries['place']);
  });

  it('do not undo what the service has where a page of earlier joined them', () => {
    const stored = { ...base, place: 'B', recommendations: 'C' };
    const typed = { base: stored, entries: { ...stored, recommendations: 'D' } };
    // The kept page is of before the text of `place`; nobody has chosen between the recommendations yet.
    const shown = joinDrafts([typed], base);
    expect(shown.differences.map(({ name }) => name)).toEqual(['recommendations']);
    const joined = joinDrafts([typed, { base: shown.base, entries: shown.entries }], stored);
    expect(joined.entries).toEqual({ ...stored, recommendations: 'D' });
  });

  it('take what was saved without an answer for their own', () => {
    const unanswered = { place: 'B', present: '3' };
    const after = baseAfter(base, unanswered, { place: 'B', present: '9' });
    expect(after).toEqual({ place: 'B', present: '3' });
    const joined = joinDrafts([{ base: after, entries: { place: 'BB', present: '3' } }], { place: 'B', present: '9' });
    expect([joined.entries, joined.differences]).toEqual([{ place: 'BB', present: '9' }, []]);
    expect(baseAfter(base, null, unanswered)).toEqual(base);
    expect(baseAfter(base, { present: '3' }, { present: '3' })).toEqual({ present: '3' });
  });

  it('name the fields in which they differ', () => {
    expect(changedFields(base, { place: 'B', recommendations: 'C' })).toEqual([
      { name: 'place', mine: 'B', theirs: 'A' },
      { name: 'present', mine: '', theirs: '3' },
      { name: 'recommendations', mine: 'C', theirs: '' },
    ]);
  });
});
