import type { MonthForm, SubmissionId } from '../../modules/evaluations/index.ts';
import { hundredths } from '../../modules/evaluations/domain/points.ts';
import { markChanges } from './mark-changes.ts';
import { nextInQueue, reviewQueue, signsOf } from './review-queue.ts';

type Sent = NonNullable<MonthForm['submission']>;

const sent = (id: string, more: Partial<Sent> = {}): Sent => ({
  id: id as SubmissionId,
  version: 1,
  state: 'submitted',
  revision: 1,
  receivedAt: new Date('2020-12-05T01:00:00Z'),
  total: hundredths(90),
  rating: null,
  self: null,
  lastTotal: null,
  openCauses: 0,
  ...more,
});

describe('forms that wait for a review', () => {
  it.each<[Partial<Sent>, string[]]>([
    [{}, []],
    [{ self: hundredths(99.99) }, []],
    [{ self: hundredths(100) }, ['self_gap']],
    [{ self: hundredths(80) }, ['self_gap']],
    [{ lastTotal: hundredths(99.99) }, []],
    [{ lastTotal: hundredths(100) }, ['drop']],
    [{ lastTotal: hundredths(70) }, []],
    [{ openCauses: 1, lastTotal: hundredths(100), self: hundredths(100) }, ['self_gap', 'drop', 'no_cause']],
  ])('carry the signs of what deserves a look: %p', (more, signs) => expect(signsOf(sent('a', more))).toEqual(signs));

  it('come with the most signs first, then by how long they have waited, and lead one to the next', () => {
    const at = (hour: number) => ({ receivedAt: new Date(Date.UTC(2020, 11, 5, hour)) });
    const forms = [
      sent('late', at(9)),
      sent('early', at(3)),
      sent('done', { state: 'accepted', ...at(1) }),
      sent('odd', { openCauses: 2, ...at(8) }),
    ].map((submission) => ({ submission }) as MonthForm);
    const queue = reviewQueue(forms);
    expect(queue).toEqual(['odd', 'early', 'late']);
    const next = (id: string) => nextInQueue(queue, id as SubmissionId);
    expect(['odd', 'early', 'late', 'done'].map(next)).toEqual(['early', 'late', 'odd', 'odd']);
    expect(nextInQueue(['a' as SubmissionId], 'a' as SubmissionId)).toBeNull();
  });
});

describe('a second version', () => {
  const row = (label: string, value: string) => ({ label, value, items: [] });

  it('marks what is not as it was, with what it was, and what is gone', () => {
    const list = (text: string) => ({ label: 'Hạn chế', value: null, items: [[{ label: 'Nội dung', value: text }]] });
    const before = [
      { title: 'Dự họp', rows: [row('Có mặt', '9'), row('Dự bị', '2')] },
      { title: 'Hạn chế', rows: [list('Rác')] },
    ];
    const now = [{ title: 'Dự họp', rows: [row('Có mặt', '10'), row('Tổng số', '12')] }];
    expect(markChanges(now, before)).toEqual([
      {
        title: 'Dự họp',
        rows: [
          { ...row('Có mặt', '10'), before: '9' },
          { ...row('Tổng số', '12'), before: '–' },
          { ...row('Dự bị', '–'), before: '2' },
        ],
      },
      { title: 'Hạn chế', rows: [{ ...row('Hạn chế', '–'), before: 'Nội dung: Rác' }] },
    ]);
    expect(markChanges(before, before)).toEqual(before);
  });
});
