import fc from 'fast-check';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { newId } from '../../../kernel/id.ts';
import { someAnswers } from '../../../../test/fixtures/some-answers.ts';
import {
  accept,
  assertNotConflicting,
  type Draft,
  type Evaluation,
  hashOf,
  latestVersion,
  readComments,
  receive,
  reopen,
  saveDraft,
  sendBack,
  type SentForm,
  stateOf,
  withdraw,
} from './submission.ts';

const visitId = newId<'Visit'>();
const me = newId<'Specialist'>();
const at = new Date('2020-12-03T14:00:00Z');
const reviewer = newId<'Account'>();
const empty: Evaluation = { visitId, specialistId: me, versions: [] };

function aForm(changes: Partial<SentForm> = {}): SentForm {
  return {
    id: newId(),
    basedOn: 0,
    answers: someAnswers(),
    reply: null,
    rubric: { id: '42-hd', version: 1 },
    template: { id: 'standard', version: 1 },
    by: me,
    at,
    ...changes,
  };
}

const judge = (version: number) => ({ version, by: reviewer, specialistId: null, at });
const other = someAnswers({ recommendations: 'Bổ sung' });

function stored(evaluation: Evaluation, sent: SentForm): Evaluation {
  const receipt = receive(evaluation, sent);
  expect(receipt.outcome).toBe('stored');
  return receipt.evaluation;
}

describe('a form', () => {
  it('is stored once and repeated ever after', () => {
    const form = aForm();
    const once = stored(empty, form);
    expect(receive(once, form)).toMatchObject({ outcome: 'repeated', version: { version: 1 } });
    expect(receive(accept(once, judge(1)), form).outcome).toBe('repeated');
    expect(receive(sendBack(once, judge(1), 'Thiếu giờ kết thúc'), form).outcome).toBe('repeated');
  });

  it('is not changed by other content under the same id', () => {
    const form = aForm();
    const once = stored(empty, form);
    const receipt = receive(once, { ...form, answers: other });
    expect([receipt.outcome, receipt.evaluation]).toEqual(['differs', once]);
    expect(() => assertNotConflicting(receipt)).toThrow('evaluation.differs');
  });

  it('is one form when two phones send the same under two ids', () => {
    const once = stored(empty, aForm());
    expect(receive(once, aForm()).outcome).toBe('repeated');
  });

  it('is refused from anybody but the person of the visit', () => {
    expect(() => receive(empty, aForm({ by: newId() }))).toThrow('evaluation.not_yours');
  });

  it('goes back and comes again as the next version', () => {
    const returned = sendBack(stored(empty, aForm()), judge(1), '  Ghi rõ nguyên nhân ');
    expect([stateOf(returned), returned.versions[0]?.review?.comments]).toEqual(['returned', 'Ghi rõ nguyên nhân']);
    const again = stored(returned, aForm({ basedOn: 1, answers: other }));
    expect([stateOf(again), again.versions.map((each) => each.version)]).toEqual(['submitted', [1, 2]]);
    expect(stateOf(accept(again, judge(2)))).toBe('accepted');
  });

  it('has one hash for equal content, another for other rules', () => {
    const { answers } = aForm();
    const reordered = Object.fromEntries(Object.entries(answers).reverse()) as unknown as typeof answers;
    expect(hashOf(aForm({ answers: reordered }))).toBe(hashOf(aForm()));
    expect(hashOf(aForm({ rubric: { id: '42-hd', version: 2 } }))).not.toBe(hashOf(aForm()));
  });

  const waiting = receive(empty, aForm()).evaluation;
  it.each([
    [
      'a second form while the first waits',
      () => receive(waiting, aForm({ basedOn: 1, answers: other })),
      'evaluation.waiting',
    ],
    ['a form that has not seen the first', () => receive(waiting, aForm({ answers: other })), 'evaluation.stale'],
    [
      'a form after the acceptance',
      () => receive(accept(waiting, judge(1)), aForm({ basedOn: 1, answers: other })),
      'evaluation.already_accepted',
    ],
    ['a review of nothing', () => accept(empty, judge(1)), 'evaluation.not_found'],
    ['a review of a version that is not the latest', () => accept(waiting, judge(2)), 'evaluation.stale'],
    ['a second acceptance', () => accept(accept(waiting, judge(1)), judge(1)), 'evaluation.already_accepted'],
    [
      'an acceptance of what was returned',
      () => accept(sendBack(waiting, judge(1), 'x'), judge(1)),
      'evaluation.already_returned',
    ],
    ['a review by whose form it is', () => accept(waiting, { ...judge(1), specialistId: me }), 'evaluation.own_form'],
    ['its return as well', () => sendBack(waiting, { ...judge(1), specialistId: me }, 'x'), 'evaluation.own_form'],
    ['an opening of what only waits', () => reopen(waiting, judge(1), 'x'), 'evaluation.not_accepted'],
    [
      'an opening of what was returned',
      () => reopen(sendBack(waiting, judge(1), 'x'), judge(1), 'x'),
      'evaluation.not_accepted',
    ],
    ['an opening of another version', () => reopen(accept(waiting, judge(1)), judge(2), 'x'), 'evaluation.stale'],
    [
      'an opening by whose form it is',
      () => reopen(accept(waiting, judge(1)), { ...judge(1), specialistId: me }, 'x'),
      'evaluation.own_form',
    ],
    [
      'an opening without a reason',
      () => reopen(accept(waiting, judge(1)), judge(1), ' '),
      'evaluation.comments_missing',
    ],
    ['a return without a word', () => sendBack(waiting, judge(1), '  '), 'evaluation.comments_missing'],
  ])('refuses %s', (_, work, code) => {
    expect(work).toThrow(code);
  });
});

