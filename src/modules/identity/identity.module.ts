import { Module } from '@nestjs/common';
import { Authenticator } from '../../kernel/authenticator.ts';
import { AuditModule } from '../audit/wiring.ts';
import { BringDeviceKey } from './application/bring-device-key.ts';
import { ChangeLabels } from './application/change-labels.ts';
import { ChangePassword } from './application/change-password.ts';
import { ChangeProfile } from './application/change-profile.ts';
import { CorrectAddress } from './application/correct-address.ts';
import { DisableAccount } from './application/disable-account.ts';
import { NameDeputy } from './application/name-deputy.ts';
import { DeviceSecrets } from './infra/repositories/device-secrets.ts';
import { Deputies } from './infra/repositories/deputies.ts';
import { DisabledAccounts } from './infra/repositories/disabled-accounts.ts';
import { EndSessions } from './application/end-sessions.ts';
import { GrantRole } from './application/grant-role.ts';
import { InvitePerson } from './application/invite-person.ts';
import { TakeRoleAway } from './application/take-role-away.ts';
import { AccountsReadModel } from './infra/accounts-read-model.ts';
import { NotificationsModule } from '../notifications/wiring.ts';
import { Passwords, SignInMail } from './application/ports.ts';
import { Committees } from './infra/repositories/committees.ts';
import { SignInLinks } from './infra/repositories/sign-in-links.ts';
import { Sessions } from './infra/repositories/sessions.ts';
import { Accounts } from './infra/repositories/accounts.ts';
import { SetUpCommittee } from './application/set-up-committee.ts';
import { SignIn } from './application/sign-in.ts';
import { MailSignInLink } from './application/mail-sign-in-link.ts';
import { MakeSignInLink } from './application/make-sign-in-link.ts';
import { PurgeSignIns } from './infra/purge-sign-ins.ts';
import { Argon2Passwords } from './infra/argon2-passwords.ts';
import { OwnAccountReadModel } from './infra/own-account-read-model.ts';
import { OutboxSignInMail } from './infra/outbox-sign-in-mail.ts';
import { SessionAuthenticator } from './infra/session-authenticator.ts';
import { LabelsController } from './api/labels-controller.ts';
import { SessionController } from './api/session-controller.ts';
import { SessionCookies } from './api/session-cookies.ts';

@Module({
  controllers: [SessionController, LabelsController],
  imports: [AuditModule, NotificationsModule],
  providers: [
    Accounts,
    Sessions,
    SignInLinks,
    Committees,
    { provide: SignInMail, useClass: OutboxSignInMail },
    { provide: Passwords, useClass: Argon2Passwords },
    { provide: Authenticator, useClass: SessionAuthenticator },
    GrantRole,
    SetUpCommittee,
    SignIn,
    MakeSignInLink,
    MailSignInLink,
    BringDeviceKey,
    DeviceSecrets,
    ChangeProfile,
    ChangeLabels,
    ChangePassword,
    EndSessions,
    TakeRoleAway,
    Deputies,
    DisabledAccounts,
    DisableAccount,
    CorrectAddress,
    NameDeputy,
    InvitePerson,
    AccountsReadModel,
    OwnAccountReadModel,
    SessionCookies,
    PurgeSignIns,
  ],
  exports: [
    Accounts,
    BringDeviceKey,
    AccountsReadModel,
    InvitePerson,
    TakeRoleAway,
    DisableAccount,
    CorrectAddress,
    NameDeputy,
    Deputies,
    Authenticator,
    ChangeLabels,
    ChangePassword,
    ChangeProfile,
    Committees,
    EndSessions,
    GrantRole,
    MailSignInLink,
    MakeSignInLink,
    OwnAccountReadModel,
    SessionCookies,
    SetUpCommittee,
    SignIn,
  ],
})
export class IdentityModule {}
