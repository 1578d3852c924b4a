export const MEETING_KINDS = ['regular', 'thematic', 'combined'] as const;
/** Why a branch meets: its monthly business, a theme, or both in one meeting. */
export type MeetingKind = (typeof MEETING_KINDS)[number];
