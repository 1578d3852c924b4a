export const MEETING_KINDS = ['regular', 'thematic', 'combined'] as const;
/** What a branch meets for: the month's business, a theme, or both in one meeting. */
export type MeetingKind = (typeof MEETING_KINDS)[number];
