import type { Month } from '../../../kernel/month.ts';
import type { InquiryAnswer } from '../domain/meeting-inquiry.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { ReachableContact } from '../infra/repositories/meeting-inquiries.ts';

/** A meeting with the secret of the link about it. */
export interface LinkedMeeting {
  readonly meeting: Meeting;
  readonly token: string;
}

export interface BranchAsked {
  readonly contact: ReachableContact;
  readonly month: Month;
  readonly mailing: number;
  readonly mayMove: boolean;
  /** In order of time. */
  readonly meetings: readonly LinkedMeeting[];
}

export interface WishDecided {
  readonly contact: ReachableContact;
  readonly month: Month;
  readonly isAccepted: boolean;
  /** The meeting as it stood when the branch wished for another time or place, with a link to it as it is now. */
  readonly was: LinkedMeeting;
  readonly wish: InquiryAnswer;
  readonly reason: string;
  /** Of the question after the decision; a further one is told in a further mail. */
  readonly revision: number;
}

/** What became of a meeting of a published month. */
export type MeetingTurn = 'moved' | 'called_off' | 'restored';

export interface MeetingTurned {
  readonly contact: ReachableContact;
  readonly turn: MeetingTurn;
  readonly before: Meeting;
  readonly after: Meeting;
}

/** Mails to the secretaries of branches; each exists exactly if the transaction commits. */
export abstract class InquiryMails {
  abstract ask(asked: readonly BranchAsked[]): Promise<void>;
  abstract decided(decided: WishDecided): Promise<void>;
  /** A meeting that is put back before its branch read that it was called off needs no mail. */
  abstract turned(turned: MeetingTurned): Promise<void>;
  /**
   * Of many meetings in a month that is not published yet. @returns the number of mails: none of a meeting that is back
   * where its branch knows it, because the mail before was not sent yet
   */
  abstract moved(month: Month, moved: readonly MeetingTurned[]): Promise<number>;
}
