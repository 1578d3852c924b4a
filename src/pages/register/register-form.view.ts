import type { ReadingNames } from '../../modules/directory/index.ts';
import type { TouchedLine } from '../holidays/touched.view.ts';
import type { NamedLink } from './thing.view.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/register-form`: adds or changes one entry of a register. */
export interface RegisterFormPage {
  readonly title: string;
  readonly backHref: string;
  readonly back: string;
  readonly action: string;
  /** The revision with which the form was opened; null for a new entry. */
  readonly seen: number | null;
  /** Why it was not saved, where no field is at fault. */
  readonly error: string | null;
  /** Other entries that would become wrong. */
  readonly faults: readonly string[];
  /** Another entry that prevents it and can be opened. */
  readonly otherHref: string | null;
  /** Registers without an entry to choose, of which one is needed first. */
  readonly needs: readonly NamedLink[];
  /** Questions to be answered before it is saved. */
  readonly questions: readonly AskedQuestion[];
  readonly sections: readonly FormSection[];
  /** Lists of suggestions for fields. */
  readonly lists: readonly { readonly id: string; readonly items: readonly Option[] }[];
}

export interface FormSection {
  readonly title: string;
  readonly lead: string | null;
  /** The name of the box that removes this part. */
  readonly removeName: string | null;
  readonly fields: readonly FormField[];
}

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly help: string | null;
  readonly error: string | null;
  readonly value: string;
  readonly control: 'text' | 'number' | 'day' | 'time' | 'choice' | 'months' | 'weights';
  readonly isRequired: boolean;
  readonly isFixed: boolean;
  /** For a choice, and for months. */
  readonly options: readonly Option[];
  /** The list of suggestions of a field with too many choices. */
  readonly list: string | null;
  readonly weights: readonly { readonly name: string; readonly label: string; readonly value: string }[];
}

export interface AskedQuestion {
  readonly name: string;
  readonly sentence: string;
  readonly kind: 'confirm' | 'readings';
  /** For two readings, what each is called. */
  readonly readings: ReadingNames | null;
  readonly answer: string | null;
}

/** `pages/register-retire`: what putting an entry out of use would affect. */
export interface RetirePage {
  readonly title: string;
  readonly name: string;
  readonly backHref: string;
  readonly action: string;
  readonly seen: number;
  readonly error: string | null;
  /** What happens to the entry. */
  readonly effects: readonly string[];
  /** What has to leave it first, by name; it cannot go before. */
  readonly members: readonly string[];
  /** Of many, the ones after the first dozen. */
  readonly moreMembers: readonly string[];
  readonly membersTitle: string;
  /** How they leave it. */
  readonly membersTodo: string;
  /** What going is called: retired, or removed. */
  readonly retire: string;
  readonly questions: readonly AskedQuestion[];
  /** Published visits ahead. */
  readonly visits: readonly TouchedLine[];
}
