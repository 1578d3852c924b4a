export { SessionCookies } from './api/session-cookies.ts';
export { BringDeviceKey, type DeviceId } from './application/bring-device-key.ts';
export { ChangeLabels } from './application/change-labels.ts';
export {
  COMMITTEE_LABEL_KEYS,
  COMMITTEE_LABELS,
  type CommitteeLabel,
  type CommitteeLabels,
  labelFaults,
  labelText,
} from './domain/committee-labels.ts';
export { ChangePassword } from './application/change-password.ts';
export { ChangeProfile } from './application/change-profile.ts';
export { CorrectAddress } from './application/correct-address.ts';
export { DisableAccount } from './application/disable-account.ts';
export { NameDeputy } from './application/name-deputy.ts';
export { Deputies, type DeputyId, type NamedDeputyship } from './infra/repositories/deputies.ts';
export { EndSessions } from './application/end-sessions.ts';
export { InvitePerson } from './application/invite-person.ts';
export { TakeRoleAway } from './application/take-role-away.ts';
export { GrantRole } from './application/grant-role.ts';
export { MailSignInLink } from './application/mail-sign-in-link.ts';
export { MakeSignInLink } from './application/make-sign-in-link.ts';
export { type NewCommittee, serviceActor } from './application/ports.ts';
export { Committees } from './infra/repositories/committees.ts';
export { Accounts } from './infra/repositories/accounts.ts';
export { type FirstAccount, SetUpCommittee } from './application/set-up-committee.ts';
export { type SignedIn, SignIn } from './application/sign-in.ts';
export { isWeakPassword, LEAST_PASSWORD, LONGEST_NAME, normaliseEmail } from './domain/account.ts';
export { LINK_MINUTES } from './domain/session-limits.ts';
export {
  ACCOUNT_SORTS,
  type AccountMail,
  type AccountSort,
  AccountsReadModel,
  type ListedAccount,
} from './infra/accounts-read-model.ts';
export { OwnAccountReadModel, type OwnAccountFacts } from './infra/own-account-read-model.ts';