describe('whatever happens to a form', () => {
  type Step =
    | { kind: 'send'; id: number; basedOn: number; text: number }
    | { kind: 'accept' | 'return' | 'reopen'; version: number };
  const ids = Array.from({ length: 4 }, () => newId<'Submission'>());
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('send' as const),
      id: fc.integer({ min: 0, max: 3 }),
      basedOn: fc.integer({ min: 0, max: 4 }),
      text: fc.integer({ min: 0, max: 1 }),
    }),
    fc.record({
      kind: fc.constantFrom('accept' as const, 'return' as const, 'reopen' as const),
      version: fc.integer({ min: 1, max: 4 }),
    }),
  );

  function take(evaluation: Evaluation, each: Step): Evaluation {
    try {
      switch (each.kind) {
        case 'send': {
          const answers = someAnswers({ recommendations: String(each.text) });
          return receive(evaluation, aForm({ id: ids[each.id] ?? newId(), basedOn: each.basedOn, answers })).evaluation;
        }
        case 'accept':
          return accept(evaluation, judge(each.version));
        case 'return':
          return sendBack(evaluation, judge(each.version), 'Xem lại');
        case 'reopen':
          return reopen(evaluation, judge(each.version), 'Xem lại');
      }
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return evaluation;
    }
  }

  it('never loses a version, never changes one, and takes an acceptance back only by opening it again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let before = empty;
        for (const each of steps) {
          const after = take(before, each);
          expect(after.versions.map((version) => version.version)).toEqual(after.versions.map((_, index) => index + 1));
          for (const [index, version] of before.versions.entries()) {
            expect(after.versions[index]).toMatchObject({
              id: version.id,
              hash: version.hash,
              answers: version.answers,
            });
            const review = after.versions[index]?.review;
            if (each.kind === 'reopen' && version.review?.decision === 'accepted' && review?.wasAcceptedAt) {
              expect(review).toMatchObject({ decision: 'returned', wasAcceptedAt: version.review.at });
            } else if (version.review) expect(review).toEqual(version.review);
          }
          if (before.versions.some(({ review }) => review?.decision === 'accepted') && each.kind !== 'reopen')
            expect(after).toEqual(before);
          expect(new Set(after.versions.map((version) => version.id)).size).toBe(after.versions.length);
          before = after;
        }
      }),
    );
  });
});

describe('what a reviewer writes', () => {
  it('is kept whole, or refused with its length', () => {
    expect(readComments('  Ghi rõ\r\nnguyên nhân. ')).toBe('Ghi rõ\nnguyên nhân.');
    expect(readComments('ă'.repeat(2_000))).toHaveLength(2_000);
    expect(() => readComments('ă'.repeat(2_001))).toThrow('evaluation.comments_long');
  });
});

