import type { Locale } from '../../kernel/actor.ts';
import { type CommitteeId, newId, readId } from '../../kernel/id.ts';
import { readMailAddress } from '../../kernel/mail-address.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { isRegisterCode } from '../../kernel/register-code.ts';
import { searchKey } from '../../kernel/search-key.ts';
import {
  COMMITTEE_LABELS,
  type FirstAccount,
  isWeakPassword,
  type NewCommittee,
} from '../../modules/identity/index.ts';
import type { Sentence } from '../../platform/i18n/messages.ts';
import type { SetupValues } from './setup.view.ts';

/** The typed values, and their meaning where every field can be understood. */
export interface SetupForm {
  readonly committeeId: CommitteeId;
  readonly values: SetupValues;
  readonly wish: { readonly committee: NewCommittee; readonly first: FirstAccount } | null;
  /** By field, the message about its fault. */
  readonly faults: Readonly<Record<string, Sentence>>;
}

const ZONE = 'Asia/Ho_Chi_Minh';
/** The maximum lengths in the order of the page; the same as on the import's sheet of the committee. */
const MOST = {
  setupCode: 40,
  name: COMMITTEE_LABELS.name.most,
  code: 40,
  superiorName: COMMITTEE_LABELS.superiorName.most,
  boardName: COMMITTEE_LABELS.boardName.most,
  boardSymbol: COMMITTEE_LABELS.boardSymbol.most,
  place: COMMITTEE_LABELS.place.most,
  term: COMMITTEE_LABELS.term.most,
  signatoryTitle: COMMITTEE_LABELS.signatoryTitle.most,
  signatoryName: COMMITTEE_LABELS.signatoryName.most,
  accountName: 200,
  email: 254,
} as const satisfies Record<keyof SetupValues, number>;
const FIELDS = Object.keys(MOST) as (keyof SetupValues)[];
const OPTIONAL: ReadonlySet<keyof SetupValues> = new Set(['signatoryTitle', 'signatoryName', 'term']);
const LONGEST_PASSWORD = 200;

export function blankSetupForm(): Pick<SetupForm, 'committeeId' | 'values'> {
  const blank = Object.fromEntries(FIELDS.map((field) => [field, ''])) as Record<keyof SetupValues, string>;
  return { committeeId: newId<'Committee'>(), values: blank };
}

export function setupForm(
  body: Readonly<Record<string, unknown>>,
  { asksForCode, locale }: { readonly asksForCode: boolean; readonly locale: Locale },
): SetupForm {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const tidy = (name: string) => plainText(text(name)).replace(/\s+/g, ' ').slice(0, 1000);
  const values = Object.fromEntries(FIELDS.map((field) => [field, tidy(field)])) as Record<keyof SetupValues, string>;
  const password = text('password').slice(0, LONGEST_PASSWORD + 1);
  const committeeId = readId<'Committee'>(body['committeeId']) ?? newId<'Committee'>();
  const faults = faultsOf(values, password, asksForCode);
  const wish = { committee: committeeOf(committeeId, values), first: firstOf(values, password, locale) };
  return { committeeId, values, wish: Object.keys(faults).length === 0 ? wish : null, faults };
}

function faultsOf(values: SetupValues, password: string, asksForCode: boolean): Record<string, Sentence> {
  const faults: Record<string, Sentence> = {};
  for (const field of FIELDS) {
    const isOptional = OPTIONAL.has(field) || (field === 'setupCode' && !asksForCode);
    const fault = faultOf(field, values[field], isOptional);
    if (fault) faults[field] = fault;
  }
  if (password === '') faults['password'] = { key: 'setup.fault.missing' };
  else if (password.length > LONGEST_PASSWORD) faults['password'] = { key: 'setup.fault.too_long' };
  else if (isWeakPassword(password, { email: values.email.toLowerCase(), name: values.accountName })) {
    faults['password'] = { key: 'setup.fault.weak' };
  }
  return faults;
}

function faultOf(field: keyof SetupValues, value: string, isOptional: boolean): Sentence | null {
  if (value === '') return isOptional ? null : { key: 'setup.fault.missing' };
  if (value.length > MOST[field]) return { key: 'setup.fault.too_long' };
  if (field === 'code' && !isRegisterCode(value)) return { key: 'setup.fault.code' };
  return field === 'email' ? addressFault(value) : null;
}

function addressFault(value: string): Sentence | null {
  const reading = readMailAddress(value);
  return 'address' in reading ? null : { key: 'setup.fault.email', params: { likely: reading.likely } };
}

function committeeOf(id: CommitteeId, values: SetupValues): NewCommittee {
  const { name, code, superiorName, boardName, boardSymbol, place, signatoryTitle, signatoryName, term } = values;
  const labels = { code, superiorName, boardName, boardSymbol, place, signatoryTitle, signatoryName, term };
  const given = Object.entries(labels).filter(([, label]) => label !== '');
  return { id, code: slugOf(code), name, timeZone: ZONE, isSample: false, labels: Object.fromEntries(given) };
}

function firstOf({ accountName, email }: SetupValues, password: string, locale: Locale): FirstAccount {
  return { name: accountName, email, password, locale };
}

/** The code as used in addresses and file names. */
function slugOf(code: string): string {
  const slug = searchKey(code).replace(/[^a-z0-9]+/g, '-');
  return slug.replace(/^-|-$/g, '') || 'cap-uy';
}
