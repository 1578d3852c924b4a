import { v7 } from 'uuid';

declare const brand: unique symbol;

/** A UUIDv7 of one kind of thing: the compiler keeps `Id<'Visit'>` and `Id<'Branch'>` apart. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

export type CommitteeId = Id<'Committee'>;
export type AccountId = Id<'Account'>;
export type AmendmentId = Id<'Amendment'>;
export type BranchId = Id<'Branch'>;
export type DepartmentId = Id<'Department'>;
export type DocumentId = Id<'Document'>;
export type MeetingId = Id<'Meeting'>;
export type PlanId = Id<'Plan'>;
export type SpecialistId = Id<'Specialist'>;
export type SwapId = Id<'Swap'>;
export type VisitId = Id<'Visit'>;

/**
 * An id of which only the kind is known. The engine takes any text for one, and what is shown needs no more: each
 * `Id` of the kind fits, as does a plain text, but no id of another kind.
 */
export type Ref<Kind extends string> = string & { readonly [brand]?: Kind };

export type AccountRef = Ref<'Account'>;
export type BranchRef = Ref<'Branch'>;
export type CommitteeRef = Ref<'Committee'>;
export type DepartmentRef = Ref<'Department'>;
export type DocumentRef = Ref<'Document'>;
export type MeetingRef = Ref<'Meeting'>;
export type PlanRef = Ref<'Plan'>;
export type SpecialistRef = Ref<'Specialist'>;
export type VisitRef = Ref<'Visit'>;

/**
 * Made in code rather than in the database, so that clients can make ids as well; ids sort by the time at which they
 * were made.
 */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

export function isId(text: unknown): text is Id<never> {
  return typeof text === 'string' && UUID.test(text);
}

/** An id that comes from outside, in the spelling of the database; null where the text is none. */
export function readId<Kind extends string>(text: unknown): Id<Kind> | null {
  return isId(text) ? (text.toLowerCase() as Id<Kind>) : null;
}
