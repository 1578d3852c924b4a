import { type PlanHeader, VARIANT_FIELDS } from '../../modules/planning/index.ts';

/** What a plan was made by instead of the committee's policy; a number, one of a list, or no limit. */
export interface OwnChoice {
  /** Of the field of the policy. */
  readonly key: string;
  readonly number: number | null;
  readonly option: string | null;
}

export function ownChoices({ ownPolicy }: Pick<PlanHeader, 'ownPolicy'>): readonly OwnChoice[] {
  return VARIANT_FIELDS.filter(({ key }) => ownPolicy[key] !== undefined).map(({ key }) => {
    const value = ownPolicy[key];
    return {
      key,
      number: typeof value === 'number' ? value : null,
      option: typeof value === 'string' ? value : null,
    };
  });
}
