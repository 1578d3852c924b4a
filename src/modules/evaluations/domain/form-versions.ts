import { month, type Month } from '../../../kernel/month.ts';
import { factSections } from './form-sections.ts';

/** The form's own questions, from a month on. */
export interface FormVersion {
  readonly version: number;
  readonly from: Month;
  readonly sections: typeof factSections;
}

/** Oldest first. None is ever removed: a stored form is read with the version with which it was sent. */
const FORM_VERSIONS: readonly FormVersion[] = [{ version: 1, from: month('2000-01'), sections: factSections }];

/** The version for visits of a month, unless their form was sent with another one. */
export function formVersionOf(of: Month, versions: readonly FormVersion[] = FORM_VERSIONS): FormVersion {
  const begun = versions.filter(({ from }) => from <= of).at(-1);
  if (!begun) throw new Error(`no form was in use in ${of}`);
  return begun;
}

export function getFormVersion(version: number): FormVersion {
  const known = FORM_VERSIONS.find((each) => each.version === version);
  if (!known) throw new Error(`a form was sent with version ${version}, which is not there`);
  return known;
}
