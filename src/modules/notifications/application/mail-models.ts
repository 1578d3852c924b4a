import type { CalendarAnswer } from '../domain/calendar-reply.ts';
import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import type { Day, Month } from '../../../kernel/month.ts';

/** One visit as a row of a mail, in the committee's local time. */
export interface VisitLine {
  readonly day: Day;
  /** `HH:mm`. */
  readonly from: string;
  readonly to: string;
  readonly branch: string;
  readonly place: string;
  readonly kind: MeetingKind;
  /** Names of the others who go there. */
  readonly with: readonly string[];
  /** The visit's page. */
  readonly link: string;
}

/** Whom a reader may contact, because nobody reads replies to the mail. */
export interface MailContact {
  readonly name: string;
  readonly address: string;
}

/** A figure of a digest; both texts are in the reader's language. */
export interface DigestFigure {
  readonly label: string;
  readonly value: string;
}

/** All visits of one person in a month. */
interface DutyMail {
  readonly month: Month;
  readonly visits: readonly VisitLine[];
  /** The duty notice behind them, once it has a number. */
  readonly notice: { readonly symbol: string; readonly issuedOn: Day; readonly link: string } | null;
  /** Of the month, how many are none any more, because their meetings had begun before anybody was told. */
  readonly leftOut: number;
  readonly answerBy: Day | null;
  /** How long there is for a form. */
  readonly formWorkdays: number;
  readonly contact: MailContact | null;
  readonly link: string;
}

/**
 * The data of each mail template. The recipient's name, the committee's name and whether its data is a sample are added
 * by the outbox. Opening a link must not change anything, because mail scanners follow links too.
 */