describe('a draft', () => {
  const typed = (text: string): Omit<Draft, 'revision'> => ({
    visitId,
    specialistId: me,
    submissionId: newId(),
    basedOn: 0,
    template: null,
    content: { present: text },
    savedAt: at,
  });

  it('counts its revisions and keeps the id under which it will be sent', () => {
    const first = saveDraft(null, typed('4'), 0);
    const second = saveDraft(first, typed('40'), 1);
    expect([first.revision, second.revision, second.submissionId]).toEqual([1, 2, first.submissionId]);
    expect(saveDraft(second, typed('40'), 1)).toBe(second);
  });

  it('is not written over by a page that has not seen its latest revision', () => {
    const second = saveDraft(saveDraft(null, typed('4'), 0), typed('40'), 1);
    expect(() => saveDraft(second, typed('41'), 1)).toThrow('edit.stale');
  });

  it('belongs to one person', () => {
    const first = saveDraft(null, typed('4'), 0);
    expect(() => saveDraft(first, { ...typed('5'), specialistId: newId() }, 1)).toThrow('evaluation.not_yours');
  });
});

describe('a form that waits', () => {
  const mine = { version: 1, by: me, at };

  it('is withdrawn by its author with a reason, and followed by the next version, changed or not', () => {
    const taken = withdraw(stored(empty, aForm()), mine, ' Ghi nhầm số có mặt ');
    expect(stateOf(taken)).toBe('withdrawn');
    expect(latestVersion(taken)?.withdrawal).toEqual({ at, reason: 'Ghi nhầm số có mặt' });
    expect(stateOf(stored(taken, aForm({ basedOn: 1 })))).toBe('submitted');
    expect(stored(taken, aForm({ basedOn: 1, answers: other })).versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('is withdrawn by nobody else, not without a reason, and only while it waits', () => {
    const waiting = stored(empty, aForm());
    const codeOf = (act: () => unknown) => {
      try {
        act();
      } catch (error) {
        return isDomainError(error) ? error.code : String(error);
      }
      return 'done';
    };
    const taken = withdraw(waiting, mine, 'Ghi nhầm');
    expect([
      codeOf(() => withdraw(waiting, { ...mine, by: newId() }, 'Ghi nhầm')),
      codeOf(() => withdraw(waiting, mine, '  ')),
      codeOf(() => withdraw(empty, mine, 'Ghi nhầm')),
      codeOf(() => withdraw(waiting, { ...mine, version: 2 }, 'Ghi nhầm')),
      codeOf(() => withdraw(accept(waiting, judge(1)), mine, 'Ghi nhầm')),
      codeOf(() => withdraw(sendBack(waiting, judge(1), 'Sửa'), mine, 'Ghi nhầm')),
      codeOf(() => withdraw(taken, mine, 'Ghi nhầm')),
      codeOf(() => accept(taken, judge(1))),
      codeOf(() => sendBack(taken, judge(1), 'Sửa')),
    ]).toEqual([
      'evaluation.not_yours',
      'evaluation.reason_missing',
      'evaluation.not_found',
      'evaluation.stale',
      'evaluation.already_accepted',
      'evaluation.already_returned',
      'evaluation.withdrawn',
      'evaluation.withdrawn',
      'evaluation.withdrawn',
    ]);
  });
});

describe('a form that was returned', () => {
  const returned = sendBack(stored(empty, aForm()), judge(1), 'Xem lại số có mặt');

  it('comes again unchanged only with an answer to what was asked', () => {
    expect(() => receive(returned, aForm({ basedOn: 1 }))).toThrow('evaluation.unchanged');
    const answered = stored(returned, aForm({ basedOn: 1, reply: 'Số này đúng theo biên bản.' }));
    expect(latestVersion(answered)?.reply).toBe('Số này đúng theo biên bản.');
  });

  it('is another form under its id where the answer is another', () => {
    const sent = aForm({ basedOn: 1, reply: 'Đúng.' });
    const answered = stored(returned, sent);
    expect(receive(answered, sent).outcome).toBe('repeated');
    expect(receive(answered, { ...sent, reply: 'Sai.' }).outcome).toBe('differs');
  });

  it('still has to be changed or answered after its next version was withdrawn', () => {
    const mended = stored(returned, aForm({ basedOn: 1, answers: other }));
    const taken = withdraw(mended, { version: 2, by: me, at }, 'Sửa nhầm chỗ');
    expect(() => receive(taken, aForm({ basedOn: 2 }))).toThrow('evaluation.unchanged');
    expect(receive(taken, aForm({ basedOn: 2, answers: other })).outcome).toBe('stored');
  });
});
