import fc from 'fast-check';
import { isDomainError } from '../../../kernel/domain-error.ts';
import { type Id, newId } from '../../../kernel/id.ts';
import type { Finding } from '../../visits/index.ts';
import type { Answers, Observation, Reflection, Shortcoming } from './answers.ts';
import { findingIdsOf, findingsOf } from './findings.ts';
import { visitForm } from './form.ts';
import { rubric42Hd } from './rubrics/rubric-42-hd.ts';
import { someAnswers, someContext } from '../../../../test/fixtures/some-answers.ts';
import { accept, type Evaluation, latestVersion, receive, sendBack } from './submission.ts';
import { visitResult } from './visit-result.ts';

const shortcoming = (text: string, more: Partial<Shortcoming> = {}): Shortcoming => ({
  text,
  field: null,
  cause: null,
  ...more,
});

/**
 * For each of the second list of shortcomings, the position in the first list of the one with the same id; `new` for
 * the others.
 */
function places(before: readonly string[], after: readonly string[]): (number | 'new')[] {
  const form = (texts: readonly string[]): Answers =>
    someAnswers({ strengths: [], reflections: [], shortcomings: texts.map((text) => shortcoming(text)) });
  const first = findingIdsOf(form(before), null);
  const second = findingIdsOf(form(after), { answers: form(before), findingIds: first });
  expect(new Set(second).size).toBe(after.length);
  return second.map((id) => (first.includes(id) ? first.indexOf(id) : 'new'));
}

describe('a finding', () => {
  const lamp = 'Đèn hẻm 48 chưa sáng.';
  const rubbish = 'Còn rác đầu hẻm 122.';
  const minutes = 'Biên bản ghi sơ sài, thiếu ý kiến.';

  it.each<[string, string[], string[], (number | 'new')[]]>([
    ['is the same with the same words', [lamp, rubbish], [lamp, rubbish], [0, 1]],
    ['is the same in another place', [lamp, rubbish, minutes], [minutes, lamp, rubbish], [2, 0, 1]],
    ['is the same in other words', [lamp, rubbish], [lamp, 'Còn nhiều rác ở đầu hẻm 122, khu phố đã nhắc.'], [0, 1]],
    ['is the same in other words and another place', [lamp, rubbish], ['Rác đầu hẻm 122 còn nhiều.', lamp], [1, 0]],
    [
      'is the same where nothing but its place is left',
      [lamp, rubbish, minutes],
      [lamp, 'Khác hẳn', minutes],
      [0, 1, 2],
    ],
    ['is new where it is one more', [lamp], [rubbish, lamp, minutes], ['new', 0, 'new']],
    ['is gone where it was taken out', [lamp, rubbish, minutes], [lamp, minutes], [0, 2]],
    [
      'does not take the place of one that was taken out before another',
      [lamp, rubbish],
      [rubbish, 'Khác hẳn'],
      [1, 'new'],
    ],
    ['is itself once, however often its words are said', [lamp, lamp], [lamp, lamp, lamp], [0, 1, 'new']],
  ])('%s', (_, before, after, expected) => {
    expect(places(before, after)).toEqual(expected);
  });

  it('is never one of another kind, whatever it says', () => {
    const first = someAnswers({ strengths: [{ text: lamp, field: null }], shortcomings: [], reflections: [] });
    const second = someAnswers({ strengths: [], shortcomings: [shortcoming(lamp)], reflections: [] });
    const [strength] = findingIdsOf(first, null);
    expect(findingIdsOf(second, { answers: first, findingIds: strength ? [strength] : [] })).not.toContain(strength);
  });

  it('has every answer that the form asks about it', () => {
    const answers = someAnswers({
      strengths: [{ text: 'Ưu điểm', field: 'security' }],
      goodPractices: [{ text: 'Cách làm', field: 'environment' }],
      shortcomings: [shortcoming(rubbish, { field: 'environment', cause: 'Chưa có lịch trực.' })],
      reflections: [{ text: lamp, field: 'security', answered: 'later', authority: 'Ủy ban nhân dân phường' }],
      recommendations: 'Đề xuất',
    });
    const none = { field: null, cause: null, answered: null, authority: null };
    expect(findingsOf(answers)).toEqual([
      { ...none, kind: 'strength', text: 'Ưu điểm', field: 'security' },
      { ...none, kind: 'good_practice', text: 'Cách làm', field: 'environment' },
      { ...none, kind: 'shortcoming', text: rubbish, field: 'environment', cause: 'Chưa có lịch trực.' },
      {
        ...none,
        kind: 'reflection',
        text: lamp,
        field: 'security',
        answered: 'later',
        authority: 'Ủy ban nhân dân phường',
      },
      { ...none, kind: 'recommendation', text: 'Đề xuất' },
    ]);
    const lists = new Set(['strengths', 'goodPractices', 'shortcomings', 'reflections']);
    const asked = visitForm(rubric42Hd, someContext)
      .sections.flatMap((section) => section.fields)
      .flatMap((each) => (each.type === 'list' && lists.has(each.path[0] ?? '') ? each.item : []))
      .map((each) => each.path[0]);
    expect(Object.keys(findingsOf(answers)[0] ?? {})).toEqual(expect.arrayContaining(asked));
  });
});

