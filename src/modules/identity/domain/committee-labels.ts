import { plainText } from '../../../kernel/plain-text.ts';

/** The names of a committee on pages and in documents, in the order of the page, with the maximum length of each. */
export const COMMITTEE_LABELS = {
  name: { most: 200, isRequired: true },
  superiorName: { most: 300, isRequired: true },
  boardName: { most: 300, isRequired: true },
  boardSymbol: { most: 20, isRequired: true },
  place: { most: 80, isRequired: true },
  term: { most: 40, isRequired: false },
  signatoryTitle: { most: 120, isRequired: false },
  signatoryName: { most: 120, isRequired: false },
  labelGrassroots: { most: 80, isRequired: false },
} as const satisfies Record<string, { readonly most: number; readonly isRequired: boolean }>;

export type CommitteeLabel = keyof typeof COMMITTEE_LABELS;
export type CommitteeLabels = Readonly<Record<CommitteeLabel, string>>;
export const COMMITTEE_LABEL_KEYS = Object.keys(COMMITTEE_LABELS) as CommitteeLabel[];

/** Why a label cannot be as it was typed. */
export interface LabelFault {
  readonly key: CommitteeLabel;
  readonly code: 'missing' | 'too_long';
  readonly most: number;
}

/** A label as it is kept: one line, without blanks around it. */
export function labelText(typed: string): string {
  return plainText(typed).replace(/\s+/g, ' ').trim();
}

export function labelFaults(labels: CommitteeLabels): LabelFault[] {
  return COMMITTEE_LABEL_KEYS.flatMap((key): LabelFault[] => {
    const { most, isRequired } = COMMITTEE_LABELS[key];
    if (labels[key].length > most) return [{ key, code: 'too_long', most }];
    return isRequired && labels[key] === '' ? [{ key, code: 'missing', most }] : [];
  });
}
