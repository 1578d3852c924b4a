import { newId } from '../../../kernel/id.ts';
import { referenceOf } from './reference.ts';
import type { SubmissionId } from './submission.ts';

describe('the reference of a form', () => {
  it('is eight consonants that cannot be mistaken for one another, and always the same', () => {
    const id = '3f2a8c11-5d70-4e3b-9c41-2b7f0a6d9e10' as SubmissionId;
    expect(referenceOf(id)).toBe(referenceOf(id));
    for (let i = 0; i < 200; i += 1)
      expect(referenceOf(newId<'Submission'>())).toMatch(/^[BCDFGHKLMNPQRSTVXY]{4}-[BCDFGHKLMNPQRSTVXY]{4}$/);
  });

  it('tells the forms of many years apart', () => {
    const references = Array.from({ length: 20_000 }, (_, i) =>
      referenceOf(`00000000-0000-4000-8000-${String(i).padStart(12, '0')}` as SubmissionId),
    );
    expect(new Set(references).size).toBe(references.length);
  });
});
