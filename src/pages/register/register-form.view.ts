import type { TouchedLine } from '../holidays/touched.view.ts';
import type { Option } from '../../platform/views/page-context.ts';

/** `pages/register-form`: one thing of a register, to be added or changed. */
export interface RegisterFormPage {
  readonly title: string;
  readonly backHref: string;
  readonly back: string;
  readonly action: string;
  /** The revision that the form began with; null for something new. */
  readonly seen: number | null;
  /** Why it was not saved, where no field is to blame. */
  readonly error: string | null;
  /** What else would become wrong. */
  readonly faults: readonly string[];
  /** An entry that is in the way and can be opened. */
  readonly otherHref: string | null;
  /** To be answered before it is saved. */
  readonly questions: readonly AskedQuestion[];
  readonly sections: readonly FormSection[];
  /** Lists from which fields take what is typed. */
  readonly lists: readonly { readonly id: string; readonly items: readonly Option[] }[];
}

export interface FormSection {
  readonly title: string;
  readonly lead: string | null;
  /** The name of the box that drops this part. */
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
  /** Of a choice, and of months. */
  readonly options: readonly Option[];
  /** The list of a field that takes more than can be looked through. */
  readonly list: string | null;
  readonly weights: readonly { readonly name: string; readonly label: string; readonly value: string }[];
}

export interface AskedQuestion {
  readonly name: string;
  readonly sentence: string;
  readonly kind: 'confirm' | 'readings';
  readonly answer: string | null;
}

/** `pages/register-retire`: what putting something out of use would hit. */
export interface RetirePage {
  readonly title: string;
  readonly name: string;
  readonly backHref: string;
  readonly action: string;
  readonly seen: number;
  readonly error: string | null;
  /** What becomes of it. */
  readonly effects: readonly string[];
  /** Who has to leave it first; it cannot go before. */
  readonly members: readonly string[];
  readonly questions: readonly AskedQuestion[];
  /** Published visits to come. */
  readonly visits: readonly TouchedLine[];
}
