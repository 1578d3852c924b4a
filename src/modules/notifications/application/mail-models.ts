import type { MeetingKind } from '../../../kernel/meeting-kind.ts';
import type { DeclineKind } from '../../../kernel/vocabulary.ts';
import type { Day, Month } from '../../../kernel/month.ts';

/** One visit as a row of a mail; times are the committee's local time. */
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

/** Whom a reader may ask: nobody reads answers to the mail itself. */
export interface MailContact {
  readonly name: string;
  readonly address: string;
}

/** A figure of a digest, both texts in the reader's language. */
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
  readonly answerBy: Day | null;
  /** How long there is for a form. */
  readonly formWorkdays: number;
  readonly contact: MailContact | null;
  readonly link: string;
}

/**
 * What each mail template needs. The recipient's name, the committee's and whether its data are a sample come from the
 * outbox. Links open a page and do nothing by being opened: scanners follow them too.
 */
export interface MailModels {
  /** For somebody who asked for a link to sign in. */
  'sign-in-link': { readonly link: string; readonly minutes: number };
  /** Sent by whoever sets the service up, to see that mail arrives. */
  'test-mail': { readonly link: string };
  /** To one person, when the plan of a month is published. */
  'visits-published': DutyMail;
  /** The same as a trial before that, to whoever is about to publish; it names whose it would be. */
  'visits-trial': DutyMail & { readonly specialist: string; readonly address: string };
  /** For somebody who no longer goes. */
  'visit-cancelled': {
    readonly visit: VisitLine;
    /** Whether they declined themselves, with the meeting taking place without them, or there is no meeting. */
    readonly why: 'declined' | 'not_held';
    readonly reason: string | null;
    readonly link: string;
  };
  /** For somebody whose visit takes place after all. */
  'visit-restored': { readonly visit: VisitLine; readonly link: string };
  /** For who may send the form of somebody else's visit. */
  'stand-in-named': { readonly visit: VisitLine; readonly specialist: string; readonly link: string };
  /** For the board, when somebody cannot go. */
  'visit-declined': {
    readonly visit: VisitLine;
    readonly specialist: string;
    readonly kind: DeclineKind;
    readonly reason: string;
    /** The page of the month. */
    readonly link: string;
  };
  /** For whoever was to go, and for the board: something recorded after publication hits published visits. */
  'visits-touched': {
    readonly cause: 'absence' | 'holiday';
    /** Of a day off, its name. */
    readonly holiday: string | null;
    /** The first and the last day of what hits them. */
    readonly from: Day;
    readonly until: Day;
    /** For whose visits they are; else for the board. */
    readonly isOwn: boolean;
    readonly visits: readonly (VisitLine & { readonly specialist: string })[];
    readonly link: string;
  };
  /** For somebody whose forms are late, never to anybody else. */
  'form-missing': {
    readonly visits: readonly {
      readonly day: Day;
      readonly branch: string;
      /** The last day in time. */
      readonly dueOn: Day;
      readonly daysLate: number;
      /** It came, and was returned to be mended. */
      readonly isReturned: boolean;
      readonly link: string;
    }[];
    readonly link: string;
  };
  'form-returned': {
    readonly day: Day;
    readonly branch: string;
    readonly comment: string;
    readonly reviewer: string;
    /** It had been accepted, and was opened again. */
    readonly wasAccepted: boolean;
    readonly link: string;
  };
  /** The digest of a frozen briefing, for leaders. */
  'briefing-frozen': {
    readonly month: Month;
    readonly symbol: string;
    readonly issuedOn: Day;
    readonly figures: readonly DigestFigure[];
    /** A few sentences, each a paragraph's worth. */
    readonly highlights: readonly string[];
    readonly link: string;
    readonly pdfLink: string;
    readonly docxLink: string;
  };
}

export type MailTemplate = keyof MailModels;

/** Digests may be declined; duties, and what somebody asked for, may not. */
export type DigestTemplate = 'briefing-frozen';
