import { isId, newId, readId, type MeetingRef, type SpecialistId, type SpecialistRef } from './id.ts';

describe('ids', () => {
  it('from outside are read in the spelling of the database', () => {
    expect(readId('01977A2C-7B00-7000-8000-0000000000AB')).toBe('01977a2c-7b00-7000-8000-0000000000ab');
    expect([readId('somebody'), readId(''), readId(undefined), readId(7), readId(['x'])]).toEqual(Array(5).fill(null));
  });

  it('of one kind are never taken for those of another', () => {
    const specialist: SpecialistId = newId();
    const named: SpecialistRef = specialist;
    // @ts-expect-error a specialist is no meeting, even where only the kind of an id is known
    const meeting: MeetingRef = named;
    // @ts-expect-error a text is no id before it was read
    const read: SpecialistId = specialist.toUpperCase();
    expect([meeting, read].every(isId)).toBe(true);
  });
});
