import type { Sentence } from '../../platform/i18n/messages.ts';
import type { Month } from '../../kernel/month.ts';
import type {
  ImportKind,
  ImportScope,
  ImportState,
  QuestionKind,
  ReadingNames,
  Separator,
  WrittenField,
} from '../../modules/directory/index.ts';

/** `pages/import`: what a file would change or has changed, or its faults. */
export interface ImportPage {
  readonly fileName: string;
  /** Why the last request was not carried out. */
  readonly error: string | null;
  readonly state: ImportState;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** For whom, where a deputy did it. */
  readonly madeFor: string | null;
  readonly committedAt: Date | null;
  readonly takenBackAt: Date | null;
  /** Null where the file has faults. */
  readonly counts: readonly KindCounts[] | null;
  /** Number of rows of the database that are added, changed or removed. */
  readonly changes: number;
  /** Some of what is added, changed or goes out of use, by kind. */
  readonly told: readonly {
    readonly kind: ImportKind;
    readonly outcome: 'added' | 'changed' | 'removed';
    readonly total: number;
    /** Whether it is shown unfolded. */
    readonly isOpen: boolean;
    readonly items: readonly {
      readonly subject: string;
      readonly name: string | null;
      readonly fields: readonly WrittenField[];
    }[];
  }[];
  /** Months whose calendars should be checked afterwards. */
  readonly months: readonly { readonly month: Month; readonly href: string }[];
  readonly faultCount: number;
  /** The first ones. */
  readonly faults: readonly FaultRow[];
  /** What has to be confirmed before the import. */
  readonly questions: readonly QuestionRow[];
  /** Whether an answer may choose another reading, so that the file has to be checked again. */
  readonly hasReadings: boolean;
  /** The user's own file with its faults marked. */
  readonly annotatedHref: string | null;
  /** How many rows go out of use, if any. */
  readonly warning:
    readonly { readonly kind: 'branches' | 'specialists' | 'departments'; readonly count: number }[] | null;
  /** How a CSV file was interpreted, with the other choices; null for a workbook. */
  readonly csv: CsvPreview | null;
  /** Sheets with the number of rows left out as examples of the template: “Chi bộ 2”. */
  readonly examples: readonly string[];
  readonly scope: ImportScope;
  /** Takes a POST with the other scope. */
  readonly scopeAction: string | null;
  /** Each takes a POST; null where it is not possible. */
  readonly commitAction: string | null;
  /** Set where the directory has changed since the check, or where a question offers another reading. */
  readonly recheckAction: string | null;
  readonly takeBackAction: string | null;
}

export interface KindCounts {
  /** The message `import.kind.<kind>` names it. */
  readonly kind: ImportKind;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
}

export interface QuestionRow {
  /** `answers[…]` of the form. */
  readonly name: string;
  readonly sheet: string;
  readonly place: string | null;
  readonly header: string | null;
  readonly value: string | null;
  readonly sentence: string;
  readonly kind: QuestionKind;
  /** For a choice. */
  readonly options: readonly ChoiceOption[];
  /** For two readings, what each is called. */
  readonly readings: ReadingNames | null;
  readonly answer: string | null;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface CsvPreview {
  /** Takes a POST with the choices; null once the file has been imported. */
  readonly action: string | null;
  readonly encoding: string;
  /** The message `import.separator.<separator>` names it. */
  readonly separator: Separator;
  /** Null where no sheet of the template has such headers. */
  readonly table: string | null;
  readonly rows: number;
  /** The first row, which mostly is the header. */
  readonly head: readonly string[];
  readonly firstRows: readonly (readonly string[])[];
  /** The names of the form's fields. */
  readonly names: { readonly table: string; readonly encoding: string; readonly separator: string };
  readonly tables: readonly ChoiceOption[];
  readonly encodings: readonly ChoiceOption[];
  readonly separators: readonly { readonly value: Separator; readonly isChosen: boolean }[];
}

export interface FaultRow {
  readonly sheet: string;
  /** `C12`, a row, or null for the whole sheet. */
  readonly place: string | null;
  readonly header: string | null;
  readonly value: string | null;
  readonly sentence: Sentence;
}
