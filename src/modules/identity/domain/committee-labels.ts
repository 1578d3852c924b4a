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