export interface MailModels {
  /** For somebody who asked for a link to sign in. */
  'sign-in-link': { readonly link: string; readonly minutes: number };
  /** Sent during set-up to check that mail arrives. */
  'test-mail': { readonly link: string };
  /** To one person, when the plan of a month is published. */
  'visits-published': DutyMail;
  /** The same as a trial before that, to whoever is about to publish; it names whose it would be. */
  'visits-trial': DutyMail & { readonly specialist: string; readonly address: string };
  /** For somebody whose duties an amendment of the published plan changes; first what changed. */
  'visits-amended': {
    readonly month: Month;
    /** Of the amendment. */
    readonly number: number;
    /** Where they need not go any more, although the meetings take place. */
    readonly off: readonly VisitLine[];
    readonly on: readonly VisitLine[];
    readonly reason: string;
    readonly notice: { readonly symbol: string; readonly issuedOn: Day; readonly link: string } | null;
    /** The reader has agreed on it with somebody. */
    readonly isAgreed: boolean;
    /** Of a meeting that was not in the calendar whether going there counts towards the share; null for others. */
    readonly outside: 'counts' | 'besides' | null;
    /** For the new visits that wait for an answer; null where there are none. */
    readonly answerBy: Day | null;
    readonly formWorkdays: number;
    readonly contact: MailContact | null;
    readonly link: string;
  };
  /** What has happened to a swap, for the two whom it concerns. */
  'swap-changed': {
    /** `asked_for`: the board has asked on behalf of the reader; `moved`: a meeting was moved, so that the taker is asked again. */
    readonly step:
      | 'asked'
      | 'asked_for'
      | 'reminded'
      | 'moved'
      | 'agreed'
      | 'refused'
      | 'rejected'
      | 'withdrawn'
      | 'expired'
      | 'lapsed';
    readonly isTaker: boolean;
    readonly giver: string;
    readonly taker: string;
    readonly visit: VisitLine;
    /** The visit of the taker that is given for it; null where none is. */
    readonly other: VisitLine | null;
    /** Of `moved`: the visits of the two that are at another hour now. */
    readonly moved: readonly {
      readonly visit: VisitLine;
      readonly before: { readonly day: Day; readonly time: string };
    }[];
    readonly answerBy: Day;
    /** Words of whoever refused or rejected it. */
    readonly answer: string;
    /** The page of the swap. */
    readonly link: string;
  };
  /** For the board, which has to confirm a swap that both have agreed on. */
  'swap-to-confirm': {
    readonly giver: string;
    readonly taker: string;
    readonly visit: VisitLine;
    /** The visit of the taker that is given for it; null where none is. */
    readonly other: VisitLine | null;
    /** The swaps of the month. */
    readonly link: string;
  };
  /** For somebody whose calendar program answered an invitation, which is no answer on the page. */
  'calendar-reply': {
    readonly visit: VisitLine;
    readonly answer: CalendarAnswer;
    /** They had accepted on the page before. */
    readonly isAccepted: boolean;
    readonly link: string;
  };
  /** For somebody who no longer goes. */
  'visit-cancelled': {
    readonly visit: VisitLine;
    /** `declined`: they declined and the meeting takes place without them; `not_held`: there is no meeting. */
    readonly why: 'declined' | 'not_held';
    readonly reason: string | null;
    readonly link: string;
  };
  /** For somebody whose visit takes place after all. */
  'visit-restored': { readonly visit: VisitLine; readonly link: string };
  /** For somebody who has not said by the deadline whether they go; sent once for each visit. */
  'answer-missing': {
    readonly visits: readonly (VisitLine & { readonly answerBy: Day })[];
    readonly link: string;
  };
  /** For somebody whose visit is at another time or place since its meeting moved. */
  'visit-moved': {
    readonly visit: VisitLine;
    /** As they were told before. */
    readonly before: Pick<VisitLine, 'day' | 'from' | 'to' | 'place' | 'kind'>;
    readonly isSameTime: boolean;
    readonly isSamePlace: boolean;
    readonly isSameKind: boolean;
    /** Where only the committee's time zone is another one, both: day and hour read as before. */
    readonly zone: { readonly from: string; readonly to: string } | null;
    /** The meeting is over by now: only its form is asked for. */
    readonly isOver: boolean;
    /** For somebody who stands in, the name of the person on duty. */
    readonly standsInFor: string | null;
    /** Until when an answer is asked for; null where none is. */
    readonly answerBy: Day | null;
    readonly link: string;
  };
  /** Several visits at once that are at another time, because the committee has another time zone. */
  'visits-moved': {
    readonly visits: readonly (VisitLine & {
      /** As they were told before, in the zone of then. */
      readonly before: Pick<VisitLine, 'day' | 'from' | 'to' | 'place'>;
      /** Day and hour read as before. */
      readonly isSameTime: boolean;
      readonly standsInFor: string | null;
    })[];
    readonly zone: { readonly from: string; readonly to: string } | null;
    /** Until when an answer is asked for about those at another day or hour; null where none is. */
    readonly answerBy: Day | null;
    readonly link: string;
  };
  /** For a person who may send the form of somebody else's visit. */
  'stand-in-named': { readonly visit: VisitLine; readonly specialist: string; readonly link: string };
  /** For that person, when this has come to an end; `isHeld`: the meeting takes place without them. */
  'stand-in-dropped': {
    readonly visit: VisitLine;
    readonly specialist: string;
    readonly isHeld: boolean;
    readonly link: string;
  };
  /** For the board, when somebody cannot go. */
  'visit-declined': {
    readonly visit: VisitLine;
    readonly specialist: string;
    readonly kind: DeclineKind;
    readonly reason: string;
    /** The page of the month. */
    readonly link: string;
  };
  /** For the people concerned and the board: a fact recorded after publication conflicts with published visits. */
  'visits-touched': {
    readonly cause: 'absence' | 'holiday';
    /** For a day off, its name. */
    readonly holiday: string | null;
    /** First and last day of the absence or day off. */
    readonly from: Day;
    readonly until: Day;
    /** Whether it goes to the people concerned; otherwise to the board. */
    readonly isOwn: boolean;
    readonly visits: readonly (VisitLine & { readonly specialist: string })[];
    readonly link: string;
  };
  /** For each person who may approve a plan that was submitted. */
  'plan-submitted': {
    readonly month: Month;
    /** Who submitted it; of a deputy, also for whom. */
    readonly by: string;
    readonly comment: string | null;
    readonly visits: number;
    readonly people: number;
    readonly link: string;
  };
  /** For the board, with what is to be changed. */
  'plan-sent-back': {
    readonly month: Month;
    readonly by: string;
    readonly comment: string;
    readonly wasApproved: boolean;
    readonly link: string;
  };
  /** For the board, which may publish it now. */
  'plan-approved': {
    readonly month: Month;
    readonly by: string;
    readonly comment: string | null;
    /** The page of publication. */
    readonly link: string;
  };
  /** For somebody whose forms are late; sent to nobody else. */
  'form-missing': {
    readonly visits: readonly {
      readonly day: Day;
      readonly branch: string;
      /** The last day on time. */
      readonly dueOn: Day;
      readonly daysLate: number;
      /** It was sent and returned for correction. */
      readonly isReturned: boolean;
      readonly link: string;
    }[];
    readonly link: string;
  };
  'form-returned': {
    readonly day: Day;
    readonly branch: string;
    /** About the whole form; null where all is said beside its questions. */
    readonly comment: string | null;
    /** On how many questions there is a remark. */
    readonly remarks: number;
    readonly reviewer: string;
    /** It had been accepted and was reopened. */
    readonly wasAccepted: boolean;
    readonly link: string;
  };
  /** For a specialist: on which days of a month they cannot be sent. */
  'availability-asked': {
    readonly month: Month;
    /** The last day on which replies are waited for. */
    readonly until: Day;
    /** The page with the one button for whoever has no day to block. */
    readonly nothingLink: string;
    readonly link: string;
    readonly contact: MailContact | null;
  };
  /** For the secretary of a branch: whether its meetings of a month stand. Each link answers for one of them. */
  'meeting-inquiry': {
    readonly month: Month;
    readonly branch: string;
    readonly meetings: readonly {
      readonly day: Day;
      readonly from: string;
      readonly place: string;
      readonly kind: MeetingKind;
      readonly link: string;
    }[];
    /** Whether another day takes effect at once; otherwise the board decides. */
    readonly mayMove: boolean;
    readonly contact: MailContact | null;
  };
  /** For the secretary of a branch: what the board decided about the day that the branch wished for. */
  'meeting-wish-decided': {
    readonly branch: string;
    readonly isAccepted: boolean;
    readonly wished: { readonly day: Day; readonly from: string };
    /** As it is now. */
    readonly meeting: { readonly day: Day; readonly from: string; readonly place: string };
    readonly reason: string | null;
    readonly contact: MailContact | null;
    readonly link: string;
  };
  /** For the secretary of a branch: its meeting, to which somebody is or was to be sent, moves or is called off. */
  'branch-meeting-changed': {
    readonly branch: string;
    readonly turn: 'moved' | 'called_off' | 'restored';
    /** As the branch was told last; the place is empty where it is the branch's own. */
    readonly before: Pick<VisitLine, 'day' | 'from' | 'to' | 'place' | 'kind'>;
    /** As it is now, or would have been. */
    readonly meeting: Pick<VisitLine, 'day' | 'from' | 'place' | 'kind'>;
    /** It begins when it did. */
    readonly isSameTime: boolean;
    readonly isSamePlace: boolean;
    readonly isSameKind: boolean;
    readonly reason: string | null;
    readonly contact: MailContact | null;
    /** Whether people are assigned, who hear of it themselves. */
    readonly isPublished: boolean;
  };
  /** The digest of a frozen briefing, for leaders. */
  'briefing-frozen': {
    readonly month: Month;
    readonly symbol: string;
    readonly issuedOn: Day;
    readonly figures: readonly DigestFigure[];
    /** A few sentences, one per paragraph. */
    readonly highlights: readonly string[];
    readonly link: string;
    readonly pdfLink: string;
    readonly docxLink: string;
  };
}

export type MailTemplate = keyof MailModels;

/** Digests can be declined; mails about duties, and mails that somebody asked for, cannot. */
export type DigestTemplate = 'briefing-frozen';