describe('whatever is sent, returned, edited and accepted', () => {
  const words = fc.constantFrom('Còn rác đầu hẻm', 'Đèn hẻm hỏng', 'Biên bản sơ sài', 'Ít ý kiến', 'Họp muộn giờ');
  const text = fc.tuple(words, fc.integer({ min: 1, max: 3 })).map(([word, times]) => `${word} ${times}`);
  const field = fc.constantFrom(null, 'environment', 'security');
  const observation: fc.Arbitrary<Observation> = fc.record({ text, field });
  const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
  const found = fc.record({
    strengths: list(observation),
    goodPractices: list(observation),
    shortcomings: list(fc.record({ text, field, cause: fc.constantFrom(null, 'Chưa có lịch trực') })),
    reflections: list(
      fc.record<Reflection>({
        text,
        field,
        answered: fc.constantFrom('on_the_spot', 'later'),
        authority: fc.constantFrom(null, 'Ủy ban nhân dân phường'),
      }),
    ),
    recommendations: fc.option(text),
  });
  type Step = { kind: 'send'; found: Partial<Answers> } | { kind: 'return' } | { kind: 'accept' };
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), found }) },
    { weight: 4, arbitrary: fc.constant({ kind: 'return' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'accept' as const }) },
  );
  const me = newId<'Specialist'>();
  const at = new Date('2020-12-03T14:00:00Z');

  function take(evaluation: Evaluation, each: Step): Evaluation {
    const version = latestVersion(evaluation)?.version ?? 0;
    const judgement = { version, by: newId<'Account'>(), specialistId: null, at };
    try {
      if (each.kind === 'accept') return accept(evaluation, judgement);
      if (each.kind !== 'send') return sendBack(evaluation, judgement, 'Xem lại');
      const answers = someAnswers(each.found);
      const rubric = { id: rubric42Hd.id, version: rubric42Hd.version };
      return receive(evaluation, {
        id: newId(),
        basedOn: version,
        answers,
        reply: null,
        rubric,
        template: { id: 'standard', version: 1 },
        by: me,
        at,
      }).evaluation;
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return evaluation;
    }
  }

  /** Ids by kind and text, for texts that occur once. */
  function byWords(answers: Answers, ids: readonly Id<'Finding'>[]): Map<string, Id<'Finding'>> {
    const keys = findingsOf(answers).map(({ kind, text: said }) => `${kind} ${said}`);
    return new Map(
      keys.flatMap((key, index) => {
        const id = ids[index];
        return id && keys.indexOf(key) === keys.lastIndexOf(key) ? [[key, id] as const] : [];
      }),
    );
  }

  it('what stays keeps its id and every field, and no id ever means two things at once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let evaluation: Evaluation = { visitId: newId<'Visit'>(), specialistId: me, versions: [] };
        const kinds = new Map<Id<'Finding'>, Finding['kind']>();
        for (const each of steps) {
          const before = latestVersion(evaluation);
          evaluation = take(evaluation, each);
          const after = latestVersion(evaluation);
          if (!after) continue;
          const findings = findingsOf(after.answers);
          expect(after.findingIds).toHaveLength(findings.length);
          expect(new Set(after.findingIds).size).toBe(findings.length);
          for (const [index, id] of after.findingIds.entries()) {
            const kind = findings[index]?.kind ?? 'strength';
            expect(kinds.get(id) ?? kind).toBe(kind);
            kinds.set(id, kind);
          }
          const stayed = byWords(after.answers, after.findingIds);
          for (const [key, id] of before ? byWords(before.answers, before.findingIds) : []) {
            if (stayed.has(key)) expect(stayed.get(key)).toBe(id);
          }
          if (after.review?.decision === 'accepted') {
            expect(visitResult(after, rubric42Hd).findings).toEqual(
              findings.map((finding, index) => ({ ...finding, id: after.findingIds[index] })),
            );
          }
        }
      }),
    );
  });
});
