import { LOCALES } from '../../kernel/actor.ts';
import type { Session } from '../../kernel/authenticator.ts';
import type { FieldErrors } from '../../platform/views/page-context.ts';
import { LEAST_PASSWORD, type OwnAccountFacts } from '../../modules/identity/index.ts';
import type { AccountPage } from './account.view.ts';

/** Each language is named in itself, whatever the reader's language. */
const LOCALE_NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Typed values to show again. */
export type TypedProfile = Partial<Pick<OwnAccountFacts['account'], 'name' | 'locale'>>;

export function buildAccountPage({
  account,
  sessions,
  thisSession,
  calendarToken,
  session: { actor },
  errors,
  typed,
  publicUrl,
}: OwnAccountFacts & {
  readonly session: Session;
  readonly errors: FieldErrors;
  readonly typed: TypedProfile;
  readonly publicUrl: string;
}): Omit<AccountPage, 'messages'> {
  const own = sessions.map(({ id, device, createdAt, lastSeenAt }) => ({
    device,
    openedAt: createdAt,
    usedAt: lastSeenAt,
    endAction: id === thisSession ? null : `/account/sessions/${id}/end`,
  }));
  return {
    revision: account.revision,
    name: typed.name ?? account.name,
    email: account.email,
    roles: actor.roles,
    locales: LOCALES.map((value) => ({
      value,
      label: LOCALE_NAMES[value],
      selected: value === (typed.locale ?? account.locale),
    })),
    hasPassword: account.passwordHash !== null,
    leastPassword: LEAST_PASSWORD,
    errors,
    sessions: own.toSorted((a, b) => Number(b.endAction === null) - Number(a.endAction === null)),
    calendar: actor.specialistId === null ? null : calendarOf(calendarToken, publicUrl),
  };
}

function calendarOf(token: string | null, publicUrl: string): AccountPage['calendar'] {
  const url = token && `${publicUrl}/calendar/${token}/visits.ics`;
  return { url, subscribeHref: url && url.replace(/^https?:/, 'webcal:'), renewAction: '/account/calendar' };
}
